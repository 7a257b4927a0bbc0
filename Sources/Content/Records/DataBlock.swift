/// What a fenced block of YAML in a text draws: `figures`, `chart`, `compare` or `steps`.
///
/// The words in a block are in the language of the file that it stands in.
package enum DataBlock: Sendable, Equatable {
    /// Figures set large, as indices of observations.
    case figures([Int])
    case chart(ChartBlock)
    /// Figures side by side, or the reason why they may not stand so.
    case compare([Int])
    case steps([BlockStep])
}

package struct ChartBlock: Sendable, Equatable {
    package enum Form: String, Vocabulary {
        case bar, line, dot, target
        /// One small chart for each place, on one scale.
        case multiples
    }

    package var form: Form
    package var title: String?
    package var observations: [Int]
}

/// One step of a sequence in a text.
package struct BlockStep: Sendable, Equatable {
    package var text: String
    package var by: String?
    package var needs: String?
    package var gives: String?
    package var takes: String?
}
