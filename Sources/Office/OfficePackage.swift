import Archive
import Text

/// Why a workbook or a document is not read.
package enum OfficeRefusal: Error, Equatable, Sendable {
    /// Cut short, broken, or not what its name says.
    case damaged
    /// Locked with a password.
    case encrypted
    /// A part whose name leads elsewhere, or that stands there twice.
    case unsafeEntry(String)
    /// It would become larger than a table may be.
    case tooLarge
    /// XML with a document type, whose entities could stand for anything.
    case documentType
    /// A workbook of Excel 95 and before, or a document from before 2007.
    case outdated
    /// A file of another kind than .xlsx and .docx, such as .xlsb, .ods, .pptx.
    case otherKind
}

/// The parts of a file of Office Open XML (ECMA-376), and how they lead to each other.
struct OfficePackage {
    /// Where a part leads to.
    struct Relation {
        var type: String
        var target: String
    }

    private let parts: [String: [UInt8]]

    init(_ bytes: [UInt8]) throws(OfficeRefusal) {
        do throws(ArchiveEntries.Refusal) {
            parts = try ArchiveEntries(bytes, limits: Self.limits).contents { name in
                (name.hasSuffix(".xml") || name.hasSuffix(".rels")) && !Self.passedOver.contains { name.contains($0) }
            }
        } catch {
            switch error {
            case .unreadable, .nameNotUTF8: throw .damaged
            case .encrypted: throw .encrypted
            case .outside(let name), .link(let name), .special(let name), .twins(_, let name): throw .unsafeEntry(name)
            case .tooMany, .tooBig: throw .tooLarge
            }
        }
    }

    /// XML of many rows is packed to a hundredth and less; photographs in a document may be large.
    private static var limits: ArchiveEntries.Limits {
        var limits = ArchiveEntries.Limits()
        (limits.entries, limits.ratio, limits.allowance) = (4096, 200, 4 << 20)
        (limits.entryBytes, limits.totalBytes) = (96 << 20, 512 << 20)
        return limits
    }

    /// Folders of parts that hold no table.
    private static let passedOver = ["/theme/", "/drawings/", "/charts/", "/diagrams/", "/pivotCache/"]

    /// The main part of the file.
    func main() throws(OfficeRefusal) -> String {
        let main = try relations(of: "").values.first { $0.type.hasSuffix("/officeDocument") }
        guard let main else { throw .otherKind }
        return main.target
    }

    func has(_ part: String) -> Bool { parts[part] != nil }

    /// What a part leads to, by id. What lies outside the file is left out.
    func relations(of part: String) throws(OfficeRefusal) -> [String: Relation] {
        let folder = part.pathParts.dropLast().joined(separator: "/")
        let name = part.lastPathPart
        let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
        guard has(path) else {
            if part.isEmpty { throw .otherKind }
            return [:]
        }
        var relations: [String: Relation] = [:]
        try read(path) { event in
            guard case .start("Relationship", let attributes) = event, attributes["TargetMode"] != "External",
                let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
            else { return }
            relations[id] = Relation(type: type, target: Self.path(target, in: folder))
        }
        return relations
    }

    /// A target as the name of a part: it begins at the root, or is given from a folder. What leads out is no part.
    private static func path(_ target: String, in folder: String) -> String {
        let isWhole = target.hasPrefix("/") || folder.isEmpty
        return (isWhole ? String(target.drop { $0 == "/" }) : folder + "/" + target).withoutDots ?? ""
    }

    /// The name of the first element of a part, which says what it is.
    func root(of part: String) throws(OfficeRefusal) -> String? {
        var reader = try reader(of: part)
        while let event = try Self.next(&reader) {
            if case .start(let name, _) = event { return name }
        }
        return nil
    }

    /// Tells the XML of a part, event by event.
    func read(_ part: String, _ tell: (XMLReader.Event) throws(OfficeRefusal) -> Void) throws(OfficeRefusal) {
        var reader = try reader(of: part)
        while let event = try Self.next(&reader) { try tell(event) }
    }

    /// Tells what a document says now: without what tracked changes took away or formatted otherwise, and without the
    /// second form of what Word also gives in a newer one, and the reading that stands above a text. A table row that was
    /// taken away is told as `deletedRow`.
    func readCurrent(
        _ part: String, _ tell: (XMLReader.Event) throws(OfficeRefusal) -> Void
    ) throws(OfficeRefusal) {
        var passedOver = 0
        func isPast(_ name: String) -> Bool {
            ["Fallback", "del", "moveFrom", "rt"].contains(name) || name.hasSuffix("Change")
        }
        var isInRow = false
        try read(part) { event throws(OfficeRefusal) in
            switch event {
            case .start(let name, _) where isPast(name):
                if isInRow, passedOver == 0, name == "del" { try tell(.start("deletedRow", [:])) }
                passedOver += 1
            case .end(let name) where isPast(name): passedOver -= 1
            default:
                guard passedOver == 0 else { return }
                if case .start("trPr", _) = event { isInRow = true }
                if case .end("trPr") = event { isInRow = false }
                try tell(event)
            }
        }
    }

    private func reader(of part: String) throws(OfficeRefusal) -> XMLReader {
        guard let bytes = parts[part] else { throw .damaged }
        do { return try XMLReader(bytes) } catch { throw .damaged }
    }

    private static func next(_ reader: inout XMLReader) throws(OfficeRefusal) -> XMLReader.Event? {
        do throws(XMLReader.Failure) {
            return try reader.next()
        } catch {
            throw error == .documentType ? .documentType : .damaged
        }
    }
}
