import Foundation
import Text

/// Writes pages and the files they need into one file.
struct OneFileWriter {
    let frame: OneFile.Frame
    let pages: [HeldPage]
    /// All that are no pages, by path.
    let files: [String: [UInt8]]
    var isExcerpt = false
    var baseURL: String?
    /// The id of the library, by which the file is known again.
    var library: String?

    /// What all pages lead to.
    private var addressed: Set<String> { pages.reduce(into: []) { $0.formUnion(heldPaths(in: $1.body)) } }

    var written: [UInt8] {
        let addressed = self.addressed
        let paths = Set(pages.map(\.path))
        let lost = addressed.filter { !paths.contains($0) && files[$0] == nil }
        let styles = distinct(pages.flatMap(\.styles)).filter { files[$0] != nil }
        let styleTexts = styles.map { styleText($0) }
        let scripts =
            "var exemplarFiles = {\n" + scriptPaths(addressed).map { function($0) }.joined(separator: ",\n") + "\n};\n"
        let script = inlineText(frame.script)
        let mark = library.map { "\n" + OneFile.libraryMark + $0.htmlEscaped + "\">" } ?? ""

        var output = Array(
            """
            <!DOCTYPE html>
            <html lang="\(frame.language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">\(mark)
            <meta http-equiv="Content-Security-Policy" content="\(policy(styles: styleTexts, scripts: [scripts, script]))">
            <title>\(frame.title.htmlEscaped)</title>
            <meta name="color-scheme" content="light dark">\n
            """.utf8)
        if let icon = pages.lazy.compactMap(\.icon).first, let bytes = files[icon] {
            output += "<link rel=\"icon\" href=\"\(dataAddress(of: icon, bytes))\">\n".utf8
        }
        for (path, text) in zip(styles, styleTexts) {
            output += "<style data-file=\"\(path.htmlEscaped)\">\(text)</style>\n".utf8
        }
        output +=
            "</head>\n<body data-start=\"\(frame.start.htmlEscaped)\" data-missing=\"\(frame.missing.htmlEscaped)\">\n"
            .utf8
        let notice = Array("<main class=\"wide\">\n".utf8) + frame.notice + Array("</main>\n".utf8)
        if !isExcerpt { output += notice }
        write(pages, without: lost, to: &output)
        // Whoever can read the pages without scripts comes to them first.
        if isExcerpt { output += notice }
        for path in addressed.subtracting(paths).sorted() where !path.hasSuffix(".js") {
            guard let bytes = files[path] else { continue }
            output +=
                "<script type=\"text/plain\" data-file=\"\(path.htmlEscaped)\" data-type=\"\(type(of: path))\">".utf8
            output += Data(bytes).base64EncodedString().utf8
            output += "</script>\n".utf8
        }
        output += "<script>\(scripts)</script>\n<script>\(script)</script>\n</body>\n</html>\n".utf8
        return output
    }

    // MARK: Pages

    private func write(_ pages: [HeldPage], without lost: Set<String>, to output: inout [UInt8]) {
        if isExcerpt {
            for page in pages { write(page, readableBody(of: page, without: lost), to: &output) }
            return
        }
        let stretches = pages.map(\.stretches)
        var uses: [ArraySlice<UInt8>: Int] = [:]
        // A mark for a shorter one would save nothing.
        for stretch in stretches.joined() where stretch.count > 40 { uses[stretch, default: 0] += 1 }
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        for (page, parts) in zip(pages, stretches) {
            var text: [UInt8] = []
            for part in parts {
                guard uses[part, default: 0] > 1 else {
                    text += heldText(part)
                    continue
                }
                if numbers[part] == nil {
                    numbers[part] = numbers.count
                    output += "<script type=\"text/plain\" data-part=\"\(numbers.count - 1)\">".utf8
                    output += heldText(part) + Array("</script>\n".utf8)
                }
                text += "<\\\(numbers[part] ?? 0)>".utf8
            }
            write(page, text, to: &output)
        }
    }

    private func write(_ page: HeldPage, _ text: [UInt8], to output: inout [UInt8]) {
        // Where scripts are run the text of `noscript` is no more than text; where they are not it is the page.
        let element = isExcerpt ? "noscript" : "script"
        output += "<\(element)\(isExcerpt ? "" : " type=\"text/plain\"") data-page=\"\(page.path.htmlEscaped)\"".utf8
        if let target = page.target {
            output += " data-to=\"\(target.htmlEscaped)\"></\(element)>\n".utf8
            return
        }
        output += " data-lang=\"\(page.language)\" data-title=\"\(page.title)\" data-class=\"\(page.bodyClass)\"".utf8
        output += " data-styles=\"\(page.styles.joined(separator: " ").htmlEscaped)\"".utf8
        output += " data-scripts=\"\(page.scripts.joined(separator: " ").htmlEscaped)\">".utf8
        output += text
        output += "</\(element)>\n".utf8
    }

    /// A body as it can be read where scripts are not run, too: with a place for links to it, without links to pages
    /// that are not here.
    private func readableBody(of page: HeldPage, without lost: Set<String>) -> [UInt8] {
        var result = "<div id=\"/\(page.path.htmlEscaped)\"></div>\n"
        let text = String(decoding: page.body, as: UTF8.self)
        var rest = text.replacing("<noscript>", with: "<div class=\"no-script\">").replacing(
            "</noscript>", with: "</div>")[...]
        while let link = rest.firstRange(of: "href=\"#/") {
            result += rest[..<link.lowerBound]
            let address = rest[link.upperBound...].prefix { $0 != "\"" }
            if let path = heldPath(of: "#/" + address), lost.contains(path) {
                if let baseURL { result += "href=\"\(baseURL.htmlEscaped)/\(address)\"" }
            } else {
                result += rest[link] + address + "\""
            }
            rest = rest[address.endIndex...].dropFirst()
        }
        return Array((result + rest).utf8)
    }

    // MARK: Styles and scripts

    /// A style sheet, with the pictures it loads.
    private func styleText(_ path: String) -> String {
        var text = String(decoding: files[path] ?? [], as: UTF8.self)
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        for address in Set(addresses(inStyle: Array(text.utf8))) {
            guard let target = (folder + "/" + address).withoutDots, let bytes = files[target] else { continue }
            text = text.replacing(address, with: dataAddress(of: target, bytes))
        }
        return inlineText(text.replacing("</", with: "<\\/"))
    }

    /// All scripts but for an excerpt, which needs those that its pages name.
    private func scriptPaths(_ addressed: Set<String>) -> [String] {
        let named = Set(pages.flatMap(\.scripts)).union(addressed)
        return files.keys.filter { $0.hasSuffix(".js") && (!isExcerpt || named.contains($0)) }.sorted()
    }

    /// A script as a function. What it takes for its surroundings is given to it.
    private func function(_ path: String) -> String {
        let name = JSON.string(path).text()
        return
            "\(name): function (document, location, history) {\n\(inlineText(String(decoding: files[path] ?? [], as: UTF8.self)))\n}"
    }

    private func policy(styles: [String], scripts: [String]) -> String {
        func hashes(_ texts: [String]) -> String { texts.map { policySource(of: $0) }.joined(separator: " ") }
        return "default-src 'none'; style-src \(hashes(styles)); script-src \(hashes(scripts)); img-src data:; "
            + "base-uri 'none'; form-action 'none'"
    }

    private func dataAddress(of path: String, _ bytes: [UInt8]) -> String {
        "data:\(type(of: path));base64,\(Data(bytes).base64EncodedString())"
    }

    private func type(of path: String) -> String { mediaType(of: path) ?? "application/octet-stream" }

    private func distinct(_ paths: [String]) -> [String] {
        var known: Set<String> = []
        return paths.filter { known.insert($0).inserted }
    }
}
