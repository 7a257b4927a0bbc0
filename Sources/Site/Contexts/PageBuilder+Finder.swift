import Content

/// The finder, and its answers as pages of their own.
extension PageBuilder {
    mutating func finderContext() -> Context {
        let topics = library.topics.indices
        func topicOptions(_ kind: TopicKind) -> [Context] {
            topics.filter { library.topics[$0].topicKind == kind }.map { index in
                option(
                    library.topics[index].header.id, library.topics[index].header.title[language],
                    href: href(RecordID(.topic, index)))
            }
        }
        func facetOptions(_ facets: [Facet]) -> [Context] {
            facets.map { option($0.word, strings[$0.name], href: href(.facet($0))) }
        }
        let practices = library.practices.indices.filter { library.practices[$0].header.status != .archived }
        return Context([
            "levels": .list(facetOptions(Level.allCases.map(Facet.level))),
            "communities": .list(facetOptions(CommunityType.allCases.map(Facet.community))),
            "assets": .list(facetOptions(Asset.allCases.map(Facet.asset))),
            "problems": .list(topicOptions(.problem)), "groups": .list(topicOptions(.targetGroup)),
            "practices": .list(practices.map { finderEntry($0) }),
            "mentions": .list(library.topics.indices.flatMap { mentions(ofTopic: $0) }),
        ])
    }

    private func option(_ value: String, _ label: String, href: String) -> Context {
        Context(["value": .text(value), "label": .text(label), "href": .optional(href)])
    }

    private func finderEntry(_ index: Int) -> Context {
        let practice = library.practices[index]
        var entry = practiceCards([index])[0]
        entry["kit-href"] = .text(href(.kit(index)))
        entry["unknown"] = .text(String(practice.count(of: .unknown)))
        entry["topics"] = .text(
            library.relations.topicsOfPractice[index].map { library.topics[$0].header.id }.joined(separator: " "))
        entry["levels"] = .text(practice.levels.map(\.word.rawValue).joined(separator: " "))
        entry["communities"] = .text(practice.communities.map(\.word.rawValue).joined(separator: " "))
        entry["assets"] = .text(practice.assets.map(\.word.rawValue).joined(separator: " "))
        func words<Word>(_ words: [Attribution<Word>], _ label: String) -> Context.Value {
            .optional(
                words.map { strings["\(label)-\($0.word.rawValue)"] }.joined(
                    separator: strings["enumeration-separator"]))
        }
        entry["level-words"] = words(practice.levels, "level")
        entry["community-words"] = words(practice.communities, "community")
        entry["asset-words"] = words(practice.assets, "asset")
        return entry
    }

    /// Who names a topic without reporting a practice for it.
    mutating func mentions(ofTopic index: Int) -> [Context] {
        library.topics[index].mentions.map { mention in
            var context = text.statement(mention.statement)
            context["topic"] = .text(library.topics[index].header.id)
            context["topic-title"] = .text(library.topics[index].header.title[language])
            context["topic-href"] = .text(href(RecordID(.topic, index)))
            context.merge(placeFields(library.index.places[mention.place.id] ?? -1))
            return context
        }
    }

    func facetContext(_ facet: Facet) -> Context {
        let practices = library.practices(of: facet)
        return Context([
            "question": .text(strings["question-\(facet.question)"]),
            "reported": .list(practiceCards(practices, modality: .reported)),
            "proposed": .list(practiceCards(practices, modality: .proposed)),
            "others": .list(
                Facet.all.filter { $0.question == facet.question && $0 != facet }.compactMap { other in
                    site.plan.path(of: .facet(other), language: language).map {
                        Context(["title": .text(strings[other.name]), "href": .text(href($0))])
                    }
                }),
            "finder-href": .text(site.plan.path(of: .finder, language: language).map { href($0) } ?? ""),
            "finder-query": .text("?\(facet.question)=\(facet.word)"),
        ])
    }
}
