/// The texts that stand in a new record where its author has not written yet.
package enum Placeholder {
    /// One for each language in which records are explained; a placeholder begins with one of them.
    package static let chinese = "【待填】"
    package static let english = "【to fill in】"

    static func begins(_ text: String) -> Bool {
        let utf8 = text.utf8
        // Both begin with the bytes of 【; nearly no other text does.
        guard utf8.first == 0xE3 else { return false }
        return utf8.starts(with: chinese.utf8) || utf8.starts(with: english.utf8)
    }
}
