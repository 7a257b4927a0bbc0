/// The data of a `<path>`, in absolute coordinates.
struct Path {
    private(set) var data = ""

    mutating func move(_ x: Double, _ y: Double) { data += "M\(x.coordinate) \(y.coordinate)" }
    mutating func line(_ x: Double, _ y: Double) { data += "L\(x.coordinate) \(y.coordinate)" }
    mutating func horizontal(_ x: Double) { data += "H\(x.coordinate)" }
    mutating func vertical(_ y: Double) { data += "V\(y.coordinate)" }
    mutating func close() { data += "Z" }

    mutating func segment(_ from: (Double, Double), _ to: (Double, Double)) {
        move(from.0, from.1)
        line(to.0, to.1)
    }

    mutating func polyline(_ points: [(Double, Double)]) {
        for (index, point) in points.enumerated() {
            index == 0 ? move(point.0, point.1) : line(point.0, point.1)
        }
    }

    mutating func rectangle(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
        move(x.lowerBound, y.lowerBound)
        horizontal(x.upperBound)
        vertical(y.upperBound)
        horizontal(x.lowerBound)
        close()
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double) {
        let size = radius.coordinate
        move(x - radius, y)
        for end in [x + radius, x - radius] { data += "A\(size) \(size) 0 0 1 \(end.coordinate) \(y.coordinate)" }
        close()
    }
}
