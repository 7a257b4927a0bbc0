/// Breaks a text into lines: between Han characters and at spaces, never before closing punctuation or
/// after an opening one. Lines come out about equally long, so that no single character is left over.
struct TextWrap {
    let size: Double
    var isBold = false

    /// What is never broken: a word, a space, or a Han character with the punctuation that clings to it.
    private struct Piece {
        var text: String
        var width: Double

        var isSpace: Bool { text == " " }
    }

    /// Pieces that stand on one line.
    private struct Line {
        var pieces: Range<Int>
        var width: Double
    }

    func lines(_ text: String, width: Double, atMost count: Int) -> [String] {
        let pieces = pieces(of: text, width: width)
        let spaces = pieces.map(\.isSpace)
        let widths = pieces.map(\.width)
        var lines = Self.fill(widths, spaces: spaces, width: width)
        if lines.count > count {
            return shortened(lines.map { Self.text(of: $0, in: pieces) }, to: count, width: width)
        }
        var (narrow, wide) = (0.0, width)
        while lines.count > 1, wide - narrow > size / 2 {
            let middle = (narrow + wide) / 2
            let attempt = Self.fill(widths, spaces: spaces, width: middle)
            if attempt.count == lines.count, attempt.allSatisfy({ $0.width <= width }) {
                (wide, lines) = (middle, attempt)
            } else {
                narrow = middle
            }
        }
        return lines.map { Self.text(of: $0, in: pieces) }
    }

    private func measure(_ text: String) -> Double { TextMeasure.width(of: text, size: size, isBold: isBold) }

    /// As many pieces on each line as fit; no line begins with a space.
    private static func fill(_ widths: [Double], spaces: [Bool], width: Double) -> [Line] {
        var lines: [Line] = []
        var line = Line(pieces: 0..<0, width: 0)
        for piece in widths.indices {
            if !line.pieces.isEmpty, line.width + widths[piece] > width {
                lines.append(line)
                line = Line(pieces: piece..<piece, width: 0)
            }
            if line.pieces.isEmpty {
                guard !spaces[piece] else { continue }
                line.pieces = piece..<piece
            }
            line.pieces = line.pieces.lowerBound..<piece + 1
            line.width += widths[piece]
        }
        if !line.pieces.isEmpty { lines.append(line) }
        return lines
    }

    private static func text(of line: Line, in pieces: [Piece]) -> String {
        trimmed(pieces[line.pieces].reduce(into: "") { $0 += $1.text })
    }

    /// A word that is longer than a line is cut.
    private func pieces(of text: String, width: Double) -> [Piece] {
        var pieces: [Piece] = []
        var word = Piece(text: "", width: 0)
        var (clings, endsWide) = (false, false)
        func flush() {
            if !word.text.isEmpty { pieces.append(word) }
            word = Piece(text: "", width: 0)
        }
        for character in text {
            guard let first = character.unicodeScalars.first else { continue }
            let isWide = TextMeasure.isWide(first)
            // Of what is wide only the ideographic space is one; to look others up would take long.
            if isWide
                ? first == "\u{3000}"
                : first.isASCII ? first == " " || (9...13).contains(first.value) : character.isWhitespace
            {
                flush()
                (clings, endsWide) = (false, false)
                if pieces.last?.text != " " { pieces.append(Piece(text: " ", width: measure(" "))) }
                continue
            }
            let own = measure(String(character))
            let isClosing = Self.isClosing(first)
            if !isClosing || word.text.isEmpty {
                let isOpening = Self.isOpening(first)
                if !clings, isWide || isOpening || endsWide || word.width + own > width { flush() }
                clings = isOpening
            }
            word.text.append(character)
            word.width += own
            endsWide = isWide || isClosing && endsWide
        }
        flush()
        return pieces
    }

    private func shortened(_ lines: [String], to count: Int, width: Double) -> [String] {
        var lines = Array(lines.prefix(max(count, 1)))
        var last = lines.removeLast()
        while !last.isEmpty, measure(last + "…") > width { last.removeLast() }
        return lines + [Self.trimmed(last) + "…"]
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "】", "」", "』", "”", "’", "…", "%", "％", "·": true
        default: false
        }
    }

    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "《", "〈", "【", "「", "『", "“", "‘": true
        default: false
        }
    }
}
