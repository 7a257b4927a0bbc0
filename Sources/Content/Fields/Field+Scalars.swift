import Diagnostics
import Text

/// Fields of one text.
extension Field {
    /// - Parameters:
    ///   - key: the key in YAML, or the name of the column of a table.
    ///   - span: keeps where the value stands, for what is told of it later.
    ///   - standIn: is told where the record begins if there is no value, and puts one there that nothing comes of.
    static func scalar<Storage: FieldStorage>(
        _ known: KnownField, _ path: FieldPath<Record, Storage>, span: FieldPath<Record, SourceSpan?>? = nil,
        standIn: (@Sendable (inout Record, SourceSpan) -> Void)? = nil,
        parse: @escaping @Sendable (FieldText) -> Parsed<Storage.Wrapped>,
        value: @escaping @Sendable (Storage.Wrapped) -> FieldValue
    ) -> Field {
        var known = known
        known.isAlwaysThere = Storage.isAlwaysThere
        let set: @Sendable (inout Record, FieldText) -> Parsed<Void> = { record, text in
            parse(text).map {
                record[keyPath: path] = Storage(storing: $0)
                if let span { record[keyPath: span] = text.span }
            }
        }
        return Field(known, .scalar(set: set, standIn: standIn)) { record in
            record[keyPath: path].stored.map(value) ?? .none
        }
    }

    static func text<Storage: FieldStorage<String>>(
        _ key: String, _ path: FieldPath<Record, Storage>, required: Bool = false,
        column: FieldColumn? = FieldColumn()
    ) -> Field {
        let known = KnownField(key: key, isRequired: required, column: column)
        return scalar(known, path, parse: { .value($0.value) }, value: { .text($0) })
    }

    /// A text in a form of its own, such as the number of a filing.
    ///
    /// - Parameter form: what such a text looks like, for the problem.
    static func text(
        _ key: String, _ path: FieldPath<Record, String?>, as form: Phrase,
        span: FieldPath<Record, SourceSpan?>? = nil, column: FieldColumn? = nil,
        where isSound: @escaping @Sendable (String) -> Bool
    ) -> Field {
        scalar(
            KnownField(key: key, column: column), path, span: span,
            parse: { text in
                isSound(text.value)
                    ? .value(text.value)
                    : .problem(Diagnostic(.notAFiling(text: text.value, form: form), at: text.span))
            }, value: { .text($0) })
    }

    static func word<Word: Vocabulary, Storage: FieldStorage<Word>>(
        _ key: String, _ path: FieldPath<Record, Storage>, required: Bool = false,
        column: FieldColumn? = FieldColumn()
    ) -> Field {
        let words = Word.allCases.map(\.rawValue)
        let known = KnownField(
            key: key, shape: .word, isRequired: required, words: words, wordLabels: Word.labels, column: column)
        return scalar(
            known, path,
            parse: { text in Word(rawValue: text.value).map { .value($0) } ?? .notAWord }, value: { .text($0.rawValue) }
        )
    }

    static func date<Storage: FieldStorage<CalendarDate>>(
        _ key: String, _ path: FieldPath<Record, Storage>, span: FieldPath<Record, SourceSpan?>? = nil,
        required: Bool = false, column: FieldColumn? = FieldColumn()
    ) -> Field {
        scalar(
            KnownField(key: key, shape: .date, isRequired: required, column: column), path, span: span,
            parse: CalendarDate.parse, value: { .text($0.description) })
    }

    static func period(_ key: String, _ path: FieldPath<Record, Period?>) -> Field {
        scalar(
            KnownField(key: key, shape: .period, column: FieldColumn()), path,
            parse: { text in
                Period(text.value).map { .value($0) }
                    ?? .problem(.invalidPeriod(text.value, at: text.span, .writePeriodOrLeaveOut))
            }, value: { .text($0.text) })
    }

    static func integer<Storage: FieldStorage<Int>>(
        _ key: String, _ path: FieldPath<Record, Storage>, required: Bool = false
    ) -> Field {
        integer(KnownField(key: key, shape: .integer, isRequired: required, column: FieldColumn()), path) { _ in true }
    }

    /// A whole number in digits alone.
    static func year(_ key: String, _ path: FieldPath<Record, Int>, required: Bool = false) -> Field {
        integer(KnownField(key: key, shape: .year, isRequired: required, column: FieldColumn()), path) {
            $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    private static func integer<Storage: FieldStorage<Int>>(
        _ known: KnownField, _ path: FieldPath<Record, Storage>, where isSound: @escaping @Sendable (String) -> Bool
    ) -> Field {
        scalar(
            known, path,
            parse: { text in
                (isSound(text.value) ? Int(text.value) : nil).map { .value($0) }
                    ?? .problem(Diagnostic(.notAWholeNumber(text.value), at: text.span))
            }, value: { .integer($0) })
    }

    static func decimal(_ key: String, _ path: FieldPath<Record, Double?>) -> Field {
        scalar(
            KnownField(key: key, shape: .decimal, column: FieldColumn()), path,
            parse: { text in
                plainNumber(Array(text.value.utf8).span).map { .value($0) }
                    ?? .problem(.notAPlainNumber(text.value, at: text.span))
            }, value: { .decimal($0) })
    }

    static func boolean(
        _ key: String, _ path: FieldPath<Record, Bool>, search: SearchRole = .none,
        column: FieldColumn? = FieldColumn()
    ) -> Field {
        scalar(
            KnownField(key: key, shape: .boolean, words: ["true", "false"], search: search, column: column), path,
            parse: { text in
                switch text.value {
                case "true": .value(true)
                case "false": .value(false)
                default:
                    .problem(Diagnostic(.notTrueOrFalse(key: key, text: text.value), at: text.span))
                }
            }, value: { .boolean($0) })
    }

    /// The id of one thing. Where it is missing, a name that leads nowhere stands in and is not looked up.
    static func reference<Storage: FieldStorage<Reference>>(
        _ key: String, _ path: FieldPath<Record, Storage>, to kind: ReferenceKind? = nil,
        required: Bool = false, relation: Relation? = nil, column: FieldColumn? = FieldColumn()
    ) -> Field {
        var known = KnownField(key: key, shape: .reference, isRequired: required, reference: kind, column: column)
        known.relation = relation
        // What is still to be filled in is what a record has from the beginning.
        let standIn: @Sendable (inout Record, SourceSpan) -> Void = { record, span in
            let id = record[keyPath: path].stored?.id ?? ""
            record[keyPath: path] = Storage(storing: Reference(id: id, span: span))
        }
        return scalar(
            known, path, standIn: Storage.isAlwaysThere ? standIn : nil,
            parse: { .value(Reference(id: $0.value, span: $0.span)) }, value: { .references([$0]) })
    }
}

/// What came of taking a text apart.
enum Parsed<Value> {
    case value(Value)
    /// None of the words of the field, which is told in the terms of the library's editors.
    case notAWord
    case problem(Diagnostic)

    func map<Other>(_ transform: (Value) -> Other) -> Parsed<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .notAWord: .notAWord
        case .problem(let problem): .problem(problem)
        }
    }

    /// What is wrong with a text, if anything is.
    ///
    /// - Parameter name: what the field is called where the text stands.
    func problem(
        of text: FieldText, in field: KnownField, named name: String? = nil, _ context: ReadingContext
    ) -> Diagnostic? {
        switch self {
        case .value: nil
        case .notAWord:
            Diagnostic(
                .notAWord(text: text.value, field: name ?? field.key), at: text.span,
                hint: context.terminology().hint(forWord: text.value, among: field.words, of: field.key))
        case .problem(let problem): problem
        }
    }
}

extension CalendarDate {
    static let parse: @Sendable (FieldText) -> Parsed<CalendarDate> = { text in
        CalendarDate(text.value).map { .value($0) }
            ?? .problem(.invalidDate(text.value, at: text.span))
    }
}
extension Bool: FieldStorage { package typealias Wrapped = Bool }
