/// A point that shows what is known: filled where the figure is exact, hollow where it is not. An arrow
/// leads away from a bound beyond which nothing is known; brackets stand at both ends of a range.
struct PointMark {
    enum Axis { case horizontal, vertical }

    let extent: Extent
    /// The scale of the axis along which figures grow.
    let scale: LinearScale
    let axis: Axis
    /// The coordinate on the other axis.
    let across: Double
    var shape = MarkerShape.circle
    var radius = 4.5

    init(
        _ extent: Extent, scale: LinearScale, axis: Axis, across: Double, shape: MarkerShape = .circle,
        radius: Double = 4.5
    ) {
        self.extent = extent.resolved(on: scale)
        self.scale = scale
        self.axis = axis
        self.across = across
        self.shape = shape
        self.radius = radius
    }

    /// What the mark covers along its axis.
    var reach: ClosedRange<Double> {
        let ends = extent.numbers.map { scale($0) }
        let (first, last) = (ends.min() ?? 0, ends.max() ?? 0)
        let room = radius + 1
        switch extent {
        case .exact, .approximate: return first - room...last + room
        case .between: return first - 1...last + 1
        case .atLeast where axis == .horizontal: return first - room...last + arrowLength
        case .atLeast: return first - arrowLength...last + room
        case .atMost where axis == .horizontal: return first - arrowLength...last + room
        case .atMost: return first - room...last + arrowLength
        }
    }

    private var arrowLength: Double { radius + 15 }

    func draw(in drawing: inout Drawing) {
        switch extent {
        case .exact(let value): marker(at: scale(value), "chart-marker", in: &drawing)
        case .approximate(let value): marker(at: scale(value), "chart-hollow chart-broken", in: &drawing)
        case .atLeast(let bound): open(at: scale(bound), scale.end > scale.start ? 1 : -1, in: &drawing)
        case .atMost(let bound): open(at: scale(bound), scale.end > scale.start ? -1 : 1, in: &drawing)
        case .between(let lower, let upper): range(scale(lower), scale(upper), in: &drawing)
        }
    }

    private func marker(at along: Double, _ classes: String, in drawing: inout Drawing) {
        let (x, y) = axis == .horizontal ? (along, across) : (across, along)
        drawing.path(shape.path(x, y, radius: radius), classes)
    }

    private func open(at along: Double, _ direction: Double, in drawing: inout Drawing) {
        marker(at: along, "chart-hollow", in: &drawing)
        let tip = along + direction * arrowLength
        var path = Path()
        polyline([(along + direction * (radius + 1), 0), (tip, 0)], in: &path)
        polyline([(tip - direction * 4.5, -4), (tip, 0), (tip - direction * 4.5, 4)], in: &path)
        drawing.path(path, "chart-stroke")
    }

    private func range(_ first: Double, _ last: Double, in drawing: inout Drawing) {
        var path = Path()
        polyline([(first, 0), (last, 0)], in: &path)
        drawing.path(path, "chart-stroke")
        let foot = min(4, abs(last - first) / 3) * (last > first ? 1 : -1)
        path = Path()
        polyline([(first + foot, -6), (first, -6), (first, 6), (first + foot, 6)], in: &path)
        polyline([(last - foot, -6), (last, -6), (last, 6), (last - foot, 6)], in: &path)
        drawing.path(path, "chart-bracket")
    }

    /// Points are given along the axis of figures and as offsets across it.
    private func polyline(_ points: [(along: Double, offset: Double)], in path: inout Path) {
        path.polyline(
            points.map {
                axis == .horizontal ? ($0.along, across + $0.offset) : (across + $0.offset, $0.along)
            })
    }
}
