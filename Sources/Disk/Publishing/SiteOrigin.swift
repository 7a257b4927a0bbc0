import Text

/// What a site was made from, as its manifest says. Where the digest is the same, so is every file.
package struct SiteOrigin: Sendable, Equatable, Codable {
    /// The hex SHA-256 of all that the site depends on, the program among it.
    package var digest: String
    /// How many problems were told when it was made; nobody is to miss them because nothing has changed.
    package var problems: Int

    package init(digest: String, problems: Int) { (self.digest, self.problems) = (digest, problems) }

    var json: JSON {
        .object([CodingKeys.digest.stringValue: .string(digest), CodingKeys.problems.stringValue: .integer(problems)])
    }
}

/// The digest of a list of values, each told apart from the next by its length.
package struct OriginDigest {
    private var hash = FileHash()

    package init() {}

    package mutating func add(_ bytes: [UInt8]) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.add($0) }
        bytes.withUnsafeBytes { hash.add($0) }
    }

    package mutating func add(_ text: String) { add(Array(text.utf8)) }

    /// In which nothing is another value than no text.
    package mutating func add(_ text: String?) {
        add(text == nil ? [0] : [1])
        add(text ?? "")
    }

    package mutating func add(_ tree: SourceTree) {
        add("\(tree.files.count)")
        for file in tree.files {
            add(file.path)
            add(file.bytes)
        }
        for file in tree.refused { add(file.path) }
    }

    package var hex: String { hash.hex }
}
