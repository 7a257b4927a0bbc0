import Content
import Markdown

/// A kit as plain Markdown: headings, lists and open check boxes that any editor understands.
struct KitText {
    let site: Site
    let practice: Int
    let language: Int

    private var strings: Strings { site.strings(language) }
    private var library: Library { site.library }
    private var record: Practice { library.practices[practice] }

    var markdown: String {
        var lines = ["# " + strings.format("kit-title", ["title": record.header.title[language]]), ""]
        let place = library.relations.placeOfPractice[practice]
        if place >= 0 { lines += [library.places[place].header.title[language], ""] }
        if record.modality == .proposed { lines += [strings["proposal"], ""] }
        if let summary = record.summary?[language] { lines += [summary, ""] }
        lines += section("problem", [line(record.problem)])
        lines += section("kit-prerequisites", record.assets.map { "- [ ] " + strings["asset-\($0.word.rawValue)"] })
        lines += section(
            "actors",
            record.actors.map { actor in
                "- "
                    + [actor.name[language], actor.role?[language]].compactMap(\.self).joined(
                        separator: strings["colon"])
            })
        lines += section("steps", record.steps.enumerated().map { "\($0 + 1). [ ] " + line($1.statement) + facts($1) })
        for item in PracticeItem.statementItems {
            lines += section("item-\(item.rawValue)", (record.statements[item] ?? []).map { "- " + line($0) })
        }
        let unknown = PracticeItem.allCases.filter { record.state(of: $0) == .unknown }
        lines += section("kit-questions", unknown.map { "- [ ] " + strings["ask-\($0.rawValue)"] })
        return lines.joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## " + strings[title], ""] + lines + [""]
    }

    /// A sentence with its locators, or marked as the editor's.
    private func line(_ statement: Statement) -> String {
        let text = (statement.text.best(language)?.value.plainText ?? "").split(separator: "\n").joined(separator: " ")
        let origin =
            statement.isStatedInSource
            ? statement.locators.map(\.id).joined(separator: strings["enumeration-separator"])
            : strings["editor-statement"]
        return text + strings["parenthesis-open"] + origin + strings["parenthesis-close"]
    }

    private func facts(_ step: Step) -> String {
        let facts = [
            ("step-by", step.by), ("step-needs", step.needs), ("step-gives", step.gives), ("step-takes", step.takes),
        ]
        let texts = facts.compactMap { key, value in value.map { strings[key] + strings["colon"] + $0[language] } }
        return texts.isEmpty ? "" : "\n   " + texts.joined(separator: strings["list-separator"])
    }
}
