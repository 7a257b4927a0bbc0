import Archive

@testable import Office

private let space = "http://schemas.openxmlformats.org"

/// A file of Office of a main part and what it is related to.
private func office(
    _ main: String, _ text: String, related: [(type: String, path: String, text: String)] = []
) throws -> OfficeFile {
    func relation(_ index: Int, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"r\(index)\" Type=\"\(space)/officeDocument/2006/relationships/\(type)\" Target=\"\(target)\"/>"
    }
    func relations(_ all: [String]) -> String {
        "<Relationships xmlns=\"\(space)/package/2006/relationships\">\(all.joined())</Relationships>"
    }
    let (folder, name) = (main.split(separator: "/")[0], main.split(separator: "/")[1])
    let writer = try ArchiveWriter()
    try writer.add(Array(relations([relation(0, "officeDocument", main)]).utf8), at: "_rels/.rels")
    try writer.add(Array(text.utf8), at: main)
    let links = related.enumerated().map { relation($0.offset, $0.element.type, $0.element.path) }
    if !links.isEmpty { try writer.add(Array(relations(links).utf8), at: "\(folder)/_rels/\(name).rels") }
    for part in related { try writer.add(Array(part.text.utf8), at: "\(folder)/\(part.path)") }
    return try OfficeFile(try writer.finish())
}

/// A document of Word with a body.
func officeDocument(_ body: String) throws -> OfficeFile {
    try office(
        "word/document.xml",
        "<w:document xmlns:w=\"\(space)/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>")
}

/// A workbook of one sheet with the rows and, where they are given, texts that cells share and styles.
func officeWorkbook(rows: String, shared: String = "", styles: String = "") throws -> OfficeFile {
    let namespace = "xmlns=\"\(space)/spreadsheetml/2006/main\""
    return try office(
        "xl/workbook.xml",
        "<workbook \(namespace) xmlns:r=\"\(space)/officeDocument/2006/relationships\"><sheets>"
            + "<sheet name=\"一\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>",
        related: [
            ("worksheet", "sheet1.xml", "<worksheet \(namespace)><sheetData>\(rows)</sheetData></worksheet>"),
            ("sharedStrings", "sharedStrings.xml", "<sst \(namespace)>\(shared)</sst>"),
            ("styles", "styles.xml", "<styleSheet \(namespace)>\(styles)</styleSheet>"),
        ])
}
