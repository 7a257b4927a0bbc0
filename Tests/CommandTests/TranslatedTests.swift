import Foundation
import TestSupport
import Testing

@Suite("translated confirms, check tells what changed since, new writes the translation to begin with")
struct TranslatedTests {
    private func replace(_ old: String, with new: String, in file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(old))
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    @Test("a changed sentence is told until its translation is confirmed, under its new id too")
    func changedSentence() throws {
        try withLibraryCopy { library in
            let file = library.appending(path: "content/topics/residents.md")
            try replace("title: \"居民\"", with: "title: 新居民", in: file)
            let told = try Command.run(["check", "--strict"], in: library)
            #expect(told.status == 1)
            #expect(
                told.output.contains("content/topics/residents.md:2:8: error: this sentence has changed"),
                "\(told.output)")
            #expect(told.output.contains("content/topics/residents.en.md:2:8: note: the translation is here"))
            let chinese = try Command.run(["check", "--lang", "zh"], in: library)
            #expect(chinese.output.contains("这句原文在英文（en）译文确认之后改过"), "\(chinese.output)")
            #expect(try Command.run(["rename", "topic:residents", "people"], in: library).status == 0)
            #expect(
                try Command.run(["check", "--strict"], in: library).output.contains("exemplar translated topics/people")
            )
            let done = try Command.run(["translated", "content/topics/people.en.md"], in: library)
            #expect(done.status == 0 && done.output == "content/translations.csv\n", "\(done.errors)")
            #expect(try Command.run(["check", "--strict"], in: library).status == 0)
            let again = try Command.run(["translated", "--all"], in: library)
            #expect(again.status == 0 && again.output.isEmpty)
        }
    }

    @Test("what cannot be confirmed or translated is refused, and nothing is overwritten")
    func refusals() throws {
        try withLibraryCopy { library in
            for (arguments, status, message) in [
                (["translated"], Int32(2), "name a record, or use --all"),
                (["translated", "topic:residents", "--language", "fr"], 2, "‘fr’ is no language"),
                (["translated", "topic:resident"], 2, "did you mean ‘residents’?"),
                (["translated", "metric:first-secretaries"], 2, "has no translation"),
                (["new", "topic", "residents", "--language", "en"], 3, "nothing is overwritten"),
                (["new", "topic", "resident", "--language", "en"], 2, "did you mean ‘residents’?"),
                (["new", "metric", "x", "--language", "en"], 2, "--language is for records"),
            ] {
                let outcome = try Command.run(arguments, in: library)
                #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
                #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
            }
            let file = library.appending(path: "content/topics/residents.en.md")
            try FileManager.default.removeItem(at: file)
            let made = try Command.run(["new", "topic", "residents", "--language", "en"], in: library)
            #expect(made.status == 0 && made.output == "content/topics/residents.en.md\n", "\(made.errors)")
            #expect(try Command.run(["check"], in: library).status == 0)
        }
    }
}
