import Content

/// A value of a record as YAML that is pleasant to edit.
indirect enum YAMLValue: Sendable, Equatable {
    case text(String)
    /// A list of ids on one line.
    case words([String])
    case list([YAMLValue])
    case mapping([(key: String, value: YAMLValue)])
    /// A mapping on one line.
    case row([(key: String, text: String)])

    static func == (lhs: YAMLValue, rhs: YAMLValue) -> Bool { lhs.lines == rhs.lines }

    /// A list of one is written as the one.
    static func oneOrMany(_ values: [YAMLValue]) -> YAMLValue {
        values.count == 1 ? values[0] : .list(values)
    }

    /// The value in block style: the first line stands behind its key or dash if it is the only one.
    fileprivate var lines: [String] {
        switch self {
        case .text(let text): [yamlScalar(text)]
        case .words(let words): ["[" + words.map { yamlScalar($0, isInFlow: true) }.joined(separator: ", ") + "]"]
        case .list(let values):
            values.flatMap { value in
                value.lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
            }
        case .row(let pairs):
            ["{" + pairs.map { "\($0.key): \(yamlScalar($0.text, isInFlow: true))" }.joined(separator: ", ") + "}"]
        case .mapping(let pairs): pairs.flatMap { yamlLines($0.key, $0.value) }
        }
    }
}

/// A key and its value, as the lines of a block mapping.
func yamlLines(_ key: String, _ value: YAMLValue) -> [String] {
    switch value {
    case .text, .words, .row: value.lines.map { "\(key): \($0)" }
    case .list(let values) where values.isEmpty: ["\(key): []"]
    case .list, .mapping: ["\(key):"] + value.lines.map { "  " + $0 }
    }
}
