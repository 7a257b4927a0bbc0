import Content

/// The pages of single records.
extension PageBuilder {
    mutating func placeContext(_ index: Int) -> Context {
        let place = library.places[index]
        let practices = library.relations.practicesOfPlace[index]
        writeBody()
        return Context([
            "level": .text(strings["level-\(place.level.rawValue)"]), "code": .optional(place.code),
            "parent": .optional(place.parent?[language]),
            "reported": .list(practiceCards(practices, modality: .reported)),
            "proposed": .list(practiceCards(practices, modality: .proposed)),
            "cases": .list(caseCards(library.relations.casesOfPlace[index])),
            "figures": .list(figures(library.relations.observationsOfPlace[index])),
            "gaps": .list(gaps(ofPlace: place)),
            "adopted": .list(adoptions(library.relations.adoptionsOfPlace[index], namesPractice: true)),
            "copied": .list(
                adoptions(practices.flatMap { library.relations.adoptionsOfPractice[$0] }, namesPractice: true)),
        ])
    }

    mutating func practiceContext(_ index: Int) -> Context {
        let practice = library.practices[index]
        let relations = library.relations
        let problem = text.statement(practice.problem)
        writeBody()
        var context = Context([
            "brand": .optional(practice.brand.map { $0[language] }.flatMap { $0 == title ? nil : $0 }),
            "summary": .optional(practice.summary?[language]),
            "modality": .text(strings["modality-\(practice.modality.rawValue)"]),
            "is-proposed": .flag(practice.modality == .proposed),
            "evidence": .text(library.evidence(ofPractice: index).name),
            "evidence-label": .text(strings["evidence-\(library.evidence(ofPractice: index).name)"]),
            "evidence-reason": .text(evidenceReason(index)),
            "evidence-href": .text(site.plan.path(of: .evidence, language: language).map(href) ?? ""),
            "problem": .object(problem),
            "steps": .list(steps(practice.steps)),
            "actors": .list(actors(practice.actors)),
            "figures": .list(figures(relations.outcomesOfPractice[index])),
            "items": .list(items(practice)),
            "stated-count": .text(String(practice.count(of: .stated))),
            "added-count": .text(String(practice.count(of: .added))),
            "unknown-count": .text(String(practice.count(of: .unknown))),
            "mechanisms": .list(links(relations.mechanismsOfPractice[index], library.mechanisms)),
            "topics": .list(links(relations.topicsOfPractice[index], library.topics)),
            "cases": .list(caseCards(relations.casesOfPractice[index])),
            "similar": .list(practiceCards(site.neighbours.similar[index])),
            "kit-href": .text(href(.kit(index))),
            "adoptions": .list(adoptions(relations.adoptionsOfPractice[index], namesPractice: false)),
            "adoption-diagram": .optionalHTML(adoptionDiagram(ofPractice: index)),
        ])
        context.merge(placeFields(relations.placeOfPractice[index]))
        return context
    }

    mutating func caseContext(_ index: Int) -> Context {
        let study = library.cases[index]
        let relations = library.relations
        var context = Context([
            "period": .optional(study.period.map { strings.period($0) }),
            "problem": .object(text.statement(study.problem)),
            "response": .list(statements(study.response)), "result": .list(statements(study.result)),
            "figures": .list(figures(relations.outcomesOfCase[index])),
            "lessons": .list(statements(study.lessons)), "went-wrong": .list(statements(study.wentWrong)),
            "practices": .list(practiceCards(relations.practicesOfCase[index])),
            "topics": .list(links(relations.topicsOfCase[index], library.topics)),
        ])
        context.merge(placeFields(relations.placeOfCase[index]))
        return context
    }

    func mechanismContext(_ index: Int) -> Context {
        let mechanism = library.mechanisms[index]
        let practices = library.relations.practicesOfMechanism[index]
        return Context([
            "kind": .text(strings["mechanism-kind-\(mechanism.mechanismKind.rawValue)"]),
            "synonyms": joined(mechanism.synonyms),
            "reported": .list(practiceCards(practices, modality: .reported)),
            "proposed": .list(practiceCards(practices, modality: .proposed)),
            "compare-href": .optional(comparisonHref(RecordID(.mechanism, index))),
        ])
    }

    private func comparisonHref(_ subject: RecordID) -> String? {
        site.plan.path(of: .comparison(subject), language: language).map { href($0) }
    }

    mutating func topicContext(_ index: Int) -> Context {
        let topic = library.topics[index]
        writeBody()
        let practices = library.relations.practicesOfTopic[index]
        return Context([
            "kind": .text(strings["topic-kind-\(topic.topicKind.rawValue)"]), "synonyms": joined(topic.synonyms),
            "reported": .list(practiceCards(practices, modality: .reported)),
            "proposed": .list(practiceCards(practices, modality: .proposed)),
            "cases": .list(caseCards(library.relations.casesOfTopic[index])),
            "mentions": .list(mentions(ofTopic: index)),
            "compare-href": .optional(comparisonHref(RecordID(.topic, index))),
        ])
    }

    mutating func steps(_ steps: [Step]) -> [Context] {
        steps.map { step in
            let html = text.inline(step.statement.text) + text.marks(step.statement.locators)
            return Context([
                "html": .html(html), "by": .optional(step.by?[language]), "needs": .optional(step.needs?[language]),
                "gives": .optional(step.gives?[language]), "takes": .optional(step.takes?[language]),
            ])
        }
    }

    mutating func actors(_ actors: [Actor]) -> [Context] {
        actors.map { actor in
            Context([
                "name": .text(actor.name[language]), "role": .optional(actor.role?[language]),
                "level": .optional(actor.level.map { strings["level-\($0.rawValue)"] }),
                "marks": .optionalHTML(text.marks(actor.locators)),
            ])
        }
    }

    /// The seventeen items. Those that the page tells in sections of its own keep only their state here.
    private mutating func items(_ practice: Practice) -> [Context] {
        itemContexts(PracticeItem.allCases, of: practice)
    }

    mutating func itemContexts(_ items: [PracticeItem], of practice: Practice) -> [Context] {
        items.map { item in
            let state = practice.state(of: item)
            return Context([
                "name": .text(item.rawValue), "label": .text(strings["item-\(item.rawValue)"]),
                "state": .text(state.rawValue), "state-label": .text(strings["state-\(state.rawValue)"]),
                "question": .text(strings["ask-\(item.rawValue)"]), "is-unknown": .flag(state == .unknown),
                "statements": .list(statements(practice.statements[item] ?? [])),
            ])
        }
    }
}
