import Diagnostics
import Markdown
import Text

extension ReadingContext {
    /// Reports each number with a unit in a text that leads to no row.
    ///
    /// The text is looked at as it is written, with links to figures and sources and all addresses blanked
    /// out, so that places in it are places in the file.
    ///
    /// - Parameter offset: where the bytes begin in the file; nil if they do not stand there letter by
    ///   letter, so that every problem is shown at `fallback`.
    /// - Parameter passedOver: how many figures each allowed number kept from being reported.
    func checkLooseFigures(
        _ bytes: [UInt8], of document: MarkdownDocument, offset: Int?, fallback: SourceSpan,
        passedOver: inout [String: Int], diagnostics: inout [Diagnostic]
    ) {
        guard reportsLooseFigures else { return }
        for link in document.links {
            let place = offset.map { link.span.range.lowerBound - $0 }
            if let diagnostic = hedge(beside: link, in: bytes, near: place) { diagnostics.append(diagnostic) }
        }
        let text = String(decoding: blanked(bytes, document.links, offset: offset), as: UTF8.self)
        guard text.utf8.count == bytes.count else { return }
        let utf8 = Array(text.utf8)
        for range in looseFigures(in: text, allowed: allowedNumbers, passedOver: &passedOver) {
            let figure = String(decoding: utf8[range], as: UTF8.self)
            diagnostics.append(
                Diagnostic(
                    .looseFigure(figure), at: fallback.part(range, from: offset), hint: .linkFigure(figure)))
        }
    }

    /// A word beside a link to a figure that changes what it says: 约[300件](obs:…), [98.6%](obs:…)以上.
    private func hedge(beside link: MarkdownLink, in bytes: [UInt8], near place: Int?) -> Diagnostic? {
        guard let (scheme, id) = LinkScheme.split(link.destination), scheme == .observation,
            let address = self.place(of: Array(link.destination.utf8), in: bytes, near: place),
            let start = bytes[..<address].lastIndex(of: UInt8(ascii: "[")),
            let end = bytes[address...].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        // A few characters, of three bytes mostly.
        let before = String(decoding: bytes[..<start].suffix(36), as: UTF8.self)[...]
        let after = String(decoding: bytes[(end + 1)...].prefix(36), as: UTF8.self)[...]
        let (lead, tail) = FigureReach.hedges(of: link.text, behind: before, before: after)
        guard !lead.isEmpty || !tail.isEmpty else { return nil }
        return Diagnostic(
            .hedgeOutsideLink(words: lead + tail, figure: link.text), at: link.span,
            hint: .takeIntoLink(whole: lead + link.text + tail, id: String(id)))
    }

    private func blanked(_ bytes: [UInt8], _ links: [MarkdownLink], offset: Int?) -> [UInt8] {
        var result = bytes
        func blank(_ range: Range<Int>) {
            for index in range where result.indices.contains(index) { result[index] = UInt8(ascii: ";") }
        }
        for link in links {
            let address = Array(link.destination.utf8)
            guard let end = place(of: address, in: bytes, near: offset.map { link.span.range.lowerBound - $0 }) else {
                continue
            }
            blank(end..<end + address.count)
            // The words of a link to a figure or a source are checked elsewhere.
            guard let (scheme, _) = LinkScheme.split(link.destination), scheme != .term else { continue }
            var start = end
            while start > 0, bytes[start] != UInt8(ascii: "[") { start -= 1 }
            blank(start..<end)
        }
        return result
    }

    /// Where an address stands: at the place its link names, or at its first occurrence.
    private func place(of address: [UInt8], in bytes: [UInt8], near place: Int?) -> Int? {
        func stands(at start: Int) -> Bool {
            start >= 0 && start + address.count <= bytes.count
                && bytes[start..<start + address.count].elementsEqual(address)
        }
        if let place { return stands(at: place) ? place : nil }
        return bytes.indices.first { stands(at: $0) }
    }
}
