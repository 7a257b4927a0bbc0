import Diagnostics
import Foundation

/// Numbers and addresses of people that stand in the texts of offices: telephones, mobiles, identity cards, e-mail
/// addresses, bank cards. Short numbers that everybody may call (110, 12345, 400…) are none of them.
struct PersonalData: Sendable {
    enum Kind: Int, CaseIterable, Sendable {
        case identityNumber, bankCard, mobile, telephone, emailAddress

        func counted(_ count: Int) -> Phrase {
            switch self {
            case .identityNumber: .identityNumbers(count)
            case .bankCard: .bankCards(count)
            case .mobile: .mobileNumbers(count)
            case .telephone: .telephoneNumbers(count)
            case .emailAddress: .emailAddresses(count)
            }
        }
    }

    /// In the order in which they are looked for: eighteen digits may be an identity card before they are a bank card.
    private let patterns: [(kind: Kind, pattern: NSRegularExpression)]
    /// Seven or eight digits, which only a heading or a word before them makes a telephone.
    private let bareTelephone: NSRegularExpression?
    private let leftovers: [(pattern: NSRegularExpression, with: String)]

    init() {
        let unit = "(?![0-9])(?!\\s?[.%‰元万亿億萬人件次户戶吨噸个個])"
        let label = """
            (?:(?:(?:办公|辦公|联系|聯繫|单位|單位|固定|咨询|諮詢|服务|服務)?(?:电话|電話|手机|手機|座机|传真|傳真|邮箱|郵箱|邮件|信箱)(?:号码|號碼|号)?\
            |身份证(?:号码|号)?|身份證(?:號碼|號)?|银行卡号?|(?:银行)?(?:账号|账户|帐号|卡号)|tel|telephone|phone|mobile|fax|e-?mail)\
            \\s*[.:：]?\\s*)?
            """
        func expression(_ pattern: String) -> NSRegularExpression? {
            try? NSRegularExpression(pattern: pattern, options: .caseInsensitive)
        }
        let date = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
        let found: [(Kind, String)] = [
            (
                .identityNumber,
                "(?<![0-9A-Z])[1-9][0-9]{5} ?(?:(?:18|19|20)[0-9]{2}\(date) ?[0-9]{3}[0-9X]|[0-9]{2}\(date)[0-9]{3})(?![0-9A-Z])"
            ),
            (.bankCard, "(?<![0-9])[1-9][0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?:[ -]?[0-9]{1,3})?(?![0-9])"),
            (.mobile, "(?<![0-9.])(?:(?:\\+|00)?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}\(unit)"),
            (
                .telephone,
                "(?<![0-9.])(?:\\(0[0-9]{2,3}\\)|0[0-9]{2,3})\\s?[-—–]?\\s?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?:\\s?(?:-|转|轉)\\s?[0-9]{1,6})?\(unit)"
            ),
            (
                .telephone,
                "(?<![0-9A-Z])\\+[1-9][0-9]{0,2}[ -]?(?:\\([0-9]{1,4}\\)[ -]?)?[0-9]{2,4}(?:[ -]?[0-9]{2,4}){1,3}(?![0-9])"
            ),
            (.emailAddress, "[A-Z0-9._%+-]+@[A-Z0-9-]+(?:\\.[A-Z0-9-]+)*\\.[A-Z]{2,}"),
        ]
        patterns = found.compactMap { kind, pattern in expression(label + pattern).map { (kind, $0) } }
        bareTelephone = expression(label + "(?<![0-9.])[2-9][0-9]{2,3}[ -]?[0-9]{4}\(unit)")
        leftovers = [
            ("[(（\\[【]\\s*[、，,；;/:：]*\\s*[)）\\]】]", ""), ("([、，,；;/])(?:\\s*[、，,；;/])+", "$1"),
            ("(?m)^[ \\t　]*[、，,；;/]+|[ \\t　、，,；;/]+$", ""),
        ].compactMap { pattern, with in expression(pattern).map { ($0, with) } }
    }

    /// A text without them, and how many of each kind there were.
    ///
    /// - Parameter isContact: whether the heading says that the text is a telephone or the like.
    func removed(from text: String, isContact: Bool) -> (text: String, found: [Kind: Int]) {
        guard text.contains(where: { $0.isNumber || $0 == "@" || $0 == "＠" }) else { return (text, [:]) }
        var found: [Kind: Int] = [:]
        var rest = text
        for (kind, pattern) in patterns { remove(kind, pattern, from: &rest, &found) }
        if let bareTelephone { remove(.telephone, bareTelephone, from: &rest, &found, needsWord: !isContact) }
        guard !found.isEmpty else { return (text, [:]) }
        for (pattern, with) in leftovers {
            rest = pattern.stringByReplacingMatches(
                in: rest, range: NSRange(rest.startIndex..., in: rest), withTemplate: with)
        }
        return (rest, found)
    }

    /// - Parameter needsWord: whether it counts only behind a word such as 电话.
    private func remove(
        _ kind: Kind, _ pattern: NSRegularExpression, from text: inout String, _ found: inout [Kind: Int],
        needsWord: Bool = false
    ) {
        let plain = Self.halfWidth(text)
        let matches = pattern.matches(in: plain, range: NSRange(plain.startIndex..., in: plain))
        for match in matches.reversed() {
            guard let range = Range(match.range, in: text), let same = Range(match.range, in: plain) else { continue }
            let number = plain[same]
            if kind == .bankCard, !Self.hasCheckDigit(number) { continue }
            if needsWord, number.first?.isNumber == true { continue }
            found[kind, default: 0] += 1
            text.removeSubrange(range)
        }
    }

    /// The text with full-width digits and signs as plain ones, each in the place it had.
    private static func halfWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xFF01...0xFF5E where scalar != "：" && scalar != "，" && scalar != "；":
                        Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                    case 0x3000, 0xA0: " "
                    default: scalar
                    }
                }))
    }

    /// The check digit of bank cards (ISO/IEC 7812, Luhn).
    private static func hasCheckDigit(_ number: Substring) -> Bool {
        let digits = number.compactMap(\.wholeNumberValue).reversed()
        let sum = digits.enumerated().reduce(0) { sum, item in
            let doubled = item.offset.isMultiple(of: 2) ? item.element : item.element * 2
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum.isMultiple(of: 10)
    }
}
