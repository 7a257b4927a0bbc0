import Foundation

/// `embed-templates FOLDER OUTPUT` writes a Swift file with the text of every file in a folder.
@main
enum EmbedTemplates {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            throw CocoaError(.fileReadUnknown, userInfo: [NSDebugDescriptionErrorKey: "usage: FOLDER OUTPUT"])
        }
        let folder = URL(filePath: CommandLine.arguments[1])
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var source =
            "/// The files of templates/, by path.\npackage let embeddedTemplates: [(path: String, text: String)] = [\n"
        for name in names.sorted() where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            guard let data = try? Data(contentsOf: folder.appending(path: name)),
                let text = String(data: data, encoding: .utf8), !name.hasSuffix("~")
            else { continue }
            source += "    (\(literal(name)), \(literal(text))),\n"
        }
        source += "]\n"
        try source.write(to: URL(filePath: CommandLine.arguments[2]), atomically: true, encoding: .utf8)
    }

    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
