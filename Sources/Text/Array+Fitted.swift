extension Array {
    /// The same elements in no more room than they need: growing leaves up to as much again, which counts where an array is kept for
    /// each of many records.
    @inlinable
    package var fitted: [Element] { capacity == count ? self : withUnsafeBufferPointer { Array($0) } }
}
