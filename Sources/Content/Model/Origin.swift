import Diagnostics
import Text

/// Where a statement, a word or a person of a record comes from: a source says so, the editor concludes it from what
/// a source says, or the editor speaks.
package struct Origin: FieldHolder, Equatable {
    /// Where the sources say so; empty when the editor speaks.
    package var locators: [Reference] = []
    /// Whether the editor concludes it from what stands there, for instance by joining two passages.
    package var isInferred = false
    /// Why it is concluded.
    package var reason: Localized<String>?

    package static let fields: [Field<Origin>] = [
        .locators("from", \.locators),
        .boolean("inferred", \.isInferred, column: nil),
        .localized("reason", \.reason, search: .part, column: nil),
    ]

    package init() {}
    init(locators: [Reference], isInferred: Bool) { (self.locators, self.isInferred) = (locators, isInferred) }

    /// Never ``ItemState/unknown``.
    package var state: ItemState { locators.isEmpty ? .added : isInferred ? .inferred : .stated }

    /// The fields of an origin in an entry that has one.
    static func fields<Entry: Attested>(required: Bool = false) -> [Field<Entry>] {
        fields.map { field in
            field.lifted(\Entry.origin).with { if $0.key == "from" { $0.isRequired = required } }
        }
    }
}

/// An entry of a field that somebody vouches for.
package protocol Attested: FieldEntry {
    var origin: Origin { get set }
}

extension Attested {
    package var voucher: Origin? { origin }
    package var locators: [Reference] { origin.locators }
    package var state: ItemState { origin.state }
}

extension FieldReader {
    /// An inference needs both what it is drawn from and why.
    mutating func check(_ origin: Origin) {
        guard origin.isInferred || origin.reason != nil else { return }
        if origin.locators.isEmpty { report(.inferenceFromNothing, at: span, hint: .citeOrSpeak) }
        if origin.reason == nil { report(.inferenceWithoutReason, at: span, hint: .giveReason) }
        if !origin.isInferred { report(.reasonWithoutInference, at: span, hint: .markInference) }
    }
}
