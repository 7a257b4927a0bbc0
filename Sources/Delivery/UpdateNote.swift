/// `UPDATE.txt` of an update: what it brings, and what the pack it is laid over no longer needs.
///
///     # exemplar update of 3f2a 91bc 77d0 e1f4
///     + site/index.html
///     - site/cases/old.html
struct UpdateNote: Equatable {
    static let fileName = "UPDATE.txt"

    /// The fingerprint of the pack that it is for.
    var old: String
    var written: [String]
    /// All that earlier versions had and this one has not; also what earlier updates left.
    var removed: [String]
    /// For whoever opens it.
    var comments: [String] = []

    init(old: String, written: [String], removed: [String], comments: [String]) {
        (self.old, self.written, self.removed, self.comments) = (old, written, removed, comments)
    }

    /// Lines that are neither `+` nor `-` are for people.
    init(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        func paths(_ mark: String) -> [String] {
            lines.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
        }
        self.init(old: "", written: paths("+ "), removed: paths("- "), comments: [])
    }

    var bytes: [UInt8] {
        let lines =
            ["# exemplar update of \(old)"] + comments.map { "# \($0)" } + written.map { "+ \($0)" }
            + removed.map { "- \($0)" }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
