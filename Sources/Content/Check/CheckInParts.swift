import Diagnostics
import Parallel
import Text

extension Checker {
    /// How many records are checked at a time.
    private static let partSize = 512

    /// What is checked of records one by one, and what is taken from each source: nothing of it depends on the rest,
    /// so it is done in parallel. Results are joined in the order of the work, whatever finishes first.
    mutating func checkInParts(jobs: Int) async {
        var work: [@Sendable (inout Checker) -> Void] = [{ $0.collectUses() }, { $0.checkTables() }]
        for kind in RecordKind.allCases { work += parts(of: facts[kind] ?? []) }
        let base = self
        let parts = await work.parallelMap(jobs: jobs, chunkSize: 1) { check in
            var part = base
            part.diagnostics = []
            check(&part)
            return Part(
                diagnostics: part.diagnostics, blocks: part.library.blocks, uses: part.library.sourceUses)
        }
        for part in parts {
            diagnostics += part.diagnostics
            library.blocks.merge(part.blocks) { _, last in last }
            if !part.uses.isEmpty { library.sourceUses = part.uses }
        }
    }

    private struct Part {
        var diagnostics: [Diagnostic]
        var blocks: [SourceSpan: DataBlock]
        var uses: [[SourceUse]]
    }

    private func parts(of facts: [RecordFacts]) -> [@Sendable (inout Checker) -> Void] {
        stride(from: 0, to: facts.count, by: Self.partSize).map { start in
            let part = facts[start..<min(start + Self.partSize, facts.count)]
            return { checker in
                for facts in part { for claim in facts.claims { checker.check(claim) } }
            }
        }
    }
}
