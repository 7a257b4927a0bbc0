extension NumberFormat {
    /// A count of days as a date; nil if it is none.
    static func date(_ serial: Double, _ section: Section, countsFrom1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        // Excel takes 1900 for a leap year, so its days up to 59 are one day later.
        let day = days - (countsFrom1904 ? 24_107 : days < 60 ? 25_568 : 25_569)
        let civil = civilDate(daysSince1970: day)
        let isHalf = section.parts.contains(.noon)
        var shown = ""
        for (index, part) in section.parts.enumerated() {
            switch part {
            case .literal(let text): shown += text
            case .digits: continue
            case .noon: shown += hour < 12 ? "AM" : "PM"
            case .date(let letters):
                let isMinute = letters.first == "m" && section.isMinute(at: index)
                switch letters {
                case _ where letters.first == "y" || letters.first == "e":
                    shown += letters == "yy" || letters == "y" ? padded(civil.year % 100) : "\(civil.year)"
                case "m" where !isMinute: shown += "\(civil.month)"
                case "mm" where !isMinute: shown += padded(civil.month)
                case _ where letters.hasPrefix("mmm"):
                    let name = months[civil.month - 1]
                    shown += letters.count == 3 ? String(name.prefix(3)) : name
                case "d": shown += "\(civil.day)"
                case "dd": shown += padded(civil.day)
                case "ddd", "dddd", "aaa", "aaaa":
                    let weekday = ((day + 4) % 7 + 7) % 7
                    shown +=
                        letters.hasPrefix("a")
                        ? (letters.count == 4 ? "星期" : "") + ["日", "一", "二", "三", "四", "五", "六"][weekday]
                        : letters.count == 3 ? String(weekdays[weekday].prefix(3)) : weekdays[weekday]
                case "h": shown += "\(isHalf ? (hour + 11) % 12 + 1 : hour)"
                case "hh": shown += padded(isHalf ? (hour + 11) % 12 + 1 : hour)
                case "[h]", "[hh]": shown += "\(days * 24 + hour)"
                case "m": shown += "\(minute)"
                case "mm": shown += padded(minute)
                case "s": shown += "\(second)"
                case "ss": shown += padded(second)
                default: return nil
                }
            }
        }
        return shown
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The day of the Gregorian calendar (H. Hinnant, “chrono-compatible low-level date algorithms”).
    private static func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
