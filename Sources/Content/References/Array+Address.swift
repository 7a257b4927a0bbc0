extension Array {
    /// An element where it lies: `self[index]` copies it, with a reference count for each of its fields, of which a record
    /// has dozens.
    ///
    /// The caller holds the array unchanged for as long as it uses the address, as ``SharedLibrary`` does for its
    /// records.
    package func address(of index: Int) -> UnsafePointer<Element> {
        withUnsafeBufferPointer { $0.address(of: index) }
    }
}

extension UnsafeBufferPointer {
    /// An element where it lies.
    func address(of index: Int) -> UnsafePointer<Element> {
        guard let baseAddress, indices.contains(index) else { preconditionFailure("there is no element \(index)") }
        return baseAddress + index
    }
}
