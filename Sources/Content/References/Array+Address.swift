extension Array {
    /// An element where it lies: `self[index]` copies it, with a reference count for each of its fields, of which a record
    /// has dozens.
    ///
    /// The caller holds the array unchanged for as long as it uses the address, as ``SharedLibrary`` does for its
    /// records.
    package func address(of index: Int) -> UnsafePointer<Element> {
        precondition(indices.contains(index), "there is no element \(index)")
        guard let start = withUnsafeBufferPointer({ $0.baseAddress }) else { preconditionFailure("no element") }
        return start + index
    }
}
