/// Tells what the marks of inexact figures mean: only those that occur, in one line where they fit.
struct Key {
    enum Entry: Equatable {
        case atLeast, atMost, between, approximate, missing

        init?(_ extent: Extent) {
            switch extent {
            case .exact: return nil
            case .between: self = .between
            case .atLeast: self = .atLeast
            case .atMost: self = .atMost
            case .approximate: self = .approximate
            }
        }
    }

    private static let order: [Entry] = [.atLeast, .atMost, .between, .approximate, .missing]

    let form: ChartForm
    let words: ChartWords
    private var entries: [Entry] = []

    private var isUpright: Bool { form == .line || form == .smallMultiples }
    private var glyphWidth: Double { isUpright ? 22 : 40 }
    private var lineHeight: Double { isUpright ? 24 : 19 }

    init(form: ChartForm, words: ChartWords) {
        self.form = form
        self.words = words
    }

    mutating func note(_ entry: Entry?) {
        if let entry, !entries.contains(entry) { entries.append(entry) }
    }

    /// Draws below `top` and returns where the key ends.
    func draw(below top: Double, in drawing: inout Drawing) -> Double {
        var (x, y) = (0.0, top)
        guard !entries.isEmpty else { return top }
        drawing.group("chart-key chart-series-1") { drawing in
            for entry in Self.order where entries.contains(entry) {
                let start = glyphWidth
                let lines = Layout.small.lines(text(of: entry), width: Layout.width - start, atMost: 3)
                let width = lines.map { TextMeasure.width(of: $0, size: Layout.smallSize) }.max() ?? 0
                if x > 0, x + start + width > Layout.width {
                    x = 0
                    y += lineHeight
                }
                drawGlyph(of: entry, x: x, y: y + 9, in: &drawing)
                drawing.text(
                    lines, x: x + start, y: y + 13, lineHeight: Layout.smallLine, "chart-small")
                y += Double(lines.count - 1) * Layout.smallLine
                x += start + width + 14
            }
        }
        return y + lineHeight
    }

    private func text(of entry: Entry) -> String {
        switch entry {
        case .atLeast: words.atLeast
        case .atMost: words.atMost
        case .between: words.between
        case .approximate: words.approximate
        case .missing: words.notReported
        }
    }

    private func drawGlyph(of entry: Entry, x: Double, y: Double, in drawing: inout Drawing) {
        let extent: Extent
        let isBar = form == .bar || form == .target
        switch entry {
        case .atLeast: extent = .atLeast(isBar ? 0.3 : 0)
        case .atMost: extent = .atMost(1)
        case .between: extent = .between(isBar ? 0.4 : 0, 1)
        case .approximate: extent = .approximate(isBar ? 0.8 : 0.5)
        case .missing: return MissingMark.draw(x: x + 8, y: y, in: &drawing)
        }
        let scale = LinearScale(domain: 0...1, start: isBar ? x : x + 6, end: x + 28)
        if isBar {
            BarMark(extent, scale: scale, y: y - 5...y + 5).draw(in: &drawing)
        } else if form == .dot {
            PointMark(extent, scale: scale, axis: .horizontal, across: y).draw(in: &drawing)
        } else {
            let upright = LinearScale(domain: 0...1, start: y + 7, end: y - 7)
            PointMark(extent, scale: upright, axis: .vertical, across: x + 8, radius: 3).draw(in: &drawing)
        }
    }
}

/// A small cross where a figure is missing.
enum MissingMark {
    static func draw(x: Double, y: Double, in drawing: inout Drawing) {
        var path = Path()
        path.segment((x - 3.5, y - 3.5), (x + 3.5, y + 3.5))
        path.segment((x - 3.5, y + 3.5), (x + 3.5, y - 3.5))
        drawing.path(path, "chart-missing")
    }
}
