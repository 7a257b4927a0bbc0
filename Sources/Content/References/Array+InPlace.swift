extension Array {
    /// An element, borrowed where it lies: `self[index]` copies it, with a reference count for each of its fields, of
    /// which a record has dozens.
    ///
    /// The array is borrowed for as long as the element is, so its storage neither moves nor goes.
    package subscript(inPlace index: Int) -> Element {
        _read {
            precondition(indices.contains(index), "there is no element \(index)")
            guard let start = withUnsafeBufferPointer({ $0.baseAddress }) else { preconditionFailure("no element") }
            yield start[index]
        }
    }
}
