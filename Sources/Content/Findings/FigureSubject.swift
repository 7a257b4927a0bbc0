/// What a figure is of, as far as two figures can contradict each other or be the same one.
///
/// `Name` is what tells metrics and places apart, ids or numbers, and `Days` what tells periods apart.
package struct FigureSubject<Name: Hashable, Days: Hashable>: Hashable {
    private let metric: Name
    private let place: Name
    private let days: Days
    /// Nil for how things were at the end, whatever part of the account it stands in.
    private let role: ObservationRole?
    private let isKeptApart: Bool

    package init(metric: Name, place: Name, days: Days, role: ObservationRole?, isKeptApart: Bool) {
        (self.metric, self.place, self.days) = (metric, place, days)
        (self.role, self.isKeptApart) = (role?.apart, isKeptApart)
    }
}

extension Sequence<Caution> {
    /// Whether they say that a figure counts what those of others leave out.
    package var keepApart: Bool { contains(.notComparableWithMemberCounts) }
}
