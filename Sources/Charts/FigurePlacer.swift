/// Finds room for the figures of a line chart beside their points: above or below, clear of lines and of
/// each other. What finds none stays unwritten; the table has it.
struct FigurePlacer {
    private struct Box {
        let x: ClosedRange<Double>
        let y: ClosedRange<Double>
    }

    let area: (x: ClosedRange<Double>, y: ClosedRange<Double>)
    let obstacles: [(x: ClosedRange<Double>, start: Double, end: Double)]
    private var taken: [Box] = []

    init(
        area: (x: ClosedRange<Double>, y: ClosedRange<Double>),
        obstacles: [(x: ClosedRange<Double>, start: Double, end: Double)]
    ) {
        self.area = area
        self.obstacles = obstacles
    }

    /// Keeps a place free.
    mutating func take(x: ClosedRange<Double>, y: ClosedRange<Double>) { taken.append(Box(x: x, y: y)) }

    /// The middle of the text and its baseline, or nil.
    ///
    /// - Parameter isNeeded: whether the text may cross a line if there is no other place.
    mutating func place(
        _ text: String, x: Double, reach: ClosedRange<Double>, prefersBelow: Bool, isNeeded: Bool
    ) -> (x: Double, y: Double)? {
        guard !text.isEmpty else { return nil }
        let width = TextMeasure.width(of: text, size: Layout.textSize, isBold: true)
        // Over the point; then beginning or ending at it.
        let middles = [0, width / 2 - 6, 6 - width / 2].map {
            Layout.clamped(x + $0, textWidth: width, within: area.x)
        }
        let above = reach.lowerBound - 3 - Self.height...reach.lowerBound - 3
        let below = reach.upperBound + 3...reach.upperBound + 3 + Self.height
        let boxes = (prefersBelow ? [below, above] : [above, below])
            .filter { $0.lowerBound >= area.y.lowerBound && $0.upperBound <= area.y.upperBound }
            .flatMap { y in middles.map { Box(x: $0 - width / 2...$0 + width / 2, y: y) } }
            .filter { box in !taken.contains { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) } }
        guard let box = boxes.first(where: { !crossesLine($0) }) ?? (isNeeded ? boxes.first : nil) else { return nil }
        taken.append(box)
        return ((box.x.lowerBound + box.x.upperBound) / 2, box.y.upperBound - 3)
    }

    private static let height = 14.0

    private func crossesLine(_ box: Box) -> Bool {
        obstacles.contains { line in
            guard line.x.overlaps(box.x) else { return false }
            let span = line.x.upperBound - line.x.lowerBound
            func height(at x: Double) -> Double {
                guard span > 0 else { return line.start }
                return line.start + (x - line.x.lowerBound) / span * (line.end - line.start)
            }
            let first = height(at: max(line.x.lowerBound, box.x.lowerBound))
            let last = height(at: min(line.x.upperBound, box.x.upperBound))
            return (min(first, last)...max(first, last)).overlaps(box.y)
        }
    }
}
