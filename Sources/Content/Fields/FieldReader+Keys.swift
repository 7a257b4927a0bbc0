import Diagnostics
import Text
import Yams

/// Keys that no field has, and those that are there under a name that people use.
extension FieldReader {
    /// What is told as an unknown key is not told as missing too.
    mutating func findMisnamedKeys<Record>(_ unknown: [Int], among fields: [Field<Record>]) {
        for index in unknown.prefix(Limits.suggestions) where !base.names[index].isEmpty {
            let name = base.names[index].withoutWideSpace
            let key =
                fields.first { $0.key == name }?.key
                ?? context.terminology().key(called: name, among: fields.map(\.key))
            misnamed.formUnion(key.map { [$0] } ?? [])
        }
    }

    /// Reports every key that no field has, and every fact that a translation gives.
    mutating func reportUnknownKeys<Record>(_ unknown: [Int], among fields: [Field<Record>]) {
        for index in unknown {
            let name = base.names[index]
            guard let key = base.node.mapping?.keys[index] else { continue }
            guard key.string != nil else {
                report(.keyIsNoWord, at: base.source.span(of: key))
                continue
            }
            reportUnknown(name, at: base.source.span(of: key), among: fields.map(\.key))
        }
        for (_, layer) in translations {
            for (index, name) in layer.names.enumerated() {
                guard let key = layer.node.mapping?.keys[index], key.string != nil,
                    !fields.contains(where: { $0.key == name && $0.known.isTranslatable })
                else { continue }
                if fields.contains(where: { $0.key == name }) {
                    report(.factInTranslation(name), at: layer.source.span(of: key), hint: .inheritValue)
                } else {
                    reportUnknown(
                        name, at: layer.source.span(of: key),
                        among: fields.filter(\.known.isTranslatable).map(\.key))
                }
            }
        }
    }

    private mutating func reportUnknown(_ name: String, at span: SourceSpan, among names: [String]) {
        // A space of Chinese in the place of an indent belongs to the name.
        if name.withoutWideSpace != name {
            return report(.unknownKey(name), at: span, hint: .removeWideSpace)
        }
        guard diagnostics.count < Limits.suggestions else { return report(.unknownKey(name), at: span) }
        report(.unknownKey(name), at: span, hint: context.terminology().hint(forKey: name, among: names))
    }
}

extension String {
    /// Without the space of Chinese, or the one that does not break, that it begins with.
    fileprivate var withoutWideSpace: String { String(drop { $0 == "　" || $0 == "\u{A0}" }) }
}
