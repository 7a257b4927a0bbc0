import Diagnostics
import Markdown

/// What a field holds in one record.
package enum FieldValue: Sendable {
    case none
    /// Facts as they are written: words, codes, days.
    case text(String)
    case texts([String])
    case integer(Int)
    case decimal(Double)
    case boolean(Bool)
    /// Ids of records, or locators.
    case references([Reference])
    case localized(Localized<String>)
    case prose(Localized<MarkdownDocument>)
    case entries([FieldEntryValues])

    /// The references it consists of; none if it is something else.
    var references: [Reference] {
        if case .references(let references) = self { references } else { [] }
    }

    /// Where the statements among its entries come from.
    var statementLocators: [Reference] {
        guard case .entries(let entries) = self else { return [] }
        return entries.flatMap { $0.prose == nil ? [] : $0.locators }
    }
}

/// The fields of one entry – a statement, a step, somebody who takes part – and what they hold.
package struct FieldEntryValues: Sendable {
    package var fields: [KnownField]
    /// One for each field.
    package var values: [FieldValue]

    init(fields: [KnownField], values: [FieldValue]) { (self.fields, self.values) = (fields, values) }

    init<Entry>(_ entry: Entry, fields: [Field<Entry>], known: [KnownField]) {
        self.init(fields: known, values: fields.map { $0.value(entry) })
    }

    /// The locators of the entry, whichever field they stand in.
    package var locators: [Reference] {
        var found: [Reference] = []
        for (field, value) in zip(fields, values) where field.shape == .locators { found += value.references }
        return found
    }

    /// Whether the editor concludes it from what the locators name.
    package var isInferred: Bool {
        for (field, value) in zip(fields, values) where field.key == "inferred" {
            if case .boolean(let flag) = value { return flag }
        }
        return false
    }

    /// Its text where it has one that is prose: it is a statement then, perhaps with more.
    package var prose: Localized<MarkdownDocument>? {
        for case .prose(let text) in values { return text }
        return nil
    }
}

extension FieldHolder {
    /// Where the statements of a record come from, in the order of its fields.
    package var statementLocators: [Reference] {
        Self.fields.filter { !$0.known.entries.isEmpty }.flatMap { $0.value(self).statementLocators }
    }

    /// Calls `visit` with every field and what it holds, those of entries included.
    func forEachField(_ visit: (KnownField, FieldValue) -> Void) {
        for field in Self.fields { Self.visit(field.known, field.value(self), visit) }
    }

    /// What relates it to something else, in each field that does.
    var relations: [[Reference]] { Self.fields.filter(\.known.isRelating).map { $0.value(self).references } }

    static func visit(_ field: KnownField, _ value: FieldValue, _ visit: (KnownField, FieldValue) -> Void) {
        visit(field, value)
        guard case .entries(let entries) = value else { return }
        for entry in entries {
            for (field, value) in zip(entry.fields, entry.values) { self.visit(field, value, visit) }
        }
    }
}
