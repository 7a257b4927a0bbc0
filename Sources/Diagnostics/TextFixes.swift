import Text

/// Corrections of texts that are written over what they correct.
package enum TextFixes {
    /// One file with its corrections in it.
    package struct Fixed {
        package var file: SourceTree.File
        /// Each line that changed, before and after.
        package var lines: [(number: Int, before: String, after: String)]
        package var places: Int
    }

    /// The files of a library with every correction that its problems offer. Of two that overlap the first is taken.
    package static func apply(_ diagnostics: [Diagnostic], to tree: SourceTree) -> [Fixed] {
        let fixes = Dictionary(grouping: diagnostics.filter { $0.fix != nil }, by: \.span.path)
        return tree.files.compactMap { file in
            guard let own = fixes[file.path] else { return nil }
            return fixed(file, own.sorted())
        }
    }

    private static func fixed(_ file: SourceTree.File, _ diagnostics: [Diagnostic]) -> Fixed? {
        let source = SourceText(file)
        var (bytes, end, places) = ([UInt8](), 0, 0)
        var changed: [Int] = []
        for diagnostic in diagnostics {
            let range = diagnostic.span.range
            guard let fix = diagnostic.fix, range.lowerBound >= end, range.upperBound <= file.bytes.count else {
                continue
            }
            bytes += file.bytes[end..<range.lowerBound]
            bytes += fix.utf8
            (end, places) = (range.upperBound, places + 1)
            changed.append(source.position(of: range.lowerBound).line)
        }
        guard places > 0 else { return nil }
        bytes += file.bytes[end...]
        // No correction adds or removes a line.
        let after = SourceText(bytes)
        var seen: Set<Int> = []
        let lines = changed.filter { seen.insert($0).inserted }.map { ($0, source.line($0), after.line($0)) }
        return Fixed(file: SourceTree.File(path: file.path, bytes: bytes), lines: lines, places: places)
    }
}
