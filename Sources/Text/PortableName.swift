/// What is wrong with the name of a file or folder on some of the systems that a site is carried to: FAT, exFAT and NTFS
/// (Microsoft, “Naming Files, Paths, and Namespaces”), and Linux desktops with encrypted home folders.
package enum NameFault: Hashable, Sendable {
    /// A character that Windows refuses.
    case character(Character)
    /// `con`, `aux`, `com1` and the like are devices on Windows, with any extension.
    case device(String)
    /// Windows drops a dot or a space at the end of a name.
    case ending(Character)
    /// More bytes than a name may have.
    case length(bytes: Int)

    /// ext4 and NTFS take 255; eCryptfs, which encrypts home folders of UOS and Kylin, takes 143: 47 Chinese characters.
    package static let longestName = 143
}

extension StringProtocol {
    /// What keeps some system from holding a file or folder of this name; nil for one that all take.
    package var nameFault: NameFault? {
        if let scalar = unicodeScalars.first(where: { $0.value < 0x20 || "<>:\"|?*\\".unicodeScalars.contains($0) }) {
            return .character(Character(scalar))
        }
        // Devices keep their names whatever stands behind the first dot.
        let stem = prefix { $0 != "." }.lowercased()
        let isNumbered =
            stem.count == 4 && ["com", "lpt"].contains(stem.prefix(3)) && ("1"..."9").contains(stem.suffix(1))
        if isNumbered || ["con", "prn", "aux", "nul"].contains(stem) { return .device(stem) }
        if let last, last == "." || last == " " { return .ending(last) }
        return utf8.count > NameFault.longestName ? .length(bytes: utf8.count) : nil
    }
}
