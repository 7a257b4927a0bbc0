import Text

extension StringProtocol {
    /// Whether disks of Windows can hold a file or a folder of the name: NTFS, and the FAT and exFAT of USB sticks (Microsoft,
    /// “Naming Files, Paths, and Namespaces”).
    var isPortableName: Bool {
        let characters = unicodeScalars
        guard let last = characters.last, last != ".", last != " ", utf16.count <= 255,
            !characters.contains(where: { $0.value < 0x20 || "<>:\"|?*\\".unicodeScalars.contains($0) })
        else { return false }
        // Devices keep their names whatever stands behind the first dot.
        let stem = prefix { $0 != "." }.lowercased()
        if ["con", "prn", "aux", "nul"].contains(stem) { return false }
        let isNumbered = stem.hasPrefix("com") || stem.hasPrefix("lpt")
        return !(isNumbered && stem.count == 4 && ("1"..."9").contains(stem.suffix(1)))
    }
}
