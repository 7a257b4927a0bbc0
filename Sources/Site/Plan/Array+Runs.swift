extension Array {
    /// Its elements by a word of a fixed list, in the order of that list.
    func grouped<Key: CaseIterable & Equatable>(by key: (Element) -> Key) -> [Element] {
        Key.allCases.flatMap { word in filter { key($0) == word } }
    }

    /// Its elements in runs that have the same key, in order.
    func inRuns<Key: Equatable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])] {
        var runs: [(key: Key, elements: [Element])] = []
        for element in self {
            if runs.last?.key == key(element) {
                runs[runs.count - 1].elements.append(element)
            } else {
                runs.append((key(element), [element]))
            }
        }
        return runs
    }
}
