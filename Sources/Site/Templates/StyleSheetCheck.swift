import Content
import Diagnostics
import Foundation
import Text

/// What the style sheets of a library name, and whether there is such a thing: browsers pass over the rest in silence.
struct StyleSheetCheck {
    /// Below `assets/`.
    private let files: Set<String>
    /// The custom properties of the program.
    private let known: Set<String>
    /// Those that are colours.
    private let colours: Set<String>
    private var properties: [Property] = []
    private(set) var diagnostics: [Diagnostic] = []

    private struct Property {
        var name: String
        var span: SourceSpan
        /// Whether it gets a value here, or is asked for.
        var isSet: Bool
    }

    /// - Parameters:
    ///   - files: by their path below `templates/`, joined.
    ///   - embedded: those of the program.
    init(files: some Sequence<String>, embedded: [String: SourceTree.File]) {
        self.files = Set(files)
        var known: Set<String> = []
        var colours: Set<String> = []
        for (name, file) in embedded where name.hasPrefix("assets/") && name.hasSuffix(".css") {
            Self.forEachToken(in: file.bytes) { token, range in
                guard case .property(let isSet) = token else { return }
                let property = String(decoding: file.bytes[range], as: UTF8.self)
                known.insert(property)
                if isSet == true, case .colour = StyleColour(behind: range, in: file.bytes) { colours.insert(property) }
            }
        }
        (self.known, self.colours) = (known, colours)
    }

    /// What of a sheet can be wrong here.
    private enum Token {
        /// `url(…)`
        case address
        case openBrace
        case closeBrace
        /// A custom property: set, asked for, or neither where it brings its own substitute and may be missing.
        case property(isSet: Bool?)
        /// A mark of Chinese that looks like one of CSS; the one that is meant.
        case fullWidth(Unicode.Scalar)
    }

    private static func hint(for wrong: String, meaning right: Unicode.Scalar) -> Diagnostic.Hint {
        switch right {
        case " ": .writePlainSpace
        case "\"", "'": .writeStraightQuotes
        default: .writeASCIIMark(wrong: wrong, right: String(right))
        }
    }

    /// Notes the properties of a sheet, which may belong to another, and tells what is wrong with the rest.
    mutating func read(_ file: SourceTree.File) {
        func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(path: file.path, range: range) }
        var open: [Range<Int>] = []
        Self.forEachToken(in: file.bytes) { token, range in
            switch token {
            case .address: checkAddress(file.bytes[range].dropFirst(4).dropLast(), at: span(range), of: file)
            case .openBrace: open.append(range)
            case .closeBrace:
                if open.popLast() == nil {
                    diagnostics.append(Diagnostic(.strayBrace, at: span(range), hint: .removeBrace))
                }
            case .property(let isSet?):
                let name = String(decoding: file.bytes[range], as: UTF8.self)
                properties.append(Property(name: name, span: span(range), isSet: isSet))
                if isSet, colours.contains(name) { checkColour(behind: range, of: file) }
            case .property(nil): break
            case .fullWidth(let right):
                let wrong = String(decoding: file.bytes[range], as: UTF8.self)
                diagnostics.append(
                    Diagnostic(.fullWidthInStyle(wrong), at: span(range), hint: Self.hint(for: wrong, meaning: right)))
            }
        }
        if let first = open.first {
            diagnostics.append(Diagnostic(.unclosedBrace, at: span(first), hint: .closeBrace))
        }
    }

    private static func forEachToken(in bytes: [UInt8], _ body: (Token, Range<Int>) -> Void) {
        var at = 0
        while at < bytes.count {
            let rest = bytes[at...]
            var (length, token): (Int, Token?) = (1, nil)
            switch bytes[at] {
            case UInt8(ascii: "/") where rest.starts(with: "/*".utf8):
                length = (rest.dropFirst(2).firstRange(of: Array("*/".utf8))?.upperBound ?? bytes.count) - at
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                length = StyleSheet.length(upTo: bytes[at], in: rest)
            case UInt8(ascii: "u") where rest.starts(with: "url(".utf8):
                length = 3 + StyleSheet.length(upTo: UInt8(ascii: ")"), in: rest.dropFirst(3))
                token = .address
            case UInt8(ascii: "{"): token = .openBrace
            case UInt8(ascii: "}"): token = .closeBrace
            case 0x80... where StyleSheet.fullWidthMark(rest) != nil:
                length = 3
                token = StyleSheet.fullWidthMark(rest).map { .fullWidth($0) }
            case let byte where StyleSheet.isWord(byte):
                // Two hyphens in the middle of a class begin no property.
                var end = at
                while end < bytes.count, StyleSheet.isWord(bytes[end]), StyleSheet.fullWidthMark(bytes[end...]) == nil {
                    end += 1
                }
                length = end - at
                guard rest.starts(with: "--".utf8) else { break }
                let behind = rest.dropFirst(length).first { $0 != UInt8(ascii: " ") }
                let isSet = behind == UInt8(ascii: ":")
                token = .property(isSet: isSet || behind == UInt8(ascii: ")") ? isSet : nil)
            default: break
            }
            if let token { body(token, at..<at + length) }
            at += length
        }
    }

    /// Tells of properties that nothing asks for or nothing sets, once all sheets have been read.
    mutating func checkProperties() {
        let set = Set(properties.filter(\.isSet).map(\.name))
        let asked = Set(properties.filter { !$0.isSet }.map(\.name))
        for property in properties
        where !known.contains(property.name) && !(property.isSet ? asked : set).contains(property.name) {
            diagnostics.append(
                Diagnostic(
                    .unknownProperty(property.name), at: property.span, hint: .nearest(to: property.name, among: known))
            )
        }
    }

    /// Browsers take a custom property with any value, and forget the declarations that then make no sense.
    private mutating func checkColour(behind property: Range<Int>, of file: SourceTree.File) {
        switch StyleColour(behind: property, in: file.bytes) {
        case .colour, .unknown: break
        case .unfinished(let place):
            diagnostics.append(
                Diagnostic(
                    .noSemicolon, at: SourceSpan(path: file.path, range: place..<place + 1), hint: .writeSemicolon))
        case .other(let range):
            diagnostics.append(
                Diagnostic(
                    .notAColour(String(decoding: file.bytes[range], as: UTF8.self)),
                    at: SourceSpan(path: file.path, range: range), hint: .writeColour))
        }
    }

    /// Only what lies beside the sheet or below is looked for.
    private mutating func checkAddress(_ text: ArraySlice<UInt8>, at span: SourceSpan, of file: SourceTree.File) {
        let written = trimmed(String(decoding: text, as: UTF8.self)).trimmingCharacters(in: ["\"", "'"])
        let name = String(written.prefix { $0 != "?" && $0 != "#" }).removingPercentEncoding ?? written
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("../"), !name.contains(":") else { return }
        // A part of a sheet is published with the others, beside their folder.
        let sheet = file.path.dropFirst(LibraryPath.templates.count)
        let whole = sheet.firstRange(of: ".css/").map { sheet[..<$0.lowerBound] } ?? sheet[...]
        let folder = whole[..<(whole.lastIndex(of: "/") ?? whole.startIndex)]
        let path = folder + "/" + (name.hasPrefix("./") ? name.dropFirst(2) : name[...])
        guard !files.contains(String(path)) else { return }
        diagnostics.append(
            Diagnostic(
                .noStyleFile(LibraryPath.templates + path), at: span,
                hint: .putFileThere))
    }
}
