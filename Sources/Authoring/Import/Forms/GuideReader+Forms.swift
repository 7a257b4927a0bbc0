import Content
import Diagnostics
import Text
import Yams

extension GuideReader {
    /// A form that `templates/authoring/forms/` describes.
    static func form(_ file: SourceTree.File, diagnostics: inout [Diagnostic]) -> FormProfile {
        var reader = GuideReader(file)
        var form = FormProfile(id: String(file.path.lastPathPart.dropLast(".yaml".count)))
        let pairs = reader.root(file, known: ["name", "kind", "columns"])
        if let node = pairs.first(where: { $0.key == "name" })?.node {
            for (tag, node) in reader.mapping(node, known: AuthorLanguage.allCases.map(\.rawValue)) {
                form.names[AuthorLanguage(tag: tag)] = reader.text(node)
            }
        }
        if let node = pairs.first(where: { $0.key == "kind" })?.node {
            form.kind = reader.word(node, of: "kind", among: kindsOfForms.map(\.rawValue)).flatMap(ImportKind.init)
        }
        let fields = (form.kind.map { [$0] } ?? kindsOfForms).flatMap { $0.authored.fields + $0.authored.columns }
        if let node = pairs.first(where: { $0.key == "columns" })?.node {
            form.columns = reader.columns(node, fields: Set(fields.map(\.key)).subtracting(["status"]).sorted())
        }
        if reader.diagnostics.isEmpty {
            for key in ["kind", "columns"] where !pairs.contains(where: { $0.key == key }) { reader.reportMissing(key) }
        }
        diagnostics += reader.diagnostics
        return form
    }

    /// Figures are told apart by other means.
    private static let kindsOfForms: [ImportKind] = [.practice, .case]

    private mutating func columns(_ node: Node, fields: [String]) -> [FormProfile.Column] {
        guard let mapping = node.mapping else {
            report(.notFields, at: node)
            return []
        }
        let fields = [ColumnMapping.Choice.leaveOut] + fields
        return mapping.map { header, node in
            var column = FormProfile.Column(header: header.string ?? "")
            guard node.scalar == nil else {
                column.field = word(node, of: column.header, among: fields)
                return column
            }
            for (key, node) in self.mapping(node, known: ["field", "limit", "identifies"]) {
                switch key {
                case "field": column.field = word(node, of: key, among: fields)
                case "limit":
                    column.limit = text(node).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
                    if node.scalar != nil, column.limit == nil {
                        report(.notAWholeNumber(node.scalar?.string ?? ""), at: node)
                    }
                default: column.identifies = word(node, of: key, among: ["true", "false"]) == "true"
                }
            }
            return column
        }
    }

    /// A text that is one of those known; nil after telling that it is none.
    private mutating func word(_ node: Node, of field: String, among known: [String]) -> String? {
        guard let text = text(node) else { return nil }
        if known.contains(text) { return text }
        report(
            .notAWord(text: text, field: field), at: node, hint: .nearest(to: text, among: known) ?? .useOneOf(known))
        return nil
    }
}
