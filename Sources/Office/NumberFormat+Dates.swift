import Text

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
        let civil = civilDay(daysSince1970: day)
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
}
