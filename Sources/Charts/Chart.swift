/// A chart to be drawn: what it shows, in which form, and the words it needs. It knows no unit, place or
/// language beyond what it is given. The caller sets a table of the same figures beside it.
package struct Chart: Sendable, Equatable {
    package var form: ChartForm
    /// What the chart is called, for `<title>`. It is not drawn: the page has its own caption.
    package var title: String
    /// What the chart shows in a sentence or two, for `<desc>`.
    package var description: String
    package var series: [ChartSeries]
    package var numberStyle: NumberStyle
    /// What is counted, as it stands behind a number: 家, “units”, `%`. A percentage stands at every tick, any
    /// other unit only at the last.
    package var unit: String
    /// What the axis should reach at least, for instance 0...100 for shares. Figures beyond still fit.
    package var domainHint: ClosedRange<Double>?
    package var words: ChartWords
    /// What the ids of the elements begin with, unique in its page: `chart.1` gives `chart.1.title`.
    package var id: String

    package init(
        form: ChartForm, title: String, description: String, series: [ChartSeries], numberStyle: NumberStyle,
        unit: String = "", domainHint: ClosedRange<Double>? = nil, words: ChartWords, id: String
    ) {
        self.form = form
        self.title = title
        self.description = description
        self.series = series
        self.numberStyle = numberStyle
        self.unit = unit
        self.domainHint = domainHint
        self.words = words
        self.id = id
    }
}

package enum ChartForm: Sendable, CaseIterable {
    /// One bar a point, from zero. Several series are set one below the other, each under its name.
    case bar
    /// One line a series. More than six series become small multiples.
    case line
    /// One dot a point, on an axis that need not begin at zero.
    case dot
    /// One bar a point, with a mark at the point's target and a shade over what meets it.
    case target
    /// One small line chart a series, all with the same axes.
    case smallMultiples
}

package struct ChartSeries: Sendable, Equatable {
    package var name: String
    package var points: [ChartPoint]

    package init(name: String = "", points: [ChartPoint]) {
        self.name = name
        self.points = points
    }
}

/// One place, period or thing, and its figure.
package struct ChartPoint: Sendable, Equatable {
    package var label: String
    /// Nil where nothing was reported, which is drawn as such: never as zero, and never bridged by a line.
    package var value: ChartValue?
    /// What the value should be; drawn in the form `target`.
    package var target: ChartValue?
    /// Where the point stands on the axis of a line chart, for instance a year. Used if every point of the
    /// chart has one; otherwise the points of a series stand at equal distances.
    package var x: Double?
    /// An address the row of the point leads to. It is escaped, but not judged; lines have no links.
    package var link: String?

    package init(
        label: String, value: ChartValue?, target: ChartValue? = nil, x: Double? = nil, link: String? = nil
    ) {
        self.label = label
        self.value = value
        self.target = target
        self.x = x
        self.link = link
    }
}
