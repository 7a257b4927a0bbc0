import Text

/// Terms in order with all their postings, as they stand in the index.
struct MergedTerms: Sendable {
    private(set) var terms: [UInt32] = []
    /// In how many sections each term stands.
    private(set) var counts: [Int] = []
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    func postings(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    func postingSize(_ index: Int) -> Int {
        ends[index] - (index == 0 ? 0 : ends[index - 1])
    }

    /// Joins the terms of all runs of pages that lie in a range.
    ///
    /// - Parameters:
    ///   - segments: With their terms in order, and the number of sections before each.
    init(_ segments: [(terms: TermSegment, base: UInt32)], in range: Range<UInt64>) {
        var sources: [(segment: UInt32, index: UInt32)] = []
        // The term above, below it the place in `sources`, which keeps the order of the segments.
        var order: [UInt64] = []
        for (number, segment) in segments.enumerated() {
            let entries = segment.terms.entries
            let first = entries.partitioningIndex { $0.term >= range.lowerBound }
            let end = entries.partitioningIndex { $0.term >= range.upperBound }
            for index in first..<end {
                order.append(UInt64(entries[index].term) << 32 | UInt64(sources.count))
                sources.append((UInt32(number), UInt32(index)))
            }
        }
        radixSortByUpperHalf(&order)
        var next = 0
        while next < order.count {
            let term = order[next] >> 32
            var previous: UInt32 = 0
            var count = 0
            while next < order.count, order[next] >> 32 == term {
                let source = sources[Int(order[next] & 0xFFFF_FFFF)]
                let (segment, index) = (Int(source.segment), Int(source.index))
                segments[segment].terms.append(index, base: segments[segment].base, previous: &previous, to: &bytes)
                count += Int(segments[segment].terms.entries[index].count)
                next += 1
            }
            terms.append(UInt32(term))
            counts.append(count)
            ends.append(bytes.count)
        }
        bytes = bytes.fitted
    }
}
