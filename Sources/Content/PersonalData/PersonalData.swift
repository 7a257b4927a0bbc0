import Diagnostics

/// A number or an address of somebody that stands in a text: a telephone, a mobile, an identity card, an e-mail
/// address, a bank card. Short numbers that everybody may call (110, 12345, 400…) are none.
///
/// One detector for all who ask: `check`, which refuses them in what is published, and `import`, which leaves them out.
package struct PersonalData: Sendable, Equatable {
    package enum Kind: Int, CaseIterable, Sendable {
        case identityNumber, bankCard, mobile, telephone, emailAddress

        /// As diagnostics say it.
        var noun: Phrase {
            switch self {
            case .identityNumber: .identityNumber
            case .bankCard: .bankCard
            case .mobile: .mobileNumber
            case .telephone: .telephoneNumber
            case .emailAddress: .emailAddress
            }
        }
    }

    package var kind: Kind
    /// The bytes of the number or address.
    package var range: Range<Int>
    /// With the word before it that says what it is: `电话：`.
    package var labelled: Range<Int>
    /// What makes two printings of it the same: its digits without the code of the country, or the address in lower
    /// case.
    package var key: String

    /// What stands in a text, in its order.
    ///
    /// - Parameter isContact: whether a heading says that the text is a telephone or the like, so that seven or eight
    ///   digits are one.
    package static func find(in text: some Collection<UInt8>, isContact: Bool = false) -> [PersonalData] {
        guard mayStand(in: text) else { return [] }
        var finder = PersonalDataFinder(NumberText(text), isContact: isContact)
        return finder.find()
    }

    /// A glance that nearly all texts do not pass: an `@`, or seven digits with nothing but signs between them.
    static func mayStand(in text: some Collection<UInt8>) -> Bool {
        let count = text.count
        guard count >= 5, !(count == 10 && isDay(text)) else { return false }
        var digits = 0
        // Full-width digits and signs are three bytes each, U+FF01 to U+FF5E.
        var lead: (UInt8, UInt8) = (0, 0)
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "@"): return true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
                UInt8(ascii: "+"):
                break
            case 0x90...0x99 where lead == (0xEF, 0xBC): digits += 1
            case 0xA0 where lead == (0xEF, 0xBC): return true
            case 0x80..<0xC0, 0xC2, 0xE2, 0xE3, 0xEF: break
            default: digits = 0
            }
            if digits == 7 { return true }
            lead = (lead.1, byte)
        }
        return false
    }

    /// `2025-03-14` alone, as every record has it.
    private static func isDay(_ text: some Collection<UInt8>) -> Bool {
        zip(text, "dddd-dd-dd".utf8).allSatisfy { byte, form in
            form == UInt8(ascii: "-") ? byte == form : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
