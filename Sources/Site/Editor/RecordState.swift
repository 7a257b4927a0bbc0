import Content
import Diagnostics

/// How far a record is, as its editor has to know.
struct RecordState {
    var id: RecordID
    var header: Header
    /// The items that nobody tells; none for what is not a practice.
    var missing: [PracticeItem] = []
    /// How many problems of some codes its files have.
    private var counts: [DiagnosticCode: Int] = [:]
    var errors = 0
    var isOverdue = false

    /// A practice of which more than half of the seventeen items is not told.
    private static let thin = PracticeItem.allCases.count / 2 + 1

    init(_ id: RecordID, _ header: Header, problems: EditorProblems, site: Site) {
        (self.id, self.header) = (id, header)
        if id.kind == .practice { missing = PracticeRef(site.shared, id.index).unknownItems }
        for problem in problems.of(header.path) {
            if problem.isError { errors += 1 }
            counts[problem.problem.code, default: 0] += 1
        }
        if let reviewed = header.reviewed, let today = site.options.today { isOverdue = reviewed.isOverdue(on: today) }
    }

    enum Need: String, CaseIterable {
        /// Drafts, and records with errors, blanks or loose figures.
        case unfinished
        /// Records whose translation or review is missing or old.
        case stale
        /// Practices of which more than half of the items is not told.
        case thin
        case fine
    }

    /// What it needs first.
    var need: Need {
        if header.status == .draft || errors > 0 || counts[.placeholder] != nil || counts[.looseFigure] != nil {
            return .unfinished
        }
        if counts[.missingTranslation] != nil || counts[.staleTranslation] != nil || isOverdue { return .stale }
        return missing.count >= Self.thin ? .thin : .fine
    }

    /// What there is to do, in words.
    func marks(_ strings: Strings) -> [String] {
        func mark(_ phrase: Phrase, _ count: Int?) -> String? {
            count.flatMap { $0 > 0 ? strings.format(phrase, count: $0) : nil }
        }
        return [
            mark(.previewErrors, errors), mark(.previewUnfinished, counts[.placeholder]),
            mark(.previewLoose, counts[.looseFigure]), mark(.previewUntranslated, counts[.missingTranslation]),
            mark(.previewStale, counts[.staleTranslation]), isOverdue ? strings[.previewOverdue] : nil,
            mark(.previewMissing, missing.count),
        ].compactMap(\.self)
    }

    static let view = View<RecordState>(
        "record state",
        linkFields(title: { $0.header.title[$1.language] }, href: { $1.pageHref(PageID($0.id)) ?? "" }),
        [
            .text("file", "its file") { record, _ in record.header.path },
            .text("status", "its status, in words") { record, page in page.strings[.recordStatus, record.header.status]
            },
            .flag("is-draft", "whether it is not published yet") { record, _ in record.header.status == .draft },
            .list("marks", of: markView, "what there is to do") { record, page in record.marks(page.strings) },
            .text("missing", "the items that nobody tells") { record, page in
                page.enumerated(record.missing.map { page.strings[.item, $0] })
            },
            .text("reviewed", "when it was last compared with its sources") { record, page in
                record.header.reviewed.map { page.strings.date($0) }
            },
        ])
}

private let markView = View<String>("mark", [.text("text", "what there is to do") { mark, _ in mark }])

extension Site {
    /// All records that have pages.
    func recordStates(_ problems: EditorProblems) -> [RecordState] {
        shared.records.compactMap { id in
            shared.header(of: id).map { RecordState(id, $0, problems: problems, site: self) }
        }
    }
}
