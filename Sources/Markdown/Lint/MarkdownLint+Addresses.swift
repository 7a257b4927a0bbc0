import Diagnostics
import Text

extension MarkdownLint {
    /// Addresses that may go on in Chinese, which no bare one does: `https://a.cn/通知`, `https://a.cn/2025年报告.pdf`,
    /// `https://经验.中国/`. Behind anything else, `https://a.cn/a.htm的`, Chinese belongs to the sentence.
    static func cutAddresses(in range: Range<Int>, _ source: SourceLines) -> [Diagnostic] {
        let bytes = source.bytes[range]
        guard bytes.holds("://"), bytes.contains(where: { $0 >= 0xE3 }) else { return [] }
        var problems: [Diagnostic] = []
        var passed = range.lowerBound
        var scanner = InlineScanner(source.bytes, range)
        while let token = scanner.next() {
            if case .destination(let place) = token { passed = place.upperBound }
            guard case .character(let colon) = token, colon >= passed, bytes[colon...].starts(with: "://".utf8),
                let begin = begin(of: bytes[..<colon])
            else { continue }
            let host = colon + 3
            let end = bytes[host...].firstIndex { !$0.isOfAddress } ?? range.upperBound
            passed = max(passed, end)
            var rest = String(decoding: bytes[end...].prefix(240), as: UTF8.self).unicodeScalars.prefix { scalar in
                scalar.properties.isIdeographic || scalar.isASCII && UInt8(scalar.value).isOfAddress
            }
            while let last = rest.last, "?!.,:;*_~'()".unicodeScalars.contains(last) { rest.removeLast() }
            guard rest.first?.properties.isIdeographic == true, mayGoOn(bytes[host..<end], in: String(rest)) else {
                continue
            }
            let text = String(rest)
            let address = String(decoding: bytes[begin..<end], as: UTF8.self)
            // The name of a machine is not written in percents.
            let written = address + (end == host ? text : text.percentEncoded(keeping: "/?#[]@!$&'()*+,;=%:"))
            problems.append(
                Diagnostic(
                    .addressCut(text), at: source.span(begin..<end + text.utf8.count),
                    hint: .encloseAddress("<\(written)>")))
        }
        return problems
    }

    /// - Parameter address: what stands behind `://` before Chinese, and `rest` what stands from there on.
    private static func mayGoOn(_ address: ArraySlice<UInt8>, in rest: String) -> Bool {
        guard let last = address.last else { return rest.contains(".") }
        if "/=#?&%-_".utf8.contains(last) { return true }
        return address.contains(UInt8(ascii: "/")) && !rest.contains("://")
            && (rest.contains("/") || rest.holdsFileEnding)
    }

    /// Where the scheme before `://` begins; nil if it is none, or begins the words of a link.
    private static func begin(of bytes: ArraySlice<UInt8>) -> Int? {
        for name in ["https", "http"] where bytes.suffix(name.utf8.count).elementsEqual(name.utf8) {
            let before = bytes.dropLast(name.utf8.count)
            if before.last.map({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "[") }) != true { return before.endIndex }
        }
        return nil
    }
}
