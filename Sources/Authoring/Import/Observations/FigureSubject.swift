import Content

/// What figures are of, as the check for contradictions has it.
struct FigureSubject: Hashable {
    private let names: [String]
    private let days: [CalendarDate?]
    private let role: ObservationRole?
    private let isKeptApart: Bool

    init(_ metric: String, _ place: String, _ period: Period?, _ role: ObservationRole?, _ flags: [String]) {
        (names, days, self.role) = ([metric, place], [period?.start, period?.end], role?.apart)
        isKeptApart = flags.contains(Caution.notComparableWithMemberCounts.rawValue)
    }
}
