/// Lays a process out: names over their tracks like stairs, so that none crosses another; then the steps.
struct ProcessTracks {
    private let diagram: ProcessDiagram
    private let handovers: [(from: Int, to: Int)]
    /// With the track of what nobody is named for, if there is one, at the end.
    private let trackCount: Int
    private let spacing: Double
    private var drawing = Drawing()

    /// Where things of a step stand.
    private struct Place {
        var tracks: [Int]
        var y: Double
        /// The ends of the lines that say what goes in and what comes out.
        var needs: (x: Double, y: Double)?
        var gives: (x: Double, y: Double)?
    }

    init(_ diagram: ProcessDiagram) {
        self.diagram = diagram
        handovers = diagram.handovers
        let hasUnnamed = diagram.steps.contains { $0.lanes.isEmpty }
        trackCount = diagram.lanes.count + (hasUnnamed ? 1 : 0)
        spacing = min(24, 150 / Double(max(trackCount, 1)))
    }

    mutating func draw() -> String {
        let (tops, headEnd) = drawHead()
        let (places, texts, end) = layOut(from: headEnd)
        for (track, top) in tops.enumerated() {
            var path = Path()
            path.move(x(track) + 6, top)
            path.horizontal(x(track))
            path.vertical(end)
            drawing.path(path, isUnnamed(track) ? "chart-track chart-broken" : "chart-track")
        }
        if diagram.isOrdered { drawOrder(places) }
        for (number, place) in places.enumerated() { drawMarks(of: place, number: number + 1) }
        drawing.append(texts)
        for (rank, handover) in handovers.enumerated() {
            drawHandover(from: places[handover.from], to: places[handover.to], rank: rank)
        }
        return drawing.document(
            "chart-process", title: diagram.title, description: diagram.description, id: diagram.id,
            height: end + 4)
    }

    // MARK: Measures

    private var radius: Double { diagram.isOrdered ? 9 : 5.5 }
    private var textStart: Double { x(max(trackCount - 1, 0)) + radius + 11 }
    /// The lines of what is handed over run in the margin on the right.
    private var textEnd: Double { Layout.width - (handovers.isEmpty ? 0 : 8 + 6 * Double(min(handovers.count, 3))) }

    private func x(_ track: Int) -> Double { radius + 1 + Double(track) * spacing }
    private func isUnnamed(_ track: Int) -> Bool { track >= diagram.lanes.count }

    // MARK: Parts

    /// The names of the tracks; gives where each track begins, and where the names end.
    private mutating func drawHead() -> (tops: [Double], end: Double) {
        var (tops, y): ([Double], Double) = ([], 15)
        for track in 0..<trackCount {
            let lane =
                isUnnamed(track) ? ProcessDiagram.Lane(name: diagram.words.unnamed) : diagram.lanes[track]
            let start = x(track) + 11
            let lines = Layout.label.lines(lane.name, width: Layout.width - start, atMost: 3)
            let used = TextMeasure.width(of: lines.last ?? "", size: Layout.textSize, isBold: true)
            let note = TextMeasure.width(of: lane.note, size: Layout.smallSize)
            let fits = start + used + 8 + note <= Layout.width
            tops.append(y - 5)
            drawing.text(
                lines, x: start, y: y, lineHeight: Layout.lineHeight,
                isUnnamed(track) ? "chart-missing-text" : "chart-name", note: fits ? lane.note : "")
            y += Double(max(lines.count, 1) - 1) * Layout.lineHeight
            if !fits {
                y += Layout.smallLine
                drawing.text(lane.note, x: start, y: y, "chart-small")
            }
            y += 22
        }
        return (tops, y)
    }

    private func layOut(from top: Double) -> (places: [Place], texts: Drawing, end: Double) {
        var texts = Drawing()
        var y = top + 8
        let places = diagram.steps.map { step -> Place in
            var place = Place(tracks: step.lanes.isEmpty ? [diagram.lanes.count] : step.lanes.sorted(), y: y - 5)
            let lines = Layout.label.lines(step.text, width: textEnd - textStart, atMost: 12)
            texts.text(lines, x: textStart, y: y, lineHeight: Layout.lineHeight, "chart-label")
            y += Double(max(lines.count, 1)) * Layout.lineHeight
            place.needs = flow(diagram.words.needs, step.needs, goesIn: true, &y, &texts)
            place.gives = flow(diagram.words.gives, step.gives, goesIn: false, &y, &texts)
            y += 13
            return place
        }
        return (places, texts, y - 20)
    }

    /// What goes into a step, or comes out of it: an arrow and the words. Gives where they end.
    private func flow(
        _ label: String, _ words: String?, goesIn: Bool, _ y: inout Double, _ texts: inout Drawing
    ) -> (x: Double, y: Double)? {
        guard let words, !words.isEmpty else { return nil }
        let start = textStart + 14
        let lines = Layout.small.lines(label + words, width: textEnd - start, atMost: 4)
        var arrow = Path()
        let middle = y - 4
        arrow.polyline([(textStart, middle), (textStart + 9, middle)])
        // What goes in ends at the step; what comes out leaves it.
        let tip = goesIn ? textStart + 1 : textStart + 9
        let back = goesIn ? tip + 4 : tip - 4
        arrow.polyline([(back, middle - 3.5), (tip, middle), (back, middle + 3.5)])
        texts.path(arrow, "chart-leader")
        texts.text(lines, x: start, y: y, lineHeight: Layout.smallLine, "chart-small")
        let width = TextMeasure.width(of: lines.first ?? "", size: Layout.smallSize)
        defer { y += Double(lines.count) * Layout.smallLine }
        return (min(start + width + 4, textEnd + 2), middle)
    }

    /// From each step to the next one, round the corner where somebody else goes on.
    private mutating func drawOrder(_ places: [Place]) {
        for (place, next) in zip(places, places.dropFirst()) {
            let (from, to) = (x(place.tracks[0]), x(next.tracks[0]))
            var path = Path()
            path.move(from, place.y + radius)
            if from != to {
                path.vertical(next.y - radius - 9)
                path.horizontal(to)
            }
            path.vertical(next.y - radius - 1)
            path.polyline([
                (to - 3.5, next.y - radius - 5.5), (to, next.y - radius - 1.5), (to + 3.5, next.y - radius - 5.5),
            ])
            drawing.path(path, "chart-stroke")
        }
    }

    private mutating func drawMarks(of place: Place, number: Int) {
        guard let first = place.tracks.first, let last = place.tracks.last else { return }
        var leader = Path()
        leader.segment((x(last) + radius, place.y), (textStart - 4, place.y))
        drawing.path(leader, "chart-leader")
        if first != last {
            var bar = Path()
            bar.segment((x(first), place.y), (x(last), place.y))
            drawing.path(bar, "chart-stroke")
        }
        for track in place.tracks {
            var dot = Path()
            dot.circle(x(track), place.y, radius: radius)
            drawing.path(dot, isUnnamed(track) ? "chart-hollow chart-broken" : "chart-marker")
            if diagram.isOrdered {
                drawing.text(
                    String(number), x: x(track), y: place.y + 4, isUnnamed(track) ? "chart-small" : "chart-number",
                    anchor: .middle)
            }
        }
    }

    /// From what comes out of one step to where another needs it, through the margin.
    private mutating func drawHandover(from giver: Place, to taker: Place, rank: Int) {
        guard let start = giver.gives, let end = taker.needs else { return }
        let margin = Layout.width - 2 - 6 * Double(rank % 3)
        var path = Path()
        path.move(start.x, start.y)
        path.horizontal(margin)
        path.vertical(end.y)
        path.horizontal(end.x)
        path.polyline([(end.x + 4, end.y - 3.5), (end.x, end.y), (end.x + 4, end.y + 3.5)])
        drawing.path(path, "chart-handover")
    }
}
