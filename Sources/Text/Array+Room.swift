extension Array {
    /// The same elements in no more room than they need: growing leaves up to as much again, which counts where an array is kept for
    /// each of many records.
    @inlinable
    package var fitted: [Element] { capacity == count ? self : withUnsafeBufferPointer { Array($0) } }
}

extension [UInt8] {
    /// Makes room for a file of many like parts once some have been written, of which the rest may be an eighth longer: growing would
    /// copy what is there and leave up to as much again.
    ///
    /// - Parameters:
    ///   - written: How many parts have been written. Nothing is done but after the thousandth.
    ///   - count: How many there are.
    package mutating func reserve(after written: Int, of count: Int) {
        guard written == 1000, count > written else { return }
        reserveCapacity(self.count / written * count / 8 * 9)
    }
}
