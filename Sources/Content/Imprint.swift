import Diagnostics
import Yams

/// What a public site has to say of itself at the foot of every page. In China these are who hosts and who runs it,
/// the code of a government site, and the numbers under which it is filed (State Council General Office, guide for
/// government websites, 2017; MIIT order 33; MPS order 33).
package struct Imprint: Sendable, Equatable {
    package var host: Localized<String>?
    package var runner: Localized<String>?
    package var address: Localized<String>?
    package var contact: Localized<String>?
    /// Ten letters and digits.
    package var siteCode: String?
    /// The number of the filing with the Ministry of Industry and Information Technology.
    package var icp: String?
    /// The number of the filing with the Ministry of Public Security, as the page prints it.
    package var police: String?
    package var note: Localized<String>?

    /// The digits of ``police``, by which the ministry's page finds the filing.
    package var policeCode: String? { police.map { $0.filter { ("0"..."9").contains($0) } } }
}

extension RecordFields {
    /// - Parameter key: A mapping; a bare text is its note.
    mutating func imprint(_ key: String) -> Imprint? {
        if let node = peek(key), node.sequence != nil {
            report(.wrongType, "expected a mapping of fields", at: base.source.span(of: node))
        }
        return objects(key, shorthand: "note") { fields in
            Imprint(
                host: fields.localized("host"), runner: fields.localized("operator"),
                address: fields.localized("address"), contact: fields.localized("contact"),
                siteCode: fields.filing("site-code", as: "ten letters and digits, such as 1100000088") {
                    $0.utf8.count == 10 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                },
                icp: fields.filing("icp", as: "a filing such as 京ICP备12345678号-1") {
                    ($0.contains("ICP备") || $0.contains("ICP证")) && $0.contains("号") && $0.contains(where: \.isNumber)
                },
                police: fields.filing("police", as: "a filing such as 京公网安备 11010502030143号") {
                    $0.contains("公网安备") && $0.filter { ("0"..."9").contains($0) }.count == 14
                },
                note: fields.localized("note"))
        }.first
    }

    /// A number under which an authority knows the site, or nil after saying what it should look like.
    private mutating func filing(_ key: String, as form: String, where isSound: (String) -> Bool) -> String? {
        guard let (text, span) = text(key) else { return nil }
        if isSound(text) { return text }
        report(.invalidValue, "‘\(text)’ is not \(form)", at: span)
        return nil
    }
}
