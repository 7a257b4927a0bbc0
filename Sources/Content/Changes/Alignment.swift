import Text

/// What became of the things of a list.
enum Pairing: Equatable {
    /// It is in both, perhaps changed.
    case kept(old: Int, new: Int)
    /// The same, but it stands among others.
    case moved(old: Int, new: Int)
    case removed(old: Int)
    case added(new: Int)
}

/// A thing of a list, as it is found again in another list.
struct Alignable {
    /// What tells it from the others, if anything does.
    var identity: String?
    /// The same in two that say the same.
    var meaning: String
    /// By what two are found to be alike: what is said in the language in which records are written first.
    var words: String

    init(_ meaning: String, words: String? = nil, identity: String? = nil) {
        (self.identity, self.meaning, self.words) = (identity, meaning, words ?? meaning)
    }
}

/// Finds the things of one list again in another, so that one that was put between others is one addition: by what
/// they are known by, else by the longest sequence that both have in common, in which what is much alike counts too.
///
/// - Returns: in the order of the new list, what was removed before what stands where it stood.
func aligned(_ old: [Alignable], _ new: [Alignable]) -> [Pairing] {
    var partner = byIdentity(old, new) ?? bySequence(old, new)
    let inOrder = longestIncreasing(partner)
    var taken = Set(partner.compactMap(\.self))
    var moved = Set(partner.indices.filter { partner[$0] != nil && !inOrder.contains($0) })
    // What was taken out here and put in there, word for word, has moved.
    for (number, item) in new.enumerated() where partner[number] == nil {
        if let from = old.indices.first(where: { !taken.contains($0) && old[$0].meaning == item.meaning }) {
            partner[number] = from
            taken.insert(from)
            moved.insert(number)
        }
    }
    var pairings: [Pairing] = []
    var next = 0
    func passRemoved(before end: Int) {
        while next < end {
            if !taken.contains(next) { pairings.append(.removed(old: next)) }
            next += 1
        }
    }
    for number in new.indices {
        guard let from = partner[number] else {
            pairings.append(.added(new: number))
            continue
        }
        if moved.contains(number) {
            pairings.append(.moved(old: from, new: number))
        } else {
            passRemoved(before: from)
            pairings.append(.kept(old: from, new: number))
        }
    }
    passRemoved(before: old.count)
    return pairings
}

/// For each new thing the old one with the same identity; nil unless each thing of both lists has one of its own.
private func byIdentity(_ old: [Alignable], _ new: [Alignable]) -> [Int?]? {
    func places(_ list: [Alignable]) -> [String: Int]? {
        let pairs = list.enumerated().compactMap { number, item in item.identity.map { ($0, number) } }
        let places = Dictionary(pairs) { first, _ in first }
        return places.count == list.count ? places : nil
    }
    guard !(old.isEmpty && new.isEmpty), let known = places(old), places(new) != nil else { return nil }
    return new.map { $0.identity.flatMap { known[$0] } }
}

/// For each new thing the old one that it continues, never crosswise.
private func bySequence(_ old: [Alignable], _ new: [Alignable]) -> [Int?] {
    var partner = [Int?](repeating: nil, count: new.count)
    var (start, oldEnd, newEnd) = (0, old.count, new.count)
    while start < oldEnd, start < newEnd, old[start].meaning == new[start].meaning {
        partner[start] = start
        start += 1
    }
    while start < oldEnd, start < newEnd, old[oldEnd - 1].meaning == new[newEnd - 1].meaning {
        (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
        partner[newEnd] = oldEnd
    }
    let (left, right) = (Array(old[start..<oldEnd]), Array(new[start..<newEnd]))
    // One in the place of one is a change, however little of it stayed.
    if left.count == 1, right.count == 1 {
        partner[start] = start
        return partner
    }
    for (number, from) in bestSequence(left, right) { partner[start + number] = start + from }
    return partner
}

/// The pairs that are most alike together, by dynamic programming; for very long lists only those that are the same.
private func bestSequence(_ old: [Alignable], _ new: [Alignable]) -> [(new: Int, old: Int)] {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    let onlySame = old.count * new.count > 40_000
    let (oldPairs, newPairs) =
        onlySame ? ([], []) : (old.map { letterPairs($0.words) }, new.map { letterPairs($0.words) })
    /// How much worth it is to take two as one: 2 if they say the same, up to 1 if they are alike.
    func worth(_ i: Int, _ j: Int) -> Double {
        if old[i].meaning == new[j].meaning { return 2 }
        guard !onlySame else { return 0 }
        let likeness = likeness(oldPairs[i], newPairs[j])
        return likeness < 0.35 ? 0 : likeness
    }
    let width = new.count + 1
    var best = [Double](repeating: 0, count: (old.count + 1) * width)
    var pairs = [Double](repeating: 0, count: old.count * new.count)
    for i in old.indices.reversed() {
        for j in new.indices.reversed() {
            let worth = worth(i, j)
            pairs[i * new.count + j] = worth
            best[i * width + j] = max(
                best[(i + 1) * width + j], best[i * width + j + 1],
                worth > 0 ? worth + best[(i + 1) * width + j + 1] : 0)
        }
    }
    var found: [(new: Int, old: Int)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
        let worth = pairs[i * new.count + j]
        if worth > 0, best[i * width + j] == worth + best[(i + 1) * width + j + 1] {
            found.append((j, i))
            (i, j) = (i + 1, j + 1)
        } else if best[i * width + j] == best[(i + 1) * width + j] {
            i += 1
        } else {
            j += 1
        }
    }
    return found
}

/// Each two characters that follow each other, and how often.
private func letterPairs(_ text: String) -> [UInt64: Int] {
    var pairs: [UInt64: Int] = [:]
    var last: UInt64 = 0
    for scalar in text.unicodeScalars {
        pairs[last << 32 | UInt64(scalar.value), default: 0] += 1
        last = UInt64(scalar.value)
    }
    return pairs
}

/// How much two texts have in common, from 0 to 1 (Dice).
private func likeness(_ one: [UInt64: Int], _ other: [UInt64: Int]) -> Double {
    let all = one.values.reduce(0, +) + other.values.reduce(0, +)
    guard all > 0 else { return 1 }
    let shared = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
    return Double(2 * shared) / Double(all)
}

/// The places of a longest part of the numbers that rises (patience sorting); those without a number are not in it.
private func longestIncreasing(_ numbers: [Int?]) -> Set<Int> {
    /// The place of the least number that ends a rising part of each length.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: numbers.count)
    for (place, number) in numbers.enumerated() {
        guard let number else { continue }
        let length = ends.partitioningIndex { (numbers[$0] ?? 0) >= number }
        before[place] = length > 0 ? ends[length - 1] : nil
        if length < ends.count { ends[length] = place } else { ends.append(place) }
    }
    var found: Set<Int> = []
    var place = ends.last
    while let here = place {
        found.insert(here)
        place = before[here]
    }
    return found
}
