import Content

/// What each practice has in common with others, worked out once for all pages.
struct Neighbours: Sendable {
    /// For each practice, practices of other places with the same mechanisms, the most alike first.
    private(set) var similar: [[Int]] = []

    private static let most = 6
    /// How many practices of one mechanism are looked at, so that the work grows with the library and not
    /// with its square.
    private static let window = 64

    init(library: Library) {
        let relations = library.relations
        similar = library.practices.indices.map { practice in
            var shared: [Int: Int] = [:]
            for mechanism in relations.mechanismsOfPractice[practice] {
                let others = relations.practicesOfMechanism[mechanism]
                for other in Self.around(practice, in: others)
                where relations.placeOfPractice[other] != relations.placeOfPractice[practice] {
                    shared[other, default: 0] += 1
                }
            }
            let ranked = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return ranked.prefix(Self.most).map(\.key)
        }
    }

    /// The part of a sorted list around a value.
    private static func around(_ value: Int, in list: [Int]) -> ArraySlice<Int> {
        guard list.count > window else { return list[...] }
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < value { low = middle + 1 } else { high = middle }
        }
        let start = min(max(0, low - window / 2), list.count - window)
        return list[start..<start + window]
    }
}
