/// The name among `candidates` that `word` was most likely meant to be, or nil if none is near.
///
/// Near means an optimal string alignment distance (insert, delete, replace, swap neighbours) of at most
/// a third of the longer word, at least 1. Of equally near names the first in sorted order wins.
///
/// Names that begin with another letter than the word are passed over where there are very many.
package func nearest<Names: Collection>(to word: String, among candidates: Names) -> String?
where Names.Element == String {
    // Nobody means a name by a text of that length, and comparing costs both lengths.
    guard word.utf8.count <= Limits.suggestedLength else { return nil }
    let isLarge = candidates.count > 400
    let target = Array(word.lowercased().unicodeScalars)
    var best: (distance: Int, name: String)?
    for name in candidates where name != word {
        if isLarge, name.utf8.first != word.utf8.first || abs(name.utf8.count - word.utf8.count) > 6 { continue }
        let scalars = Array(name.lowercased().unicodeScalars)
        let limit = max(1, max(target.count, scalars.count) / 3)
        guard abs(scalars.count - target.count) <= limit else { continue }
        let distance = alignmentDistance(target, scalars)
        guard distance <= limit else { continue }
        if let known = best, (known.distance, known.name) <= (distance, name) { continue }
        best = (distance, name)
    }
    return best?.name
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var current = [i + 1]
        for j in b.indices {
            var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            current.append(cost)
        }
        beforeLast = last
        last = current
    }
    return last[b.count]
}
