import Content

/// A new record of some kind, with every field its reader knows and what it is for.
package struct RecordForm: Sendable {
    /// What can be made with `exemplar new`.
    package enum Kind: String, CaseIterable, Sendable {
        case place, mechanism, topic, practice, `case`, page, adoption, metric, source
    }

    package var kind: Kind
    /// The id, with the place before the slash for practices and cases.
    package var id: String
    /// The title or name, if it is known already.
    package var title: String?
    package var library: LibraryNames

    package init(_ kind: Kind, id: String, title: String? = nil, library: LibraryNames) {
        (self.kind, self.id, self.title, self.library) = (kind, id, title, library)
    }

    /// Where the record lies; for a metric, the registry it is added to.
    package var path: String {
        switch kind {
        case .metric: LibraryNames.metricsPath
        case .source: "seeds/\(id)/source.yaml"
        default: "content/\(recordKind?.folder ?? "")/\(id).md"
        }
    }

    private var language: AuthorLanguage { library.language }

    /// A file of its own. A metric is an entry of a file: see ``metricEntry``.
    package var file: NewFile {
        NewFile(path: path, text: text())
    }

    /// The entry to add to the end of metrics.yaml.
    package var metricEntry: String { metricEntry(values: [:]) }

    func metricEntry(values: [String: YAMLValue]) -> String {
        ([id + ":"] + fieldLines(values).map { $0.isEmpty ? "" : "  " + $0 }).map { $0 + "\n" }.joined()
    }

    /// - Parameter values: fields whose values are known, and take the place of what a new record would have.
    func text(values: [String: YAMLValue] = [:], comment: String? = nil, body: String = "") -> String {
        let fields = fieldLines(values)
        guard recordKind != nil else { return fields.map { $0 + "\n" }.joined() }
        let note = comment.map { ["# " + $0] } ?? []
        return (["---"] + note + head.split(separator: "\n").map { "# " + $0 } + [""] + fields + ["---", ""])
            .map { $0 + "\n" }.joined() + body
    }

    /// The fields as the guide orders them, each under its explanation. A field that no guide explains stands at
    /// the end: it is never left out.
    private func fieldLines(_ values: [String: YAMLValue]) -> [String] {
        let known = kind.knownFields
        let guides = kind.guides.filter { guide in known.contains { $0.key == guide.key } }
        let unexplained = known.filter { field in !guides.contains { $0.key == field.key } }
        let blocks =
            guides.map { guide -> [String] in
                let isRequired = known.first { $0.key == guide.key }?.isRequired ?? false
                let lines = values[guide.key].map { yamlLines(guide.key, $0) } ?? [startLine(guide)]
                return explanation(of: guide, isRequired: isRequired) + lines
            } + unexplained.map { field in values[field.key].map { yamlLines(field.key, $0) } ?? [field.key + ":"] }
        return Array(blocks.joined(separator: [""]))
    }

    private func startLine(_ guide: FieldGuide) -> String {
        let value: String? =
            switch guide.start {
            case .empty: nil
            case .placeholder(let phrase): language.placeholder + phrase[language]
            case .value(let text): text
            case .title: title ?? language.placeholder + guide.explanation[language]
            case .place: String(id.prefix { $0 != "/" })
            case .libraryLanguage: library.languages.first ?? ""
            }
        return guide.key + ":" + (value.map { " " + yamlScalar($0) } ?? "")
    }

    private func explanation(of guide: FieldGuide, isRequired: Bool) -> [String] {
        var lines = [guide.explanation[language] + (isRequired ? Phrase("（必填）", " (required)")[language] : "")]
        if !guide.words.isEmpty {
            let words = guide.words.map { word in
                let meaning = word.meaning[language]
                return meaning == word.word ? word.word : word.word + Phrase("＝", " = ")[language] + meaning
            }
            lines.append(Phrase("可选：", "one of: ")[language] + words.joined(separator: Phrase("；", "; ")[language]))
        }
        let names = guide.names.map { library.names(of: $0) } ?? []
        if !names.isEmpty {
            let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
            lines.append(Phrase("本库已有：", "there are: ")[language] + shown)
        }
        if !guide.holdsStatements, !guide.entries.isEmpty {
            let entries = guide.entries.map {
                $0.key + Phrase("（", " (")[language] + $0.explanation[language] + Phrase("）", ")")[language]
            }
            lines.append(
                Phrase("每项可写：", "each entry may have: ")[language]
                    + entries.joined(separator: Phrase("、", ", ")[language]))
        }
        lines += guide.example?[language].split(separator: "\n").map { "  " + $0 } ?? []
        return lines.map { "# " + $0 }
    }

    /// What every author must know, above the fields.
    private var head: String {
        let lines = kind.guides.contains(where: \.holdsStatements) ? [Self.head, Self.statementHead] : [Self.head]
        return lines.map { $0[language] }.joined(separator: "\n")
    }

    private static let head = Phrase(
        """
        以 # 开头的行只是说明，可以删去。【待填】要换成自己的话；空着的项目就是“还不知道”。
        文字里有冒号加空格或 # 号时，把整句放进英文双引号。下面那行 --- 之后写正文（Markdown），可以不写。
        """,
        """
        Lines that begin with # only explain and may go. Replace every 【to fill in】; an empty field is not known yet.
        Put a text with a colon and a space, or with #, between double quotation marks. The body (Markdown) goes
        under the line --- at the end; it may be empty.
        """)

    private static let statementHead = Phrase(
        """
        “陈述”直接写一句话，就是编者自己的话；有出处就写成 {text: 一句话, from: 来源标识#P1.S2}（来源、段、句）。
        有几条就写成列表，每条一行，前面加“- ”。数字写成 [2万余人](obs:数字的id)，数字表里要有这一行。
        """,
        """
        A statement is a sentence in your own words, or {text: a sentence, from: source-id#P1.S2} where a source says
        so (source, paragraph, sentence). Several are a list, one a line, each after “- ”. Write figures as
        [over 20,000](obs:id-of-the-row); the row must be in a table of figures.
        """)
}

extension RecordForm {
    private var recordKind: RecordKind? { kind.recordKind }
}

extension RecordForm.Kind {
    /// The kind of record that this is a file of; nil for metrics and sources.
    package var recordKind: RecordKind? {
        switch self {
        case .place: .place
        case .mechanism: .mechanism
        case .topic: .topic
        case .practice: .practice
        case .case: .case
        case .page: .page
        case .adoption: .adoption
        case .metric, .source: nil
        }
    }

    var knownFields: [KnownField] {
        switch self {
        case .metric: KnownField.fieldsOfMetric()
        case .source: KnownField.fieldsOfSource()
        default: recordKind.map { KnownField.fields(of: $0) } ?? []
        }
    }

    var guides: [FieldGuide] {
        switch self {
        case .place: FieldGuide.place
        case .mechanism: FieldGuide.mechanism
        case .topic: FieldGuide.topic
        case .practice: FieldGuide.practice
        case .case: FieldGuide.caseStudy
        case .page: FieldGuide.page
        case .adoption: FieldGuide.adoption
        case .metric: FieldGuide.metric
        case .source: FieldGuide.source
        }
    }
}
