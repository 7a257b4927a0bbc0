import Content
import Testing

@testable import Authoring

@Suite("Every field that a reader knows is explained, and nothing else")
struct GuideTests {
    @Test(arguments: RecordForm.Kind.allCases)
    func guidesAndReadersAgree(kind: RecordForm.Kind) {
        #expect(kind.guides.map(\.key).sorted() == kind.knownFields.map(\.key).sorted())
    }

    @Test("so are the fields of entries", arguments: RecordForm.Kind.allCases)
    func entriesAgree(kind: RecordForm.Kind) {
        for field in kind.knownFields {
            let guide = kind.guides.first { $0.key == field.key }
            #expect(
                (guide?.entries ?? []).map(\.key).sorted() == field.entries.map(\.key).sorted(), "\(field.key)")
        }
    }

    @Test("the words of the fixed lists are those that readers know, in their order")
    func words() {
        #expect(Word.levels.map(\.word) == Level.allCases.map(\.rawValue))
        #expect(Word.communities.map(\.word) == CommunityType.allCases.map(\.rawValue))
        #expect(Word.assets.map(\.word) == Asset.allCases.map(\.rawValue))
        #expect(Word.mechanismKinds.map(\.word) == MechanismKind.allCases.map(\.rawValue))
        #expect(Word.topicKinds.map(\.word) == TopicKind.allCases.map(\.rawValue))
        #expect(Word.modalities.map(\.word) == Modality.allCases.map(\.rawValue))
        #expect(Word.statuses.map(\.word) == Status.allCases.map(\.rawValue))
        #expect(Word.metricKinds.map(\.word) == MetricKind.allCases.map(\.rawValue))
        #expect(Word.directions.map(\.word) == MetricDirection.allCases.map(\.rawValue))
        #expect(Word.rights.map(\.word) == Rights.allCases.map(\.rawValue))
    }

    @Test("every required field of a new record has something behind its key", arguments: RecordForm.Kind.allCases)
    func requiredFieldsBegin(kind: RecordForm.Kind) {
        for field in kind.knownFields where field.isRequired {
            let guide = kind.guides.first { $0.key == field.key }
            if case .empty = guide?.start { Issue.record("\(kind.rawValue) \(field.key) begins empty") }
        }
    }

    @Test("a column can fill every field but the state and the old addresses", arguments: ImportKind.allCases)
    func columns(kind: ImportKind) {
        let importable = Set(SpreadsheetImport.fields(of: kind))
        let known = Set(kind.form.knownFields.map(\.key))
        #expect(known.subtracting(importable) == ["status", "aliases"])
        #expect(importable.subtracting(known) == Set(["id", "body", "from"] + (kind == .case ? ["place"] : [])))
    }

    @Test("no header means two fields of one kind", arguments: ImportKind.allCases)
    func headers(kind: ImportKind) {
        let headers = kind.fields.flatMap(\.headers)
        #expect(headers.sorted() == Set(headers).sorted())
        #expect(headers.allSatisfy { ImportField.folded($0) == $0 })
    }
}
