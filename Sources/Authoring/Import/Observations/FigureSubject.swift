import Content

extension FigureSubject<String, [CalendarDate?]> {
    /// What a figure is of by the ids that its row names.
    init(_ metric: String, _ place: String, _ period: Period?, _ role: ObservationRole?, _ cautions: [Caution]) {
        self.init(
            metric: metric, place: place, days: [period?.start, period?.end], role: role,
            isKeptApart: cautions.keepApart)
    }
}
