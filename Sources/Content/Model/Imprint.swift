import Diagnostics
import Text

/// What a public site has to say of itself at the foot of every page. In China these are who hosts and who runs it,
/// the code of a government site, and the numbers under which it is filed (State Council General Office, guide for
/// government websites, 2017; MIIT order 33; MPS order 33).
package struct Imprint: FieldEntry, Equatable {
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

    package static let shorthand = "note"
    package static let fields: [Field<Imprint>] = [
        .localized("host", \.host),
        .localized("operator", \.runner),
        .localized("address", \.address),
        .localized("contact", \.contact),
        .text("site-code", \.siteCode, as: .siteCode) {
            $0.utf8.count == 10 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        },
        .text("icp", \.icp, as: .filingOfICP) {
            ($0.contains("ICP备") || $0.contains("ICP证")) && $0.contains("号") && $0.contains(where: \.isNumber)
        },
        .text("police", \.police, as: .filingOfPolice) {
            $0.contains("公网安备") && $0.filter { ("0"..."9").contains($0) }.count == 14
        },
        .localized("note", \.note),
    ]
}

extension Imprint {
    package init(at span: @autoclosure () -> SourceSpan) { self.init() }
}
