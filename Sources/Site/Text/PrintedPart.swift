import Content

/// A part of the combined document: where it stands, and how deep its headings are.
struct PrintedPart {
    var anchor: String
    /// How many levels deeper than on a page of its own.
    var levels: Int

    static func anchor(ofTerm id: String) -> String { "terms." + id }
}

extension Library {
    /// Where something stands in the combined document; nil for what is not in it. A dot keeps such anchors apart
    /// from those of headings.
    func printedAnchor(of subject: Subject) -> String? {
        switch subject {
        case .record(let record) where record.kind == .home: "page.contents"
        case .record(let record):
            header(of: record).map { "\(record.kind.folder).\($0.id.split(separator: "/").joined(separator: "."))" }
        case .source(let index): "sources." + sources[index].id
        case .metric(let index): "metrics." + metrics[index].id
        case .kit, .comparison, .facet: nil
        }
    }
}
