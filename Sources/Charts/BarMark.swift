/// A bar that shows what is known: solid as far as the figure certainly reaches, outlined where it may end.
///
/// - exact: solid, with a straight end;
/// - at least: solid to the bound, then slices that thin out and an arrow;
/// - at most: an outline that a bracket closes at the bound, with an arrow back;
/// - between: solid to the nearer bound, an outline to the farther, brackets at both;
/// - approximate: solid, with an end in slices.
struct BarMark {
    let extent: Extent
    let scale: LinearScale
    let y: ClosedRange<Double>

    init(_ extent: Extent, scale: LinearScale, y: ClosedRange<Double>) {
        self.extent = extent.resolved(on: scale)
        self.scale = scale
        self.y = y
    }

    private var zero: Double { scale(0) }
    private var middle: Double { (y.lowerBound + y.upperBound) / 2 }

    /// What the bar covers from left to right, with everything beyond its end.
    var reach: ClosedRange<Double> {
        let ends = extent.numbers.map { scale($0) } + [zero]
        let (left, right) = (ends.min() ?? zero, ends.max() ?? zero)
        switch extent {
        case .exact: return left...right
        case .approximate(let value): return value < 0 ? left - 8...right : left...right + 8
        case .between: return left - 2...right + 2
        case .atLeast(let bound): return bound < 0 ? left - 2...right : left...right + Layout.openReach
        case .atMost(let bound): return bound > 0 ? left...right + 2 : left - Layout.openReach...right
        }
    }

    func draw(in drawing: inout Drawing) {
        switch extent {
        case .exact(let value): solid(to: scale(value), in: &drawing)
        case .approximate(let value):
            let direction = value < 0 ? -1.0 : 1
            let end = scale(value)
            let start = zero + direction * max(0, abs(end - zero) - 8)
            solid(to: start, in: &drawing)
            slices([(2, 4), (8, 3), (13, 2)], from: start, direction, in: &drawing)
        case .between(let lower, let upper):
            let nearest = lower > 0 ? lower : upper < 0 ? upper : 0
            solid(to: scale(nearest), in: &drawing)
            outline(scale(lower), scale(upper), in: &drawing)
            bracket(at: scale(lower), opening: 1, in: &drawing)
            bracket(at: scale(upper), opening: -1, in: &drawing)
        case .atLeast(let bound) where bound < 0: limited(by: scale(bound), opening: 1, in: &drawing)
        case .atLeast(let bound): open(at: scale(bound), 1, in: &drawing)
        case .atMost(let bound) where bound > 0: limited(by: scale(bound), opening: -1, in: &drawing)
        case .atMost(let bound): open(at: scale(bound), -1, in: &drawing)
        }
    }

    private func solid(to end: Double, in drawing: inout Drawing) {
        guard abs(end - zero) > 0.05 else { return }
        drawing.rectangle(min(zero, end)...max(zero, end), y, "chart-fill")
    }

    private func open(at end: Double, _ direction: Double, in drawing: inout Drawing) {
        solid(to: end, in: &drawing)
        slices([(2, 4), (8, 3), (13, 2)], from: end, direction, in: &drawing)
        arrow(tip: end + direction * 23, direction, in: &drawing)
    }

    /// An outline from zero to a bound the figure does not go beyond.
    private func limited(by bound: Double, opening direction: Double, in drawing: inout Drawing) {
        outline(min(zero, bound), max(zero, bound), in: &drawing)
        bracket(at: bound, opening: direction, in: &drawing)
        if abs(bound - zero) > 24 { arrow(tip: bound + direction * 16, direction, in: &drawing) }
    }

    private func slices(
        _ slices: [(offset: Double, width: Double)], from x: Double, _ direction: Double, in drawing: inout Drawing
    ) {
        var path = Path()
        for (offset, width) in slices {
            let (near, far) = (x + direction * offset, x + direction * (offset + width))
            path.rectangle(min(near, far)...max(near, far), y)
        }
        drawing.path(path, "chart-fill")
    }

    private func arrow(tip: Double, _ direction: Double, in drawing: inout Drawing) {
        var path = Path()
        let height = min(5, (y.upperBound - y.lowerBound) / 2)
        path.polyline([(tip - direction * 5, middle - height), (tip, middle), (tip - direction * 5, middle + height)])
        drawing.path(path, "chart-stroke")
    }

    /// Tinted, with dashed sides and no ends: those are for the brackets to close.
    private func outline(_ left: Double, _ right: Double, in drawing: inout Drawing) {
        drawing.rectangle(left...right, y, "chart-tint")
        var path = Path()
        for side in [y.lowerBound + 0.5, y.upperBound - 0.5] { path.segment((left, side), (right, side)) }
        drawing.path(path, "chart-dashed")
    }

    private func bracket(at x: Double, opening direction: Double, in drawing: inout Drawing) {
        var path = Path()
        let (top, bottom) = (y.lowerBound - 2, y.upperBound + 2)
        path.polyline([(x + direction * 4, top), (x, top), (x, bottom), (x + direction * 4, bottom)])
        drawing.path(path, "chart-bracket")
    }
}
