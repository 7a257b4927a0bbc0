import Content
import Diagnostics
import Text

/// Finds out which metrics the names in a table mean, and what has to be asked about those that nobody knows.
struct MetricBook {
    /// A metric that a name means.
    struct Match {
        var id: String
        /// Its unit in every language.
        var units: [String]
        /// The unit that stands in brackets behind the name.
        var unit: String?
        var role: String?
    }

    /// A name that the library does not have, with what is proposed for it or was answered.
    struct Question {
        /// As the table has it, without its unit.
        var name: String
        /// The name as it is compared.
        let key: String
        var span: SourceSpan
        /// How many figures have it.
        var count = 0
        var nearest: String?
        var id: String
        /// Fields of the metric, by key.
        var values: [String: String]

        var problem: Diagnostic {
            Diagnostic(
                .unknownReference(kind: Phrase.metric, id: name), at: span,
                hint: nearest.map { .didYouMean($0) }
                    ?? .makeRecord(kind: ReferenceKind.metric.rawValue, name: name))
        }
    }

    /// A name as the table has it, read once.
    private struct Name {
        var text: String
        var unit: String?
        /// The name as it is compared.
        var key: String
        /// The metrics that have it.
        var metrics: [Int]
    }

    private let metrics: [Metric]
    private let byName: [String: [Int]]
    private var names: [String: Name] = [:]
    /// The names that the library does not have, in the order of the table.
    private(set) var questions: [Question] = []
    /// What somebody answered, by the folded name.
    private let answers: [String: MetricAnswer]
    /// Whether what is proposed is taken for the answer.
    private let takesProposals: Bool
    private let readings: HanReadings

    init(_ library: Library, readings: HanReadings, answers: [MetricAnswer], takesProposals: Bool) {
        metrics = library.metrics
        self.readings = readings
        var names: [String: [Int]] = [:]
        for (index, metric) in metrics.enumerated() {
            for name in Set(metric.name.all.map(Self.folded)) { names[name, default: []].append(index) }
        }
        for (index, metric) in metrics.enumerated() { names[Self.folded(metric.id)] = [index] }
        byName = names
        self.answers = Dictionary(answers.map { (Self.folded($0.name), $0) }) { _, last in last }
        self.takesProposals = takesProposals
    }

    /// Questions that are answered: metrics to add to the registry, each once.
    var additions: [Question] {
        var ids = Set(metrics.map(\.id))
        return questions.filter { isAnswered($0) && ids.insert($0.id).inserted }
    }

    /// Questions that nobody answered.
    var open: [Question] { questions.filter { !isAnswered($0) } }

    private func isAnswered(_ question: Question) -> Bool {
        takesProposals || answers[question.key] != nil
    }

    /// What a name means; nil where that has to be asked, and after telling that it means several metrics.
    ///
    /// - Parameter figure: its unit, which the table gives elsewhere or that is printed with it, and whether it says by how much
    ///   something changed.
    mutating func match(
        _ cell: CSVCell, _ figure: (unit: String?, isChange: Bool), _ diagnostics: inout [Diagnostic]
    ) -> Match? {
        let name = name(cell.text)
        guard name.metrics.count < 2 else {
            let ids = name.metrics.map { metrics[$0].id }
            diagnostics.append(
                Diagnostic(.ambiguousName(name: name.text, kind: Phrase.metric), at: cell.span, hint: .writeID(ids)))
            return nil
        }
        if let index = name.metrics.first { return match(metrics[index], unit: name.unit, role: nil) }
        let index =
            questions.firstIndex { $0.key == name.key }
            ?? ask(name, at: cell.span, unit: name.unit ?? figure.unit, isChange: figure.isChange)
        questions[index].count += 1
        let question = questions[index]
        guard isAnswered(question) else { return nil }
        let role = question.values["role"]
        if let known = metrics.first(where: { $0.id == question.id }) {
            return match(known, unit: name.unit, role: role)
        }
        let units = question.values["unit"].map { [$0] } ?? []
        return Match(id: question.id, units: units, unit: name.unit, role: role)
    }

    private func match(_ metric: Metric, unit: String?, role: String?) -> Match {
        Match(id: metric.id, units: metric.unit?.all ?? [], unit: unit, role: role)
    }

    /// Whether a unit of the whole table is that of a metric's figures.
    mutating func fit(of unit: String, to cell: CSVCell) -> UnitFit {
        let name = name(cell.text)
        if let index = name.metrics.first, name.metrics.count == 1 {
            return UnitFit(unit, kind: metrics[index].kind, units: metrics[index].unit?.all ?? [], name: name.text)
        }
        let answer = answers[name.key]
        if let known = metrics.first(where: { $0.id == answer?.id }) {
            return UnitFit(unit, kind: known.kind, units: known.unit?.all ?? [], name: name.text)
        }
        // What is proposed of a kind decides nothing as long as nobody gave the unit.
        let units = [answer?.values["unit"] ?? ""].filter { !$0.isEmpty }
        let kind = units.first.map { unit in
            answer?.values["kind"].flatMap { MetricKind(rawValue: $0) } ?? Self.kind(name.text, unit: unit)
        }
        return UnitFit(unit, kind: kind, units: units, name: name.text)
    }

    /// Whether the unit of a metric's figures stands behind its name.
    mutating func hasUnit(_ cell: CSVCell) -> Bool { name(cell.text).unit != nil }

    private mutating func name(_ cell: String) -> Name {
        if let known = names[cell] { return known }
        let text = lines(of: cell).joined(separator: " ")
        let (name, unit) = Self.parted(text)
        let key = Self.folded(name)
        let found = Name(text: name, unit: unit, key: key, metrics: byName[Self.folded(text)] ?? byName[key] ?? [])
        names[cell] = found
        return found
    }

    private mutating func ask(_ asked: Name, at span: SourceSpan, unit: String?, isChange: Bool) -> Int {
        let name = asked.text
        let taken = Set(metrics.map(\.id) + questions.map(\.id))
        let base = slug(of: name, readings: readings)
        let id = freeName(base.isEmpty ? "metric" : base) { !taken.contains($0) }
        // 万 of 万元 belongs to the figures, which get it when they are written.
        let unit = unit.map { ScaledUnit($0)?.unit ?? $0 } ?? ""
        let kind = isChange ? .change : Self.kind(name, unit: unit)
        var values = ["name": name, "kind": kind.rawValue]
        if !unit.isEmpty { values["unit"] = unit }
        var question = Question(
            name: name, key: asked.key, span: span, nearest: nearest(to: name, among: metrics.flatMap(\.name.all)),
            id: id, values: values)
        if let answer = answers[asked.key] {
            question.id = answer.id ?? id
            question.values.merge(answer.values) { _, answered in answered }
        }
        // Another name of a metric that is to be: the first one describes it.
        if let first = questions.firstIndex(where: { $0.id == question.id }) {
            let role = question.values["role"]
            questions[first].values.merge(question.values) { first, _ in first }
            question.values = questions[first].values
            question.values["role"] = role
        }
        questions.append(question)
        return questions.count - 1
    }

    // MARK: Names

    /// A name as it is compared: without case and spaces, in simplified characters.
    private static func folded(_ name: String) -> String {
        ImportField.folded(name.replacing("（", with: "_").replacing("(", with: "_"))
    }

    /// A name and the unit in brackets behind it: 办理时长 and 天 of 办理时长（天）.
    static func parted(_ text: String) -> (name: String, unit: String?) {
        let text = lines(of: text).joined(separator: " ")
        guard text.contains(where: { "）)]】〕/／".contains($0) }) else { return (text, nil) }
        if let match = text.wholeMatch(
            of: #/(.+?)\s*[（(\[【〔](?:单位[:：]?|單位[:：]?)?\s*(?:人民币|人民幣)?([^（(\[【〔）)\]】〕]{1,8})[）)\]】〕]/#)
        {
            let unit = unit(trimmed(match.output.2))
            if isUnit(unit) { return (trimmed(match.output.1), unit) }
        } else if let slash = text.lastIndex(where: { "/／".contains($0) }), slash != text.startIndex,
            let unit = WholeUnit(trimmed(text[text.index(after: slash)...])),
            unit.isMoney || ScaledUnit(unit.text) != nil
        {
            // 资金/万元
            return (trimmed(text[..<slash]), unit.text)
        }
        return (text, nil)
    }

    /// Whether the program knows a unit, so that a remark in brackets is not taken for one.
    private static func isUnit(_ text: String) -> Bool {
        if WholeUnit(text) != nil { return true }
        // 市级 and 户均 begin like units.
        guard let last = text.last, !"级級均别類类型内外上下前后".contains(last) else { return false }
        // 5 days, but 5%.
        let number = text.first?.isLetter == true && text.first?.isASCII == true ? "5 " : "5"
        guard !text.contains(#/[0-9]/#), let figure = PrintedFigure(number + text) else { return false }
        return !figure.unit.isEmpty
    }

    /// A unit as metrics have it.
    static func unit(_ text: String) -> String {
        ["％": "%", "百分比": "%", "百分之": "%", "percent": "%", "per cent": "%"][text] ?? text
    }

    // MARK: What is proposed

    private static func kind(_ name: String, unit: String) -> MetricKind {
        func says(_ words: [String], _ text: String) -> Bool { words.contains { text.contains($0) } }
        if unit == "个百分点" || says(MetricWords.changes + MetricWords.rates + ["同比", "环比", "growth", "change"], name) {
            return .change
        }
        if unit == "%" || name.hasSuffix("率") || says(MetricWords.shares + ["share", "rate"], name) { return .share }
        if WholeUnit.isMoney(unit) { return .money }
        if ["天", "日", "工作日", "个工作日", "小时", "分钟", "秒", "周", "个月", "年", "days", "hours", "minutes"].contains(unit) {
            return .duration
        }
        if says(MetricWords.scores + ["index", "score"], name) || unit == "分" { return .index }
        return .count
    }
}

/// What somebody says about a name in a table.
package struct MetricAnswer: Sendable {
    var name: String
    /// Of a metric that there is or is to be; nil for the one proposed.
    var id: String?
    var values: [String: String]
}
