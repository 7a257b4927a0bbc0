import CCmark
import Text

/// What stands beside a run of delimiters, as far as its flanking depends on it (CommonMark 6.2).
enum Flank {
    case space, punctuation, letter

    init(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            self = byte.isASCIIWhitespace ? .space : byte.isASCIIPunctuation ? .punctuation : .letter
            return
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        default: self = .letter
        }
    }

    /// The sign in the source before a node: that which ends its neighbour, or begins what it stands in.
    init(before node: CMarkNode) {
        if let previous = node.previous {
            self = previous.isBreak ? .space : .punctuation
        } else {
            self = Flank(edgeOf: node.parent)
        }
    }

    init(after node: CMarkNode) {
        if let next = node.next {
            self = next.isBreak ? .space : .punctuation
        } else {
            self = Flank(edgeOf: node.parent)
        }
    }

    /// Emphasis and links begin and end with signs of punctuation, blocks with a line.
    private init(edgeOf parent: CMarkNode?) {
        guard let parent else {
            self = .space
            return
        }
        self = parent.isParagraphOrHeading ? .space : .punctuation
    }
}
