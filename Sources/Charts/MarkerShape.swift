/// The shape of a point. Series differ in shape as well as in colour, so that they can be told apart in
/// black and white.
enum MarkerShape: CaseIterable {
    case circle, square, diamond, triangle, downTriangle, cross

    static func of(series index: Int) -> MarkerShape { allCases[index % allCases.count] }

    func path(_ x: Double, _ y: Double, radius: Double) -> Path {
        var path = Path()
        switch self {
        case .circle: path.circle(x, y, radius: radius)
        case .square:
            let side = radius * 0.9
            path.rectangle(x - side...x + side, y - side...y + side)
        case .diamond: polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)])
        case .triangle: polygon([(0, -1.25), (1.2, 0.9), (-1.2, 0.9)])
        case .downTriangle: polygon([(0, 1.25), (1.2, -0.9), (-1.2, -0.9)])
        case .cross:
            let (arm, half) = (1.25, 0.45)
            polygon([
                (-half, -arm), (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half), (half, arm),
                (-half, arm), (-half, half), (-arm, half), (-arm, -half), (-half, -half),
            ])
        }
        return path

        func polygon(_ corners: [(Double, Double)]) {
            path.polyline(corners.map { (x + $0.0 * radius, y + $0.1 * radius) })
            path.close()
        }
    }
}
