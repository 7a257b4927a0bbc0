import Content
import Text

/// What each practice has in common with others, worked out once for all pages.
struct Neighbours: Sendable {
    /// For each practice, practices of other places that are like it, the most alike first: by the problems they share,
    /// then by groups and mechanisms. What few places have weighs more; what all of them have says nothing.
    private(set) var similar: [[Int]] = []

    private static let most = 6
    /// How many practices of one mechanism are looked at, so that the work grows with the library and not
    /// with its square.
    private static let window = 64

    init(library: Library) {
        let relations = library.relations
        let isProblem = library.topics.map { $0.topicKind == .problem }
        let topics = Self.weights(relations.practicesOfTopic, library)
        let mechanisms = Self.weights(relations.practicesOfMechanism, library)
        similar = library.practices.indices.map { practice in
            var shared: [Int: Likeness] = [:]
            func add(_ weight: Int, of others: [Int], isProblem: Bool = false) {
                guard weight > 0 else { return }
                for other in Self.around(practice, in: others)
                where relations.placeOfPractice[other] != relations.placeOfPractice[practice] {
                    if isProblem { shared[other, default: Likeness()].problems += weight }
                    shared[other, default: Likeness()].all += weight
                }
            }
            for topic in relations.topicsOfPractice[practice] {
                add(topics[topic], of: relations.practicesOfTopic[topic], isProblem: isProblem[topic])
            }
            for mechanism in relations.mechanismsOfPractice[practice] {
                add(mechanisms[mechanism], of: relations.practicesOfMechanism[mechanism])
            }
            let ranked = shared.sorted {
                ($1.value.problems, $1.value.all, $0.key) < ($0.value.problems, $0.value.all, $1.key)
            }
            return ranked.prefix(Self.most).map(\.key)
        }
    }

    private struct Likeness {
        var problems = 0
        var all = 0
    }

    /// For each topic or mechanism, how many of the places with practices have none of it.
    private static func weights(_ practices: [[Int]], _ library: Library) -> [Int] {
        let places = library.relations.placeOfPractice
        let all = Set(places).count
        return practices.map { all - Set($0.map { places[$0] }).count }
    }

    /// The part of a sorted list around a value.
    private static func around(_ value: Int, in list: [Int]) -> ArraySlice<Int> {
        guard list.count > window else { return list[...] }
        let place = list.partitioningIndex { $0 >= value }
        let start = min(max(0, place - window / 2), list.count - window)
        return list[start..<start + window]
    }
}
