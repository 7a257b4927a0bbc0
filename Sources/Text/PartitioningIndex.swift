extension RandomAccessCollection {
    /// Where the second of two parts begins, found by binary search: the end if there is none, as in Swift Algorithms.
    ///
    ///     numbers.partitioningIndex { $0 >= 10 }
    ///     // the first of sorted numbers that is not below 10
    ///
    /// - Parameter belongsToSecond: false for all elements up to some place, and true for all from there on.
    @inlinable
    package func partitioningIndex(where belongsToSecond: (Element) throws -> Bool) rethrows -> Index {
        var (start, length) = (startIndex, count)
        while length > 0 {
            let half = length / 2
            let middle = index(start, offsetBy: half)
            if try belongsToSecond(self[middle]) {
                length = half
            } else {
                start = index(after: middle)
                length -= half + 1
            }
        }
        return start
    }
}
