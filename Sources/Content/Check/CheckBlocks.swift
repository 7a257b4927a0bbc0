import Diagnostics
import Markdown
import Yams

extension Checker {
    /// Reads the blocks of a text and resolves what they name. A block with problems draws nothing, and the
    /// library that has it is not published.
    mutating func checkBlocks(of document: MarkdownDocument) {
        for block in document.blocks {
            let source = YAMLSource(
                path: block.span.path, bytes: Array(block.content.utf8), offset: block.span.range.lowerBound)
            var problems: [Diagnostic] = []
            guard let root = source.compose(diagnostics: &problems) else {
                for problem in problems {
                    report(
                        .invalidBlock, "the block ‘\(block.name)’ is not YAML: \(problem.message)", at: problem.span,
                        hint: problem.hint)
                }
                continue
            }
            let context = ReadingContext(languages: library.languages, markdown: MarkdownOptions())
            // A list alone is the list of figures or steps that the block is about.
            let shorthand = block.name == "steps" ? "steps" : "figures"
            let node = root.sequence == nil ? root : .mapping(Node.Mapping([(Node(shorthand), root)]))
            var fields = RecordFields(base: .init(source: source, node: node), translations: [], context: context)
            guard fields.base.node.mapping != nil else {
                diagnostics += fields.diagnostics
                continue
            }
            let value = read(&fields, as: block)
            fields.finish()
            diagnostics += fields.diagnostics
            if let value { library.blocks[block.span] = value }
        }
    }

    private mutating func read(_ fields: inout RecordFields, as block: FencedBlock) -> DataBlock? {
        switch block.name {
        case "figures": return .figures(observations(&fields, atLeast: 1, in: block))
        case "compare": return .compare(observations(&fields, atLeast: 2, in: block))
        case "chart": return chart(&fields, in: block)
        default:
            let steps = fields.objects("steps", shorthand: "text") { step -> BlockStep? in
                let text = step.text("text", required: true)?.value
                let (by, needs) = (step.text("by")?.value, step.text("needs")?.value)
                let (gives, takes) = (step.text("gives")?.value, step.text("takes")?.value)
                return text.map { BlockStep(text: $0, by: by, needs: needs, gives: gives, takes: takes) }
            }
            if steps.isEmpty, fields.diagnostics.isEmpty { reportEmpty(block, "steps") }
            return .steps(steps)
        }
    }

    private mutating func chart(_ fields: inout RecordFields, in block: FencedBlock) -> DataBlock? {
        let form = fields.word("form", as: ChartBlock.Form.self, required: true)
        let title = fields.text("title")?.value
        let observations: [Int]
        if let metric = fields.reference("metric") {
            _ = fields.references("figures")
            guard let index = resolve(metric, .metric) else { return nil }
            observations = library.relations.observationsOfMetric[index].filter {
                library.observations[$0].role.isActual
            }
        } else {
            observations = self.observations(&fields, atLeast: 1, in: block)
        }
        guard let form else { return nil }
        let isOverTime = form == .line || form == .multiples
        if let first = observations.first,
            let other = observations.dropFirst().first(where: {
                library.incomparability(of: first, and: $0, overTime: isOverTime) != nil
            }), let reason = library.incomparability(of: first, and: other, overTime: isOverTime)
        {
            report(
                .incomparableFigures,
                "‘\(library.observations[first].id)’ and ‘\(library.observations[other].id)’ cannot share a chart: \(reason.explanation)",
                at: block.span, hint: "use the block ‘compare’, which says so to the reader, or a chart for each")
            return nil
        }
        return .chart(ChartBlock(form: form, title: title, observations: observations))
    }

    private mutating func observations(_ fields: inout RecordFields, atLeast count: Int, in block: FencedBlock) -> [Int]
    {
        let references = fields.references("figures", required: true)
        let indices = references.compactMap { resolve($0, .observation) }
        if !references.isEmpty, references.count < count {
            report(
                .invalidBlock, "the block ‘\(block.name)’ needs at least \(count) figures", at: block.span,
                hint: "list the ids of observations")
        }
        return indices
    }

    private mutating func reportEmpty(_ block: FencedBlock, _ noun: String) {
        report(.invalidBlock, "the block ‘\(block.name)’ has no \(noun)", at: block.span)
    }
}

extension Incomparability {
    /// For diagnostics; pages have texts of their own.
    var explanation: String {
        switch self {
        case .metrics: "they measure different things"
        case .roles: "one is a target or baseline, the other is not"
        case .levels: "their places are on different levels of administration"
        case .periods: "they do not hold for like periods"
        case .flagged: "one of them is flagged as not comparable"
        }
    }
}
