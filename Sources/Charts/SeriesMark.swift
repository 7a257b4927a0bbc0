/// One series of a line chart. A line joins only figures that are both known and next to each other: it
/// stops where one is missing, widens to a band between ranges, and is broken beside an open end.
struct SeriesMark {
    /// A point on the paper.
    struct Spot {
        let x: Double
        /// Nil where nothing was reported.
        let mark: PointMark?
        let text: String
    }

    let spots: [Spot]
    /// Whether one stretch of time has several figures: a line through them would go up and down where nothing did.
    private let arePoints: Bool
    private let isSparse: Bool
    private let markerStep: Int

    /// - Parameter isAlone: whether no other series has to be told apart from this one.
    init(
        _ points: [PlaneData.Point], x: LinearScale, y: LinearScale, shape: MarkerShape, isAlone: Bool,
        radius: Double = 4
    ) {
        spots = points.map { point in
            Spot(
                x: x(point.x),
                mark: point.extent.map {
                    PointMark($0, scale: y, axis: .vertical, across: x(point.x), shape: shape, radius: radius)
                }, text: point.text)
        }
        arePoints = zip(spots, spots.dropFirst()).contains { $0.x == $1.x }
        isSparse = abs(x.end - x.start) >= Double(points.count) * 12
        markerStep = isAlone ? Int.max : max(1, points.count / 8)
    }

    func draw(in drawing: inout Drawing) {
        var (band, line, broken) = (Path(), Path(), Path())
        var isDrawing = false
        for (from, to) in zip(spots, spots.dropFirst()) where !arePoints {
            guard let start = from.mark, let end = to.mark else {
                isDrawing = false
                continue
            }
            let joins = start.isExact && end.isExact
            if joins {
                if !isDrawing { line.move(from.x, start.anchor) }
                line.line(to.x, end.anchor)
            } else if start.isBounded, end.isBounded {
                let (first, second) = (start.bounds, end.bounds)
                band.polyline([
                    (from.x, first.lowerBound), (to.x, second.lowerBound), (to.x, second.upperBound),
                    (from.x, first.upperBound),
                ])
                band.close()
            } else {
                broken.segment((from.x, start.anchor), (to.x, end.anchor))
            }
            isDrawing = joins
        }
        drawing.path(band, "chart-tint")
        drawing.path(broken, "chart-uncertain")
        drawing.path(line, "chart-curve")
        for index in spots.indices where hasMarker(index) { spots[index].mark?.draw(in: &drawing) }
    }

    /// Every point where there is room; otherwise those that are not exact, stand alone, or help to tell
    /// series apart.
    func hasMarker(_ index: Int) -> Bool {
        guard let mark = spots[index].mark else { return false }
        let isIsolated = !isKnown(index - 1) && !isKnown(index + 1)
        return arePoints || isSparse || isIsolated || !mark.isExact || index % markerStep == 0 && markerStep < Int.max
    }

    private func isKnown(_ index: Int) -> Bool { spots.indices.contains(index) && spots[index].mark != nil }

    /// The lines and whiskers that a text should not cover.
    var obstacles: [(x: ClosedRange<Double>, start: Double, end: Double)] {
        arePoints
            ? []
            : zip(spots, spots.dropFirst()).compactMap { from, to in
                guard let start = from.mark, let end = to.mark else { return nil }
                return (from.x...to.x, start.anchor, end.anchor)
            }
    }
}

extension PointMark {
    var isExact: Bool { if case .exact = extent { true } else { false } }

    /// Whether both ends are known.
    var isBounded: Bool {
        switch extent {
        case .exact, .between: true
        case .atLeast, .atMost, .approximate: false
        }
    }

    /// Where the ends of the figure stand.
    var bounds: ClosedRange<Double> {
        let ends = extent.numbers.map { scale($0) }
        return (ends.min() ?? 0)...(ends.max() ?? 0)
    }

    /// Where a line meets the mark.
    var anchor: Double { (bounds.lowerBound + bounds.upperBound) / 2 }
}
