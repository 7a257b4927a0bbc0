/// The file with which the script in the browser begins: where everything is, and how texts are coded. It is the
/// only one with a name that stays, since the pages are written before the index is complete.
struct Manifest {
    static let name = "manifest"
    /// Counts up when a script could no longer read the files of another version.
    static let version = 2

    var settings: SearchSettings
    var pageCount: Int
    var hasTraditional: Bool
    var pages: IndexFile
    var facets: IndexFile
    var variants: IndexFile
    var grams: [TermShard]
    var words: [TermShard]
    var forms: [WordList.Part]
    var backwards: [WordList.Part]
    var code: TextCode

    var file: IndexFile {
        var literal = Array("{\"version\":\(Self.version),\"pageCount\":\(pageCount)".utf8)
        literal.appendKey("languages")
        literal.appendList(settings.languages) { $0.appendLiteral($1) }
        for file in [pages, facets, variants] {
            literal.appendKey(String(file.name.prefix { $0 != "." }))
            literal.appendLiteral(file.hash)
        }
        literal.appendKey("traditional")
        literal += Array("\(hasTraditional)".utf8)
        appendShards(.grams, grams.map(\.file), first: grams.flatMap(\.first), to: &literal)
        appendShards(.words, words.map(\.file), first: Self.frontCoded(words.map(\.first)), to: &literal)
        appendShards(.forms, forms.map(\.file), first: Self.frontCoded(forms.map(\.first)), to: &literal)
        appendShards(.backwards, backwards.map(\.file), first: Self.frontCoded(backwards.map(\.first)), to: &literal)
        literal.appendKey("labels")
        literal.appendList(settings.facets) { literal, facet in
            literal.append(UInt8(ascii: "{"))
            literal.appendKey("id")
            literal.appendLiteral(facet.id)
            literal.appendKey("label")
            literal.appendList(facet.label) { $0.appendLiteral($1) }
            literal.appendKey("values")
            literal.appendList(facet.values) { literal, value in
                literal.appendList([value.id] + value.label) { $0.appendLiteral($1) }
            }
            literal.append(UInt8(ascii: "}"))
        }
        literal.appendKey("code")
        literal += code.literal + Array("}".utf8)
        return IndexFile(name: SearchIndex.manifestName, bytes: IndexFile.call(Self.name, literal))
    }

    private func appendShards(_ table: ShardedTable, _ files: [IndexFile], first: [UInt8], to literal: inout [UInt8]) {
        literal.appendKey(table.rawValue)
        literal += Array("{\"hashes\":\"\(files.map(\.hash).joined())\",\"first\":".utf8)
        literal.appendQuoted(first)
        literal.append(UInt8(ascii: "}"))
    }

    private static func frontCoded(_ words: [[UInt8]]) -> [UInt8] {
        var packed: [UInt8] = []
        var previous: [UInt8] = []
        for word in words {
            packed.appendFrontCoded(word, after: previous)
            previous = word
        }
        return packed
    }
}
