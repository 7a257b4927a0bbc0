import Content

/// One thing that is known of an item of a practice.
enum ItemLine {
    case text(String)
    case statement(Statement)
    case actor(Actor)
    case outcome(ObservationRef)
    /// That there is nothing.
    case absence(ItemOfPractice)
}

let itemLineView = View<ItemLine>(
    "comparison line",
    [.html("html", "one thing that is known") { line, page, output in page.write(line, to: &output) }])

extension PageContext {
    /// What is known of an item, a line each.
    func lines(of item: ItemOfPractice) -> [ItemLine] {
        // Asked for field by field: a record is large, and there are seventeen items of each.
        if let entry = item.absent, entry.state != .added { return [.absence(item)] }
        return switch item.item {
        case .name: [.text(item.practice.record.brand?[language] ?? item.practice.record.header.title[language])]
        case .why: [.statement(item.practice.record.problem)]
        case .steps: item.practice.record.steps.map { .statement($0.statement) }
        case .who: item.practice.record.actors.map { .actor($0) }
        case .results: item.practice.results.map { .outcome($0) }
        default: item.practice.statements(of: item.item).map { .statement($0) }
        }
    }

    /// Says that it is the editor who speaks or concludes.
    private func write(mark state: ItemState, to output: inout HTMLOutput) {
        guard state != .stated else { return }
        output.write(html: "<span class=\"editor\">")
        output.write(strings[.state, state])
        output.write(html: "</span> ")
    }

    func write(_ line: ItemLine, to output: inout HTMLOutput) {
        switch line {
        case .text(let text): output.write(text)
        case .statement(let statement):
            write(mark: statement.state, to: &output)
            write(statement, to: &output)
        case .actor(let actor):
            write(mark: actor.state, to: &output)
            let words = [actor.name[language], actor.role?[language]].compactMap(\.self)
            output.write(words.joined(separator: strings[.colon]))
            write(marks: actor.locators, to: &output)
        case .outcome(let figure):
            let words = strings[.colon] + wording(of: figure).text
            guard let metric = figure.metric else { return output.write(words) }
            output.write(html: "<a href=\"\(href(PageID(.metric, metric.index)))#figure.\(figure.record.id)\">")
            output.write(metric.record.name[language] + words)
            output.write(html: "</a>")
        case .absence(let item):
            output.write(absence(of: item) ?? "")
            write(marks: item.absent?.locators ?? [], to: &output)
        }
    }
}
