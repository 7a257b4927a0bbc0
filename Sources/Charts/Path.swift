/// The data of a `<path>`, in absolute coordinates.
struct Path {
    private(set) var data: [UInt8] = []

    mutating func move(_ x: Double, _ y: Double) { append("M", x, y) }
    mutating func line(_ x: Double, _ y: Double) { append("L", x, y) }
    mutating func horizontal(_ x: Double) {
        data.append(UInt8(ascii: "H"))
        data.append(coordinate: x)
    }
    mutating func vertical(_ y: Double) {
        data.append(UInt8(ascii: "V"))
        data.append(coordinate: y)
    }
    mutating func close() { data.append(UInt8(ascii: "Z")) }

    private mutating func append(_ command: Unicode.Scalar, _ x: Double, _ y: Double) {
        data.append(UInt8(ascii: command))
        data.append(coordinate: x)
        data.append(UInt8(ascii: " "))
        data.append(coordinate: y)
    }

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
        move(x - radius, y)
        for end in [x + radius, x - radius] {
            append("A", radius, radius)
            data += " 0 0 1 ".utf8
            data.append(coordinate: end)
            data.append(UInt8(ascii: " "))
            data.append(coordinate: y)
        }
        close()
    }
}
