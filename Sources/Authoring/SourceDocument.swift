import Content
import Diagnostics
import Text

/// A document from which a source record is made: what it consists of, with fingerprints for its words.
package struct SourceDocument: Sendable {
    /// What can be cited by itself.
    struct Paragraph: Sendable {
        var number: Int
        /// What it is called in the document: `表1!C7`.
        var name: String?
        var section = "s1"
        var kind = "text"
        var speaker: String?
        var text: String
    }

    struct Section: Sendable {
        var id: String
        var title: String
        /// The paragraph that its heading is.
        var heading: Int?
    }

    struct Speaker: Sendable {
        var id: String
        var name: String
        var role: String
        var place: String?
    }

    /// The last part of the file's path.
    package var name: String
    package var bytes: [UInt8]
    var paragraphs: [Paragraph] = []
    /// None where it has no parts.
    var sections: [Section] = []
    var speakers: [Speaker] = []

    /// Nil if the document is not a text in UTF-8.
    package init?(name: String, bytes: [UInt8]) {
        var problems: [Diagnostic] = []
        guard checkEncoding(bytes, path: name, diagnostics: &problems), !bytes.contains(0) else { return nil }
        self.init(name: name, text: bytes)
    }

    /// The lines that have text, by the numbers under which `check --originals` looks for them: every line counts,
    /// empty ones too.
    init(name: String, text bytes: [UInt8]) {
        self.init(name: name, bytes: bytes, paragraphs: [])
        let text = SourceText(bytes)
        paragraphs = (1...max(1, text.lineStarts.count)).compactMap { number in
            let line = text.line(number)
            return line.allSatisfy(\.isWhitespace) ? nil : Paragraph(number: number, text: line)
        }
    }

    init(name: String, bytes: [UInt8], paragraphs: [Paragraph]) {
        (self.name, self.bytes, self.paragraphs) = (name, bytes, paragraphs)
    }

    /// The id of somebody who speaks, who may be new.
    ///
    /// - Parameter place: for which they speak; for none if they were said to speak for another one.
    mutating func addSpeaker(_ name: String, role: String, place: String?, readings: HanReadings) -> String {
        if let index = speakers.firstIndex(where: { $0.name == name }) {
            if speakers[index].place != place { speakers[index].place = nil }
            return speakers[index].id
        }
        let base = slug(of: name, readings: readings)
        let id = freeName(base.isEmpty ? "unit" : base) { id in !speakers.contains { $0.id == id } }
        speakers.append(Speaker(id: id, name: name, role: role, place: place))
        return id
    }
}

extension RecordForm {
    /// A source record that is filled in as far as a document tells by itself.
    package func sourceFile(of document: SourceDocument) -> NewFile {
        sourceFile(of: document, values: [:], showsText: false)
    }

    /// - Parameter values: further fields that are known.
    /// - Parameter showsText: whether the paragraphs themselves are written into the record.
    func sourceFile(of document: SourceDocument, values: [String: YAMLValue], showsText: Bool) -> NewFile {
        var values = values.merging(documentValues(document)) { first, _ in first }
        let paragraphs = document.paragraphs.map { paragraph in
            row([
                ("n", "\(paragraph.number)"), ("name", paragraph.name), ("section", paragraph.section),
                ("kind", paragraph.kind), ("speaker", paragraph.speaker),
                ("sentences", "\(Original.sentences(of: paragraph.text).count)"), ("chars", "\(paragraph.text.count)"),
                ("fingerprint", NormalizedText(paragraph.text).fingerprint),
                ("text", showsText ? paragraph.text : nil),
            ])
        }
        values["paragraphs"] = .list(paragraphs)
        return NewFile(path: path, text: text(values: values))
    }

    private func row(_ pairs: [(key: String, text: String?)]) -> YAMLValue {
        .row(pairs.compactMap { key, text in text.map { (key: key, text: $0) } })
    }

    private func documentValues(_ document: SourceDocument) -> [String: YAMLValue] {
        let whole = library.guide.phrase(.wholeText, in: library.language)
        let sections =
            document.sections.isEmpty ? [SourceDocument.Section(id: "s1", title: whole)] : document.sections
        var values: [String: YAMLValue] = [
            "sha256": .text(sha256(document.bytes)), "file": .text(document.name),
            "sections": .list(
                sections.map { section in
                    row([
                        ("id", section.id), ("title", section.title), ("from", section.heading.map { "\(id)#P\($0)" }),
                    ])
                }),
        ]
        if !document.speakers.isEmpty {
            values["speakers"] = .list(
                document.speakers.map {
                    row([("id", $0.id), ("name", $0.name), ("role", $0.role), ("place", $0.place)])
                })
        }
        return values
    }
}
