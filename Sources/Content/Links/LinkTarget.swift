import Markdown
import Text

/// What a link in a text leads to.
package enum LinkTarget: Sendable, Equatable {
    /// The page of a record, with the anchor after `#` if there is one.
    case record(RecordID, fragment: String?)
    /// A figure, by its index in the library's observations.
    case observation(Int)
    /// A citation.
    case source(Int, Locator)
    /// A term, by its index in the library's glossary.
    case term(Int)
    /// A file beside the records, by its index in the library's assets.
    case asset(Int)
    /// Somewhere else on the web, or a place on the same page.
    case external
    /// Nowhere; ``check(_:includesDrafts:diagnostics:)`` has reported it.
    case nowhere
}

/// The links of Markdown that belong to the library.
package enum LinkScheme: String, CaseIterable {
    case observation = "obs:"
    case source = "src:"
    case term = "term:"

    /// The scheme of a destination and what stands after it.
    package static func split(_ destination: String) -> (scheme: LinkScheme, name: String)? {
        for scheme in allCases where destination.hasPrefix(scheme.rawValue) {
            return (scheme, String(destination.dropFirst(scheme.rawValue.count)))
        }
        return nil
    }
}

extension Library {
    // Inlined where a page asks, so that the library is not copied: see ``SharedLibrary/address``.

    /// Where a link leads that is written in the file at `path`.
    @inline(__always)
    package func target(of destination: String, in path: String) -> LinkTarget {
        if let (scheme, name) = LinkScheme.split(destination) {
            switch scheme {
            case .observation: return index.observations[name].map(LinkTarget.observation) ?? .nowhere
            case .term: return index.terms[name].map(LinkTarget.term) ?? .nowhere
            case .source:
                guard let locator = Locator(name), let source = index.sources[locator.source] else { return .nowhere }
                return .source(source, locator)
            }
        }
        guard let relative = RelativeLink(destination, in: path) else {
            let isKnown = ["#", "https:", "http:", "mailto:", "tel:", "data:"].contains { destination.hasPrefix($0) }
            return isKnown ? .external : .nowhere
        }
        if let asset = index.assets[relative.path] { return .asset(asset) }
        guard let record = record(at: relative.path) else { return .nowhere }
        return .record(record, fragment: relative.fragment)
    }

    /// The record whose original or translation lies at a path.
    @inline(__always)
    package func record(at path: String) -> RecordID? {
        if let record = index.records[path] { return record }
        guard let (original, language) = translation(at: path, in: languages), let record = index.records[original]
        else { return nil }
        return header(of: record)?.title.exact(language) == nil ? nil : record
    }
}

/// The original that a translation belongs to and the index of its language: `a.md` for `a.en.md`; nil for what is none.
package func translation(at path: String, in languages: [String]) -> (original: String, language: Int)? {
    guard path.hasSuffix(".md"), let language = languages.firstIndex(where: { path.hasSuffix(".\($0).md") }) else {
        return nil
    }
    return (path.dropLast(languages[language].utf8.count + 4) + ".md", language)
}

/// The file of a translation, beside its original, whose name may have the tag of the default language.
package func pathOfTranslation(of original: String, into language: String, from defaultLanguage: String) -> String {
    let stem = original.dropLast(".md".count)
    return (stem.hasSuffix("." + defaultLanguage) ? stem.dropLast(defaultLanguage.utf8.count + 1) : stem)
        + ".\(language).md"
}

/// A destination without a scheme, made relative to the library's folder.
struct RelativeLink: Equatable {
    var path: String
    var fragment: String?

    /// Nil where the destination names another site or a place on the same page.
    init?(_ destination: String, in file: String) {
        guard !destination.hasPrefix("#"), !destination.hasPrefix("//"), !Self.hasScheme(destination) else {
            return nil
        }
        var rest = Substring(destination)
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = String(rest[rest.utf8.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let plain = Self.plainPath(rest.utf8, in: file.utf8) {
            path = plain
            return
        }
        var parts = rest.hasPrefix("/") ? [] : file.pathParts.dropLast()
        for part in rest.pathParts {
            switch part {
            case ".": continue
            case "..":
                // Above the library there is nothing; the path keeps saying so.
                if parts.isEmpty || parts.last == ".." { parts.append("..") } else { parts.removeLast() }
            default: parts.append(part.utf8.contains(UInt8(ascii: "%")) ? String(part).percentDecoded[...] : part)
            }
        }
        path = parts.joined(separator: "/")
    }

    /// Where most links lead, `b.md` and `../topics/b.md`, without taking paths apart; nil for all others.
    private static func plainPath(_ destination: Substring.UTF8View, in file: String.UTF8View) -> String? {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        var (rest, folder) = (destination[...], file[..<(file.lastIndex(of: slash) ?? file.startIndex)])
        while rest.starts(with: "../".utf8), !folder.isEmpty {
            rest = rest.dropFirst(3)
            folder = folder[..<(folder.lastIndex(of: slash) ?? folder.startIndex)]
        }
        var before = slash
        for byte in rest {
            guard byte != UInt8(ascii: "%"), before != slash || byte != slash && byte != dot else { return nil }
            before = byte
        }
        guard before != slash else { return nil }
        return folder.isEmpty ? String(Substring(rest)) : "\(Substring(folder))/\(Substring(rest))"
    }

    private static func hasScheme(_ destination: String) -> Bool {
        guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")),
            destination.unicodeScalars.first?.properties.isAlphabetic == true
        else { return false }
        return destination[..<colon].unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "+-.".unicodeScalars.contains($0))
        }
    }
}
