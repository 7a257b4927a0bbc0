import Diagnostics
import Markdown
import Text
import Yams

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
        package static let labels = "chart"

        case bar, line, dot, target
        /// One small chart for each place, on one scale.
        case multiples
    }

    package var form: Form
    package var title: String?
    package var observations: [Int]
}

/// One step of a sequence in a text.
package struct BlockStep: FieldEntry, Equatable {
    package var text = ""
    package var by: String?
    package var needs: String?
    package var gives: String?
    package var takes: String?

    package static let shorthand = "text"
    package static let fields: [Field<BlockStep>] = [
        .text("text", \.text, required: true), .text("by", \.by), .text("needs", \.needs), .text("gives", \.gives),
        .text("takes", \.takes),
    ]
}

extension BlockStep {
    package init(at span: @autoclosure () -> SourceSpan) { self.init() }
}

/// What may be written in a block, before it is known what its names lead to.
struct BlockFields: FieldHolder {
    var form: ChartBlock.Form?
    var title: String?
    var metric: Reference?
    var figures: [Reference] = []
    var steps: [BlockStep] = []

    static let fields = figures() + chart(ofMetric: true) + steps
    static let steps: [Field<BlockFields>] = [.entries("steps", \.steps)]

    static func figures(required: Bool = true) -> [Field<BlockFields>] {
        [.references("figures", \.figures, to: .observation, required: required)]
    }

    /// A chart names its figures, or the metric that all of them are of.
    static func chart(ofMetric: Bool) -> [Field<BlockFields>] {
        [.word("form", \.form, required: true), .text("title", \.title), .reference("metric", \.metric, to: .metric)]
            + figures(required: !ofMetric)
    }
}

extension BlockFields {
    /// The mapping that a block is written as. A list alone is the list of figures or steps that it is about.
    static func compose(_ block: FencedBlock, diagnostics: inout [Diagnostic]) -> (source: YAMLSource, node: Node)? {
        let source = YAMLSource(
            path: block.span.path, bytes: Array(block.content.utf8), offset: block.span.range.lowerBound)
        guard let root = source.compose(diagnostics: &diagnostics) else { return nil }
        let list = block.name == "steps" ? "steps" : "figures"
        return (source, root.sequence == nil ? root : .mapping(Node.Mapping([(Node(list), root)])))
    }
}
