import Content

/// The kit of a practice: what one needs on Monday to do it elsewhere.
extension PageBuilder {
    mutating func kitContext(_ index: Int) -> Context {
        let practice = library.practices[index]
        let relations = library.relations
        func items(_ names: PracticeItem...) -> [PracticeItem] { names }
        let problem = text.statement(practice.problem)
        let fit = fitGroups(practice)
        let conditions = itemContexts(items(.where, .when, .fit), of: practice)
        let actors = actors(practice.actors)
        let steps = tickedSteps(practice.steps)
        let resources = itemContexts(items(.materials, .staff, .cost), of: practice)
        let adaptation = itemContexts(items(.logic, .changes), of: practice)
        let risks = itemContexts(items(.risks), of: practice)
        let wentWrong = relations.casesOfPractice[index].flatMap { statements(library.cases[$0].wentWrong) }
        let monitoring = itemContexts(items(.monitoring, .baseline), of: practice)
        let metrics = metrics(ofPractice: index)
        let contact = practice.state(of: .contact) == .unknown ? [] : itemContexts([.contact], of: practice)
        let questions = PracticeItem.allCases.filter { practice.state(of: $0) == .unknown }
        var context = Context([
            "practice": .text(practice.header.title[language]),
            "practice-href": .text(href(RecordID(.practice, index))),
            "key": .text(practice.header.id), "summary": .optional(practice.summary?[language]),
            "is-proposed": .flag(practice.modality == .proposed),
            "evidence": .text(library.evidence(ofPractice: index).name),
            "evidence-reason": .text(evidenceReason(index)),
            "evidence-href": .text(site.plan.path(of: .evidence, language: language).map(href) ?? ""),
            "problem": .object(problem), "fit": .list(fit), "conditions": .list(conditions),
            "prerequisites": .list(prerequisites(practice)), "actors": .list(actors), "steps": .list(steps),
            "resources": .list(resources), "adaptation": .list(adaptation), "risks": .list(risks),
            "went-wrong": .list(wentWrong), "monitoring": .list(monitoring), "metrics": .list(metrics),
            "questions": .list(
                questions.map { item in
                    Context([
                        "id": .text("ask-\(item.rawValue)"), "label": .text(strings["item-\(item.rawValue)"]),
                        "question": .text(strings["ask-\(item.rawValue)"]),
                    ])
                }),
            "contact": .list(contact),
            "blank-rows": .list((1...6).map { Context(["number": .text(String($0))]) }),
            "downloads": .list(
                KitFile.allCases.map { file in
                    let path = file.path(of: practice, prefix: site.plan.prefix(of: language))
                    return Context(["title": .text(strings["kit-file-\(file.rawValue)"]), "href": .text(href(path))])
                }),
        ])
        context.merge(placeFields(relations.placeOfPractice[index]))
        return context
    }

    /// Levels and types of community, with who says so, or that the source does not say.
    private mutating func fitGroups(_ practice: Practice) -> [Context] {
        [
            fitGroup("fit-levels", practice.levels, label: "level"),
            fitGroup("fit-communities", practice.communities, label: "community"),
        ]
    }

    private mutating func fitGroup<Word>(_ title: String, _ words: [Attribution<Word>], label: String) -> Context {
        Context([
            "title": .text(strings[title]), "words": .list(words.map { attribution($0, label: label) }),
        ])
    }

    private mutating func attribution<Word>(_ word: Attribution<Word>, label: String) -> Context {
        Context([
            "id": .text("\(label)-\(word.word.rawValue)"), "label": .text(strings["\(label)-\(word.word.rawValue)"]),
            "marks": .optionalHTML(text.marks(word.locators)), "is-stated": .flag(word.isStatedInSource),
        ])
    }

    private mutating func prerequisites(_ practice: Practice) -> [Context] {
        practice.assets.map { attribution($0, label: "asset") }
    }

    private mutating func tickedSteps(_ steps: [Step]) -> [Context] {
        self.steps(steps).enumerated().map { index, step in
            var step = step
            step["id"] = .text("step-\(index + 1)")
            return step
        }
    }

    private func metrics(ofPractice index: Int) -> [Context] {
        let metrics = library.relations.outcomesOfPractice[index].map { library.relations.metricOfObservation[$0] }
        var seen: Set<Int> = []
        return metrics.filter { $0 >= 0 && seen.insert($0).inserted }.map { metric in
            var link = metricLink(metric)
            link["definition"] = .text(library.metrics[metric].definition[language])
            link["unit"] = .optional(library.metrics[metric].unit?[language])
            return link
        }
    }
}
