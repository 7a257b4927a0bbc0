import Content

/// Practices side by side, item by item.
extension PageBuilder {
    mutating func comparisonContext(_ subject: RecordID) -> Context {
        let practices = library.sideBySide(subject)
        let all =
            subject.kind == .mechanism
            ? library.relations.practicesOfMechanism[subject.index] : library.relations.practicesOfTopic[subject.index]
        let columns = practiceCards(practices)
        let rows = PracticeItem.allCases.map { item in
            Context([
                "label": .text(strings["item-\(item.rawValue)"]),
                "cells": .list(
                    practices.enumerated().map { column, index in
                        var cell = comparedItem(item, ofPractice: index)
                        cell["column"] = columns[column]["title"]
                        return cell
                    }),
            ])
        }
        let ids = practices.map { library.practices[$0].header.id }.joined(separator: ",")
        return Context([
            "subject": .text(library.header(of: subject)?.title[language] ?? ""), "subject-href": .text(href(subject)),
            "columns": .list(columns), "rows": .list(rows),
            "more": .optional(
                all.count > practices.count ? strings.format("compare-more", count: all.count - practices.count) : nil),
            "compare-href": .text(
                (site.plan.path(of: .compare, language: language).map { href($0) } ?? "") + "?p=" + ids),
        ])
    }

    private mutating func comparedItem(_ item: PracticeItem, ofPractice index: Int) -> Context {
        let practice = library.practices[index]
        let state = practice.state(of: item)
        return Context([
            "state": .text(state.rawValue), "state-label": .text(strings["state-\(state.rawValue)"]),
            "lines": .list(lines(item, ofPractice: index).map { Context(["html": .html($0)]) }),
        ])
    }

    /// What is known of an item, as HTML, a line each.
    mutating func lines(_ item: PracticeItem, ofPractice index: Int) -> [String] {
        let practice = library.practices[index]
        switch item {
        case .name: return [escaped(practice.brand?[language] ?? practice.header.title[language])]
        case .why: return [line(practice.problem)]
        case .steps: return practice.steps.map { line($0.statement) }
        case .who:
            return practice.actors.map { actor in
                let words = [actor.name[language], actor.role?[language]].compactMap(\.self)
                return escaped(words.joined(separator: strings["colon"])) + text.marks(actor.locators)
            }
        case .results:
            return library.relations.outcomesOfPractice[index].map { figure in
                let metric = library.relations.metricOfObservation[figure]
                let name = metric < 0 ? "" : library.metrics[metric].name[language]
                let words = escaped(name + strings["colon"] + site.wording(of: figure, language: language).text)
                return metric < 0
                    ? words
                    : "<a href=\"\(href(.metric(metric)))#figure.\(library.observations[figure].id)\">\(words)</a>"
            }
        default: return (practice.statements[item] ?? []).map { line($0) }
        }
    }

    private mutating func line(_ statement: Statement) -> String {
        let html = text.inline(statement.text) + text.marks(statement.locators)
        return statement.isStatedInSource
            ? html : "<span class=\"editor\">\(escaped(strings["editor-statement"]))</span> " + html
    }

    /// The page on which readers choose for themselves.
    func compareContext() -> Context {
        func choice(_ id: String, _ title: String, note: String?) -> Context {
            Context([
                "value": .text(id), "label": .text(title), "note": .optional(note),
                "script": .text(href(ComparisonFile.path(of: id, prefix: site.plan.prefix(of: language)))),
            ])
        }
        let practices = library.practices.indices.filter { library.practices[$0].header.status != .archived }
        let ready =
            (library.topics.indices.map { RecordID(.topic, $0) }
            + library.mechanisms.indices.map { RecordID(.mechanism, $0) }).compactMap { subject -> Context? in
                guard let path = site.plan.path(of: .comparison(subject), language: language) else { return nil }
                return Context([
                    "title": .text(library.header(of: subject)?.title[language] ?? ""), "href": .text(href(path)),
                ])
            }
        return Context([
            "places": .list(
                library.places.map { choice("places/" + $0.header.id, $0.header.title[language], note: nil) }),
            "practices": .list(
                practices.map { index in
                    let place = library.relations.placeOfPractice[index]
                    return choice(
                        library.practices[index].header.id, library.practices[index].header.title[language],
                        note: place < 0 ? nil : library.places[place].header.title[language])
                }),
            "ready": .list(ready),
        ])
    }
}
