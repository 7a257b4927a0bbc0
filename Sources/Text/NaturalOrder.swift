extension String {
    /// Whether a text stands before another as people count: `place-2` before `place-11`. Each run of digits is compared as
    /// a number; of equal numbers that with fewer zeros before it comes first. All else is compared byte by byte.
    package func naturallyPrecedes(_ other: String) -> Bool {
        var (left, right) = (utf8[...], other.utf8[...])
        while let a = left.first, let b = right.first {
            guard a.isDigit, b.isDigit else {
                if a != b { return a < b }
                left = left.dropFirst()
                right = right.dropFirst()
                continue
            }
            let (first, second) = (Number(takenFrom: &left), Number(takenFrom: &right))
            if first != second { return first < second }
        }
        return left.isEmpty && !right.isEmpty
    }
}

/// A run of digits of any length.
private struct Number: Comparable {
    var zeros: Int
    var digits: Substring.UTF8View

    init(takenFrom text: inout Substring.UTF8View) {
        let run = text.prefix(while: \.isDigit)
        digits = run.drop { $0 == UInt8(ascii: "0") }
        zeros = run.count - digits.count
        text = text[run.endIndex...]
    }

    static func == (left: Number, right: Number) -> Bool {
        left.zeros == right.zeros && left.digits.elementsEqual(right.digits)
    }

    static func < (left: Number, right: Number) -> Bool {
        if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
        guard left.digits.elementsEqual(right.digits) else {
            return left.digits.lexicographicallyPrecedes(right.digits)
        }
        return left.zeros < right.zeros
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
