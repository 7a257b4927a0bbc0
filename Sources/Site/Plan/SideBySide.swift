import Content

extension Library {
    /// The practices of a mechanism or topic that are set side by side on its page of comparison: reported
    /// before proposed, one of each place before a second of any, no more than fit.
    func sideBySide(_ subject: RecordID) -> [Int] {
        let all =
            subject.kind == .mechanism
            ? relations.practicesOfMechanism[subject.index] : relations.practicesOfTopic[subject.index]
        let listed = all.filter { practices[$0].header.status != .archived }
        let ordered =
            listed.filter { practices[$0].modality == .reported }
            + listed.filter { practices[$0].modality == .proposed }
        var places: Set<Int> = []
        let first = ordered.filter { places.insert(relations.placeOfPractice[$0]).inserted }
        let rest = ordered.filter { !first.contains($0) }
        return Array((first + rest).prefix(PageKind.comparable.upperBound))
    }
}
