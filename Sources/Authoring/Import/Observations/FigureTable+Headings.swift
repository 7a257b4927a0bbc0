import Content
import Diagnostics
import Text

/// What headers say of the figures below them.
extension FigureTable {
    func headings(of columns: [Int]) -> [Heading] {
        let lower = columns.map { table.header[$0] }
        let upper = columns.map { above.isEmpty ? nil : above[$0] }
        let units = unitsBelow(upper, lower)
        func dimension(of cells: [CSVCell?]) -> Dimension? {
            let texts = cells.compactMap { $0.map { trimmed($0.text) } }.filter { self.aspect(of: $0) == nil }
            let names = texts.filter { !isOfOthers($0) && !isNoPlace($0) }
            return self.dimension(of: names.isEmpty ? texts : names)
        }
        let (over, under) = (dimension(of: upper), units == nil ? dimension(of: lower) : nil)
        return columns.indices.map { index in
            var heading = Heading(column: columns[index], unit: columnUnits[columns[index]], header: lower[index])
            if let units { heading.unit = units[index] }
            if let cell = upper[index] { add(cell, as: over, to: &heading) }
            guard units == nil else { return heading }
            heading.over = heading.names[.period]?.text
            add(lower[index], as: under, to: &heading)
            return heading
        }
    }

    /// Takes over what one header says. The name of a metric keeps its unit, unless it is put together of two.
    private func add(_ cell: CSVCell, as most: Dimension?, to heading: inout Heading) {
        let text = trimmed(cell.text)
        let words = HeaderWords(text)
        let aspect = aspect(of: text)
        let dimension = aspect == nil ? most == .metric && words.time != nil ? .period : most : nil
        let before = dimension.flatMap { heading.names[$0] }
        if dimension != .metric || before != nil, let unit = words.unit ?? before.flatMap({ HeaderWords($0.text).unit })
        {
            heading.unit = CSVCell(text: unit, span: cell.span)
        }
        guard let dimension else {
            if let aspect { (heading.aspect, heading.header) = (aspect, cell) }
            return
        }
        var name = dimension == .metric && before == nil ? cell : CSVCell(text: words.name, span: cell.span)
        if dimension == .period, let time = words.time {
            name.text = time
            if let aspect = words.aspect { (heading.aspect, heading.header) = (aspect, cell) }
        }
        if let before { name.text = HeaderWords(before.text).name + " " + name.text }
        heading.names[dimension] = name
    }

    /// The units of columns, where the lower headers are nothing else.
    private func unitsBelow(_ upper: [CSVCell?], _ lower: [CSVCell]) -> [CSVCell?]? {
        let pairs = zip(upper, lower).filter { $0.0 != nil }
        let names = Set(pairs.compactMap { $0.0?.span.range.lowerBound })
        guard !pairs.isEmpty, pairs.count == names.count,
            pairs.allSatisfy({ HeaderWords.unitAlone($0.1.text) != nil })
        else { return nil }
        return zip(upper, lower).map { upper, lower in
            upper == nil ? nil : HeaderWords.unitAlone(lower.text).map { CSVCell(text: $0, span: lower.span) }
        }
    }

    // MARK: Names that are none

    /// Leaves out columns whose headers are no names beside others that are: 同比增长 among times, which is told, and 平均 among
    /// places, like 合计.
    func named(_ headings: [Heading], _ diagnostics: inout [Diagnostic]) -> [Heading] {
        headings.filter { heading in
            if let place = heading.names[.place].map({ trimmed($0.text) }), isNoPlace(place) || isOfOthers(place) {
                return false
            }
            guard let time = heading.names[.period], HeaderWords(time.text).time == nil else { return true }
            let header = lines(of: table.header[heading.column].text).joined()
            diagnostics.append(
                Diagnostic(.headerIsNoTime(header), at: time.span, hint: .leaveColumnOutOrGiveMetric(header)))
            return false
        }
    }

    // MARK: The year before

    /// Gives 上年同期 the time of the figures beside it; of which of several it is, nobody knows.
    func settled(_ headings: [Heading], _ diagnostics: inout [Diagnostic]) -> [Heading] {
        let all = headings + sums(beside: headings)
        return headings.compactMap { heading in
            guard case .yearBefore(let same) = heading.aspect, HeaderWords(heading.header.text).time == nil else {
                return heading
            }
            let group = all.filter { $0.group == heading.group && $0.aspect != .target }
                .sorted { $0.column < $1.column }
            var currents = group.filter { $0.aspect?.isYearBefore != true }
            if let same { currents = currents.filter { $0.aspect == same } }
            var heading = heading
            if Set(currents.map(\.time)).count > 1 {
                guard let own = Self.own(of: heading, in: group) else {
                    let header = lines(of: heading.header.text).joined()
                    let others = currents.map { Phrase.quoted(lines(of: $0.header.text).joined()) }
                    diagnostics.append(
                        Diagnostic(
                            .yearBeforeOfSeveral(header: header, others: others), at: heading.header.span,
                            hint: .sayOfWhichTime))
                    return nil
                }
                currents = [own]
            }
            guard let current = currents.first else { return heading }
            heading.names[.period] = current.names[.period] ?? heading.names[.period]
            heading.aspect = .yearBefore(of: same ?? current.aspect)
            return heading
        }
    }

    /// Columns of figures until then that are left out as the sums of others: 上年同期 may be of them.
    private func sums(beside headings: [Heading]) -> [Heading] {
        let known = Set(headings.map(\.column))
        return table.header.indices.compactMap { column in
            let cell = table.header[column]
            guard above.isEmpty, !known.contains(column), aspect(of: trimmed(cell.text)) == .sinceNewYear else {
                return nil
            }
            return Heading(column: column, aspect: .sinceNewYear, header: cell)
        }
    }

    /// Where figures and those of the year before take turns, the one before.
    private static func own(of heading: Heading, in group: [Heading]) -> Heading? {
        guard group.count.isMultiple(of: 2),
            group.enumerated().allSatisfy({ ($1.aspect?.isYearBefore == true) == !$0.isMultiple(of: 2) }),
            let index = group.firstIndex(where: { $0.column == heading.column })
        else { return nil }
        return group[index - 1]
    }
}

extension FigureTable.Heading {
    /// What its figures are of, but for the time.
    fileprivate var group: [String?] { [names[.metric]?.text, names[.place]?.text, over] }

    /// The time of its figures, as far as the header says it.
    fileprivate var time: String {
        let length =
            switch aspect {
            case .sinceNewYear: "year"
            case .now(.month): "month"
            case .now(.quarter): "quarter"
            default: ""
            }
        return (names[.period]?.text ?? "") + " " + length
    }
}
