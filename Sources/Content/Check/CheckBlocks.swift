import Diagnostics
import Markdown
import Text
import Yams

extension Checker {
    /// Reads the blocks of a text and resolves what they name. A block with problems draws nothing, and the
    /// library that has it is not published.
    mutating func checkBlocks(of document: MarkdownDocument) {
        for block in document.blocks {
            var problems: [Diagnostic] = []
            guard let (source, node) = BlockFields.compose(block, diagnostics: &problems) else {
                for problem in problems {
                    let message = Diagnostic.Message.blockIsNotYAML(block: block.name, problem: problem.message)
                    diagnostics.append(problem.reported(as: message))
                }
                continue
            }
            let context = ReadingContext(languages: library.languages, markdown: MarkdownOptions())
            var reader = FieldReader(base: .init(source: source, node: node), context: context)
            let value = reader.isMapping ? read(&reader, as: block) : nil
            diagnostics += reader.diagnostics
            if let value { library.blocks[block.span] = value }
        }
    }

    private mutating func read(_ reader: inout FieldReader, as block: FencedBlock) -> DataBlock? {
        var fields = BlockFields()
        switch block.name {
        case "figures", "compare":
            reader.read(BlockFields.figures(), into: &fields)
            let isComparison = block.name == "compare"
            let figures = observations(fields, atLeast: isComparison ? 2 : 1, in: block)
            return isComparison ? .compare(figures) : .figures(figures)
        case "chart":
            reader.read(BlockFields.chart(ofMetric: reader.peek("metric") != nil), into: &fields)
            return chart(fields, in: block)
        default:
            reader.read(BlockFields.steps, into: &fields)
            if fields.steps.isEmpty, reader.diagnostics.isEmpty {
                report(.blockWithoutSteps(block.name), at: block.span)
            }
            return .steps(fields.steps)
        }
    }

    private mutating func chart(_ fields: BlockFields, in block: FencedBlock) -> DataBlock? {
        let observations: [Int]
        if let metric = fields.metric {
            guard let index = resolve(metric, .metric) else { return nil }
            observations = library.relations.observationsOfMetric[index].filter {
                library.observations.rows[$0].isCurrent
            }
        } else {
            observations = self.observations(fields, atLeast: 1, in: block)
        }
        guard let form = fields.form else { return nil }
        let isOverTime = form == .line || form == .multiples
        if let first = observations.first,
            let other = observations.dropFirst().first(where: {
                library.incomparability(of: first, and: $0, overTime: isOverTime) != nil
            }), let reason = library.incomparability(of: first, and: other, overTime: isOverTime)
        {
            report(
                .incomparableFigures(
                    first: library.observations[first].id, second: library.observations[other].id,
                    reason: reason.explanation),
                at: block.span, hint: .compareInstead)
            return nil
        }
        return .chart(ChartBlock(form: form, title: fields.title, observations: observations))
    }

    private mutating func observations(_ fields: BlockFields, atLeast count: Int, in block: FencedBlock) -> [Int] {
        let references = fields.figures
        let indices = references.compactMap { resolve($0, .observation) }
        if !references.isEmpty, references.count < count {
            report(.tooFewFigures(block: block.name, count: count), at: block.span, hint: .listObservations)
        }
        return indices
    }
}

extension Incomparability {
    /// For diagnostics; pages have texts of their own.
    var explanation: Phrase {
        switch self {
        case .metrics: .differentMetrics
        case .roles: .differentRoles
        case .levels: .differentLevels
        case .periods: .differentPeriods
        case .flagged: .keptApart
        }
    }
}
