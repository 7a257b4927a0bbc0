/// The words a chart needs, in the language of its page.
package struct ChartWords: Sendable, Equatable {
    /// Stands in the place of a figure that is missing.
    package var notReported: String
    /// Stands in the place of a chart without any figure.
    package var noFigures: String
    /// Stands directly before the text of a target, with its own punctuation: 目标：, “Target: ”.
    package var target: String
    /// The key of a figure with a lower bound only; shown, like the next three, where the chart has one.
    package var atLeast: String
    package var atMost: String
    package var between: String
    package var approximate: String

    package init(
        notReported: String, noFigures: String, target: String, atLeast: String, atMost: String, between: String,
        approximate: String
    ) {
        self.notReported = notReported
        self.noFigures = noFigures
        self.target = target
        self.atLeast = atLeast
        self.atMost = atMost
        self.between = between
        self.approximate = approximate
    }
}
