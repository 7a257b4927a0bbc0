import Diagnostics
import Markdown

/// Reports each named block of a text (`chart`, `figures`, `compare`, `steps`) whose YAML cannot be read.
/// What the YAML must hold is for the block itself to say.
func checkBlocks(of document: MarkdownDocument, diagnostics: inout [Diagnostic]) {
    for block in document.blocks {
        let source = YAMLSource(
            path: block.span.path, bytes: Array(block.content.utf8), offset: block.span.range.lowerBound)
        var found: [Diagnostic] = []
        _ = source.compose(diagnostics: &found)
        for problem in found {
            diagnostics.append(
                Diagnostic(
                    .invalidBlock, "the block ‘\(block.name)’ is not YAML: \(problem.message)", at: problem.span,
                    hint: problem.hint))
        }
    }
}
