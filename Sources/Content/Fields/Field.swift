import Diagnostics
import Text

/// A field of a kind of record, declared once. Reading, checking, what is taken from sources, search, open data and
/// the descriptions all go over the lists of fields.
///
///     static let fields: [Field<CaseStudy>] = header + [
///         .references("practice", \.practices, to: .practice, required: true),
///         .statements("went-wrong", \.wentWrong),
///     ]
///
/// A class, so that going over a list copies nothing but a pointer; it never changes.
package final class Field<Record>: Sendable {
    package let known: KnownField
    let access: FieldAccess<Record>
    /// What the field holds in a record, in a form that all walks understand.
    package let value: @Sendable (Record) -> FieldValue
    /// The same with what only translations say, for comparing one library with another.
    let whole: @Sendable (Record) -> FieldValue

    package var key: String { known.key }

    init(
        _ known: KnownField, _ access: FieldAccess<Record>, value: @escaping @Sendable (Record) -> FieldValue,
        whole: (@Sendable (Record) -> FieldValue)? = nil
    ) {
        (self.known, self.access, self.value, self.whole) = (known, access, value, whole ?? value)
    }
}

/// A type with fields: a record, an entry of one, a row of a table.
package protocol FieldHolder: Sendable {
    /// In the order in which pages tell them.
    static var fields: [Field<Self>] { get }
}

/// How a field gets its value. Scalars and texts by language stand in YAML and in tables, everything else only in
/// YAML.
enum FieldAccess<Record>: Sendable {
    /// One text, which is taken apart and set, or refused with the problem.
    case scalar(
        set: @Sendable (inout Record, FieldText) -> Parsed<Void>,
        standIn: (@Sendable (inout Record, SourceSpan) -> Void)?)
    /// A text by language. One that is not prose (a unit, a synonym) may be the same in all of them.
    case localized(isProse: Bool, set: @Sendable (inout Record, Localized<String>) -> Void)
    /// Reads what it needs of the mapping at hand; false where there is no value.
    case node(@Sendable (inout FieldReader, KnownField, inout Record) -> Bool)
    /// Not under a key: the text below the front matter.
    case body
}

/// Where a field is kept in what has it.
package typealias FieldPath<Holder, Value> = any WritableKeyPath<Holder, Value> & Sendable

/// A text of a field, with the place where it is written.
typealias FieldText = (value: String, span: SourceSpan)

extension Field {
    /// The same field of a part, seen from the whole: a step has the fields of its statement.
    func lifted<Whole>(_ part: FieldPath<Whole, Record>) -> Field<Whole> {
        let access: FieldAccess<Whole>
        switch self.access {
        case .scalar(let set, let standIn):
            let lifted = standIn.map { standIn in
                { @Sendable (whole: inout Whole, span: SourceSpan) in standIn(&whole[keyPath: part], span) }
            }
            access = .scalar(set: { whole, text in set(&whole[keyPath: part], text) }, standIn: lifted)
        case .localized(let isProse, let set):
            access = .localized(isProse: isProse) { whole, text in set(&whole[keyPath: part], text) }
        case .node(let read):
            access = .node { reader, field, whole in read(&reader, field, &whole[keyPath: part]) }
        case .body: access = .body
        }
        return Field<Whole>(
            known, access, value: { [value] in value($0[keyPath: part]) },
            whole: { [whole] in whole($0[keyPath: part]) })
    }

    /// The field with another description: under another key, required, searched otherwise.
    func with(_ change: (inout KnownField) -> Void) -> Field {
        var known = known
        change(&known)
        return Field(known, access, value: value, whole: whole)
    }
}

/// What a field of a record can be kept as: a value, or one that may be missing.
package protocol FieldStorage<Wrapped>: SendableMetatype {
    associatedtype Wrapped
    var stored: Wrapped? { get }
    init(storing value: Wrapped)
    /// Whether a record has a value even where its file gives none.
    static var isAlwaysThere: Bool { get }
}

extension FieldStorage where Wrapped == Self {
    package var stored: Self? { self }
    package init(storing value: Self) { self = value }
    package static var isAlwaysThere: Bool { true }
}

extension Optional: FieldStorage {
    package var stored: Wrapped? { self }
    package init(storing value: Wrapped) { self = value }
    package static var isAlwaysThere: Bool { false }
}

extension String: FieldStorage { package typealias Wrapped = String }
extension Int: FieldStorage { package typealias Wrapped = Int }
extension CalendarDate: FieldStorage { package typealias Wrapped = CalendarDate }
extension Reference: FieldStorage { package typealias Wrapped = Reference }
extension Localized: FieldStorage { package typealias Wrapped = Localized<Value> }
