import Disk

/// How a pack differs from its list.
package struct PackReport: Sendable, Equatable {
    package enum Difference: Sendable, Equatable {
        case changed, missing, added
        case damaged(reason: String)
        /// A link or a device.
        case special
    }

    /// Sorted by path.
    package private(set) var differences: [(path: String, difference: Difference)] = []
    /// Files of earlier versions that an update left and that may be removed.
    package private(set) var leftovers: [String] = []
    /// How many files are as they should be.
    package private(set) var whole = 0
    /// Whether it is an update by itself, without the pack that it is for.
    package private(set) var isUpdate = false
    package let fingerprint: String
    /// Who signed the list, as far as that can be told.
    package let signature: SignatureState

    /// Compares what is there with `SHA256SUMS`; nil if there is none that can be read.
    ///
    /// - Parameter key: by which the list has to be signed; without it a signature is told and not checked.
    package init?(_ contents: PackContents, key: MinisignKey? = nil) {
        guard let bytes = contents.sumsBytes, let sums = Manifest(sums: bytes) else { return nil }
        fingerprint = Delivery.fingerprint(of: bytes)
        signature = SignatureState(contents.signatureBytes, of: bytes, key: key)
        let note = contents.noteBytes.map { UpdateNote($0) }
        let removed = Set(note?.removed ?? [])
        let paths = Set(sums.paths).union(contents.files.keys).subtracting([
            ManifestForm.sumsName, MinisignSignature.fileName,
        ])
        for path in paths.sorted() {
            switch (sums.hashes[path], contents.files[path]) {
            case (let expected?, .hash(let hash)?):
                if hash == expected { whole += 1 } else { differences.append((path, .changed)) }
            case (_?, nil): differences.append((path, .missing))
            case (_, .damaged(let reason)?): differences.append((path, .damaged(reason: reason)))
            case (_, .special?): differences.append((path, .special))
            case (nil, .hash?):
                if removed.contains(path) { leftovers.append(path) } else { differences.append((path, .added)) }
            case (nil, nil): break
            }
        }
        // An update brings what it lists, and misses all the rest.
        if let note, !differences.isEmpty {
            let brought = Set(note.written + [UpdateNote.fileName])
            isUpdate =
                differences.allSatisfy { $0.difference == .missing }
                && differences.count + brought.count == sums.hashes.count
                && brought.isDisjoint(with: differences.map(\.path))
            if isUpdate { differences = [] }
        }
    }

    package static func == (one: PackReport, other: PackReport) -> Bool {
        one.differences.elementsEqual(other.differences, by: ==) && one.leftovers == other.leftovers
            && one.whole == other.whole && one.isUpdate == other.isUpdate && one.fingerprint == other.fingerprint
    }
}
