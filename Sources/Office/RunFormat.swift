import Text

/// What the format of a run of text does to what it says: 280 struck through beside 290 is 290, and a raised 5 behind 10 makes
/// it 10⁵, not 105 (ECMA-376 part 1, 17.3.2 and 18.8.22).
struct RunFormat {
    private var isOpen = false
    /// Whether the run has a format of its own.
    private(set) var isGiven = false
    private var isStruck = false
    private var isHidden = false
    private var position: String?

    mutating func take(_ event: XMLReader.Event) {
        switch event {
        case .start("r", _), .end("r"): self = RunFormat()
        case .start("rPr", _): (isOpen, isGiven) = (true, true)
        case .end("rPr"): isOpen = false
        case .start(let name, let attributes) where isOpen:
            switch name {
            case "strike", "dstrike": isStruck = isStruck || Self.isOn(attributes)
            case "vanish": isHidden = Self.isOn(attributes)
            case "vertAlign": position = attributes["val"]
            default: return
            }
        default: return
        }
    }

    /// Whether the text of the run is no part of what somebody reads.
    var isLeftOut: Bool { isStruck || isHidden }

    /// The text of the run as it is to be read behind some other.
    func shown(_ text: String, behind earlier: String) -> String {
        let text = text.withoutLineBreakMarks
        return switch position {
        case "superscript": String(text.map { Self.raised[$0] ?? $0 })
        // PM2.5 and CO2 are written so without a format, too.
        case "subscript" where earlier.last?.isNumber == true: String(text.map { Self.lowered[$0] ?? $0 })
        default: text
        }
    }

    static func isOn(_ attributes: [String: String]) -> Bool { !["0", "false", "none"].contains(attributes["val"]) }

    private static let raised = Dictionary(uniqueKeysWithValues: zip("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"))
    private static let lowered = Dictionary(uniqueKeysWithValues: zip("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"))
}

extension String {
    /// Without soft hyphens and spaces without width, which documents have between any characters and which part a number.
    fileprivate var withoutLineBreakMarks: String {
        guard unicodeScalars.contains(where: \.isDroppedFromText) else { return self }
        return String(UnicodeScalarView(unicodeScalars.filter { !$0.isDroppedFromText }))
    }
}
