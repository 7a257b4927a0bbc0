import Content
import Diagnostics
import Embedded
import Testing
import Text

@testable import Authoring

@Suite("Authors are told of every field, and of nothing else")
struct GuideTests {
    @Test("the files of the program have no key that no record has, and every phrase")
    func embedded() {
        var problems: [Diagnostic] = []
        for language in AuthorLanguage.allCases {
            let file = Self.file("templates/authoring/\(language.rawValue).yaml")
            let texts = GuideReader.texts(file, diagnostics: &problems)
            #expect(Set(texts.phrases.keys) == Set(GuidePhrase.allCases))
        }
        let starts = GuideReader.starts(Self.file("templates/authoring/start.yaml"), diagnostics: &problems)
        #expect(starts["practice"] == ["place": "{place}", "modality": "reported"])
        #expect(problems == [])
    }

    private static func file(_ path: String) -> SourceTree.File {
        .init(path: path, bytes: Array((embeddedText(String(path.dropFirst("templates/".count))) ?? "").utf8))
    }

    @Test(
        "every field, entry and word is explained in every language",
        arguments: AuthoredKind.allCases, AuthorLanguage.allCases)
    func complete(kind: AuthoredKind, language: AuthorLanguage) {
        func check(_ fields: [GuidedField], of owner: String) {
            for field in fields {
                #expect(field.text.explanation != nil, "\(owner).\(field.key)")
                #expect(
                    field.field.shape != .word || language == .english
                        || field.words.allSatisfy { $0.text.meaning != $0.word },
                    "\(owner).\(field.key)")
                check(field.entries, of: field.key)
            }
        }
        let fields = AuthorGuide.embedded.fields(of: kind, in: language)
        check(fields, of: kind.rawValue)
        #expect(fields.map(\.key).sorted() == kind.fields.map(\.key).sorted())
    }

    @Test("a new record has its fields in the same order in every language", arguments: AuthoredKind.allCases)
    func order(kind: AuthoredKind) {
        let orders = AuthorLanguage.allCases.map { AuthorGuide.embedded.fields(of: kind, in: $0).map(\.key) }
        #expect(Set(orders).count == 1)
    }

    @Test("what nobody explains is never left out, and what it needs is a placeholder")
    func unexplained() {
        var problems: [Diagnostic] = []
        var names = LibraryNames(languages: ["en"])
        names.guide = AuthorGuide(SourceTree(files: []), diagnostics: &problems)
        let text = RecordForm(.record(.topic), id: "a", library: names).text()
        #expect(
            text.split(separator: "\n").filter { $0.contains(":") } == [
                "title: 【to fill in】title", "aliases:", "status:", "reviewed:", "published-contacts:",
                "kind: 【to fill in】kind", "synonyms:", "also:",
                "named-by:",
            ])
    }

    @Test("a library's own texts are merged key by key into those of the program")
    func overrides() {
        let own = """
            practice:
              levels: 哪一级
              cost: {headers: [花销]}
              modality: {words: {proposed: {meaning: 想做, also: [打算]}}}
            """
        let start = "practice: {modality: proposed}"
        var problems: [Diagnostic] = []
        let tree = SourceTree(files: [
            .init(path: "templates/authoring/zh-Hans.yaml", bytes: Array(own.utf8)),
            .init(path: "templates/authoring/start.yaml", bytes: Array(start.utf8)),
        ])
        var names = LibraryNames(languages: ["zh-Hans"])
        names.guide = AuthorGuide(overrides: tree, diagnostics: &problems)
        #expect(problems == [])
        let text = RecordForm(.record(.practice), id: "a/b", library: names).text()
        #expect(text.contains("\n# 哪一级\n# 可选：province＝省级；"))
        #expect(text.contains("# 可选：reported＝当地说已经在做；proposed＝想做\nmodality: proposed\n"))
        #expect(text.contains("\n# 花多少钱，谁出\ncost:\n"))
        let fields = ImportField.fields(of: .practice, names)
        #expect(fields.first { $0.key == "cost" }?.headers == ["cost", "花销", "budget"])
        #expect(fields.first { $0.key == "modality" }?.words.last?.names.contains("打算") == true)
    }

    @Test("each unknown key is one error at its place, with a suggestion")
    func unknown() {
        let own = """
            practise: {}
            practice:
              stepps: x
              steps: {explanations: x, entries: {buy: x}}
              modality: {words: {propsed: x}}
              cost: [x]
            words: {citty: x}
            phrases: {requird: x}
            """
        var problems: [Diagnostic] = []
        let file = SourceTree.File(path: "templates/authoring/en.yaml", bytes: Array(own.utf8))
        _ = AuthorGuide(overrides: SourceTree(files: [file]), diagnostics: &problems)
        let source = SourceText(file.bytes)
        #expect(
            problems.map { problem in
                let position = source.position(of: problem.span.range.lowerBound)
                return "\(position.line):\(position.column) \(problem.message) \(problem.hint?.description ?? "")"
            } == [
                "1:1 unknown key ‘practise’ did you mean ‘practice’?",
                "3:3 unknown key ‘stepps’ did you mean ‘steps’?",
                "4:11 unknown key ‘explanations’ did you mean ‘explanation’?",
                "4:38 unknown key ‘buy’ did you mean ‘by’?",
                "5:22 unknown key ‘propsed’ did you mean ‘proposed’?",
                "6:9 expected a mapping of fields ",
                "7:9 unknown key ‘citty’ did you mean ‘city’?",
                "8:11 unknown key ‘requird’ did you mean ‘required’?",
            ])
    }

    @Test("braces are filled in where the program knows what stands between them")
    func filling() {
        #expect(filled("{a}（{b}）{c: d}{", ["a": "{b}", "b": "x"]) == "{b}（x）{c: d}{")
    }

    @Test("every required field of a new record has something behind its key", arguments: AuthorLanguage.allCases)
    func requiredFieldsBegin(language: AuthorLanguage) {
        for kind in AuthoredKind.allCases where kind.canBeNew {
            let text = RecordForm(kind, id: "a", library: LibraryNames(languages: [language.rawValue])).text()
            for field in kind.fields where field.isRequired {
                #expect(!text.contains("\n\(field.key):\n"), "\(kind.rawValue) \(field.key)")
            }
        }
    }

    @Test("a column can fill every field but the state and what is public", arguments: ImportKind.allCases)
    func columns(kind: ImportKind) {
        let fields = ImportField.fields(of: kind, LibraryNames(languages: ["zh-Hans"])).map(\.key)
        guard kind != .observation else {
            #expect(Set(fields) == Set(TableHeader.observations + ["unit"]))
            return
        }
        let known = Set(kind.authored.fields.map(\.key))
        #expect(known.subtracting(fields) == ["status", "published-contacts"])
        #expect(Set(fields).subtracting(known) == Set(["id", "body", "from"] + (kind == .case ? ["place"] : [])))
    }

    @Test("no header means two fields of one kind", arguments: ImportKind.allCases)
    func headers(kind: ImportKind) {
        let headers = ImportField.fields(of: kind, LibraryNames(languages: ["zh-Hans"])).flatMap(\.headers)
        #expect(headers.sorted() == Set(headers).sorted())
        #expect(headers.allSatisfy { ImportField.folded($0) == $0 })
    }
}
