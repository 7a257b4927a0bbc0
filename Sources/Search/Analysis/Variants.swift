/// The traditional forms of the characters that the site has, for readers who type them.
enum Variants {
    /// Pairs in the order of the traditional forms: the distance to the one before, and the simplified form.
    static func file(simplified singles: [UInt32]) -> IndexFile {
        let known = Set(singles.map { UInt16($0 >> 16) })
        var packed: [UInt8] = []
        var previous: UInt32 = 0x3000
        for (character, simplified) in CharacterFolding.simplified.enumerated()
        where character != simplified && known.contains(simplified) {
            packed.appendPacked(UInt32(character) - previous)
            packed.appendPacked(UInt32(simplified) - 0x3000)
            previous = UInt32(character)
        }
        return .script(WholeTable.variants.rawValue, packed: packed)
    }
}
