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
        let links = document.links.compactMap { WrittenLink($0, in: bytes, offset: offset) }
        diagnostics += links.compactMap { hedge(beside: $0, in: bytes) }
        let text = String(decoding: blanked(bytes, links), as: UTF8.self)
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
    private func hedge(beside written: WrittenLink, in bytes: [UInt8]) -> Diagnostic? {
        guard case (.observation, let id)? = written.target,
            let end = bytes[written.address.upperBound...].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        // A few characters, of three bytes mostly.
        let before = String(decoding: bytes[..<written.start].suffix(36), as: UTF8.self)[...]
        let after = String(decoding: bytes[(end + 1)...].prefix(36), as: UTF8.self)[...]
        let text = written.link.text
        let (lead, tail) = FigureReach.hedges(of: text, behind: before, before: after)
        guard !lead.isEmpty || !tail.isEmpty else { return nil }
        return Diagnostic(
            .hedgeOutsideLink(words: lead + tail, figure: text), at: written.link.span,
            hint: .takeIntoLink(whole: lead + text + tail, id: id))
    }

    private func blanked(_ bytes: [UInt8], _ links: [WrittenLink]) -> [UInt8] {
        var result = bytes
        func blank(_ range: Range<Int>) {
            for index in range { result[index] = UInt8(ascii: ";") }
        }
        for link in links {
            blank(link.address)
            // The words of a link to a figure or a source are checked elsewhere.
            if let target = link.target, target.scheme != .term { blank(link.start..<link.address.lowerBound) }
        }
        return result
    }
}

/// A link, and where it stands in a text as it is written.
private struct WrittenLink {
    let link: MarkdownLink
    let target: (scheme: LinkScheme, name: String)?
    let address: Range<Int>
    /// Where its words begin.
    let start: Int

    /// Nil where the address does not stand letter by letter where the link names it.
    ///
    /// - Parameter offset: where the bytes begin in the file; nil if they do not stand there letter by letter, so that the first
    ///   place of the address is taken.
    init?(_ link: MarkdownLink, in bytes: [UInt8], offset: Int?) {
        let text = Array(link.destination.utf8)
        func stands(at start: Int) -> Bool {
            start >= 0 && start + text.count <= bytes.count && bytes[start..<start + text.count].elementsEqual(text)
        }
        let place = offset.map { link.span.range.lowerBound - $0 } ?? bytes.indices.first(where: stands)
        guard let place, stands(at: place) else { return nil }
        (self.link, target, address) = (link, LinkScheme.split(link.destination), place..<place + text.count)
        start = bytes[..<place].lastIndex(of: UInt8(ascii: "[")) ?? 0
    }
}
