/// Reads the source of inlines roughly: code is passed over, escapes are respected, and the places where
/// addresses and tags stand are told apart from text. What a node really is, libcmark has decided already.
struct InlineScanner {
    enum Token {
        /// What stands between `](` and the title or the closing parenthesis.
        case destination(Range<Int>)
        /// `<` to `>`: a tag, a comment or an automatic link.
        case markup(Range<Int>)
        /// Any other sign that is not escaped.
        case character(Int)
    }

    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    /// Lengths of backtick runs known not to come again, so that each is looked for once.
    private var missingBackticks: Set<Int> = []
    private var noMarkupBefore = 0
    /// Brackets that are open: `](` after none is text.
    private var depth = 0

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    /// The destinations and tags of a stretch.
    static func places(in bytes: [UInt8], _ range: Range<Int>) -> [Token] {
        var scanner = InlineScanner(bytes, range)
        var places: [Token] = []
        while let token = scanner.next() {
            if case .character = token { continue }
            places.append(token)
        }
        return places
    }

    mutating func next() -> Token? {
        while index < end {
            let start = index
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                index += index + 1 < end && bytes[index + 1].isASCIIPunctuation ? 2 : 1
            case UInt8(ascii: "`"):
                skipCode()
            case UInt8(ascii: "<"):
                index += 1
                if let markup = markup(from: start) {
                    index = markup.upperBound
                    return .markup(markup)
                }
            case UInt8(ascii: "]") where depth > 0 && index + 1 < end && bytes[index + 1] == UInt8(ascii: "("):
                depth -= 1
                index += 2
                if let destination = destination(from: index) {
                    // Not past it: if libcmark saw no link here, what follows may hold others.
                    return .destination(destination)
                }
            default:
                if bytes[index] == UInt8(ascii: "[") { depth += 1 }
                if bytes[index] == UInt8(ascii: "]") { depth = max(depth - 1, 0) }
                index += 1
                return .character(start)
            }
        }
        return nil
    }

    private mutating func skipCode() {
        let count = backticks(at: index)
        index += count
        guard !missingBackticks.contains(count) else { return }
        var closer = index
        while closer < end {
            guard bytes[closer] == UInt8(ascii: "`") else {
                closer += 1
                continue
            }
            let length = backticks(at: closer)
            closer += length
            if length == count {
                index = closer
                return
            }
        }
        missingBackticks.insert(count)
    }

    private func backticks(at start: Int) -> Int {
        bytes[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
    }

    private mutating func markup(from start: Int) -> Range<Int>? {
        let isComment = bytes[start..<end].starts(with: "<!--".utf8)
        // `>` in quoted attributes and comments does not end them.
        var quote: UInt8?
        var next = start + 1
        guard next < end, next >= noMarkupBefore, !bytes[next].isASCIIWhitespace else { return nil }
        while next < end {
            let byte = bytes[next]
            if byte == UInt8(ascii: ">"), quote == nil,
                !isComment || (next >= start + 6 && bytes[(next - 2)..<next].elementsEqual("--".utf8))
            {
                return start..<next + 1
            }
            if !isComment, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if quote == nil, bytes[next - 1] == UInt8(ascii: "=") {
                    quote = byte
                } else if quote == byte {
                    quote = nil
                }
            }
            next += 1
        }
        if quote == nil, !isComment { noMarkupBefore = end }
        return nil
    }

    /// As libcmark's `manual_scan_link_url`: in angle brackets, or with balanced parentheses and no space.
    private func destination(from start: Int) -> Range<Int>? {
        var next = start
        while next < end, bytes[next].isASCIIWhitespace { next += 1 }
        guard next < end else { return nil }
        let first = next
        if bytes[first] == UInt8(ascii: "<") {
            next += 1
            while next < end, bytes[next] != UInt8(ascii: ">") {
                if bytes[next].isLineEnd || bytes[next] == UInt8(ascii: "<") { return nil }
                next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
            }
            return next < end ? first + 1..<next : nil
        }
        var depth = 0
        while next < end, !bytes[next].isASCIIWhitespace {
            switch bytes[next] {
            case UInt8(ascii: "\\") where next + 1 < end && bytes[next + 1].isASCIIPunctuation: next += 1
            case UInt8(ascii: "("):
                depth += 1
                // libcmark's own limit.
                if depth > 32 { return nil }
            case UInt8(ascii: ")"):
                if depth == 0 { return first..<next }
                depth -= 1
            default: break
            }
            next += 1
        }
        return first..<min(next, end)
    }
}
