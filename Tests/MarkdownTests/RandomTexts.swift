import TestSupport

/// Composes texts of fragments that are likely to meet in odd ways.
struct Fragments {
    var lineStarts: [String]
    var inlines: [String]

    static let plain = Fragments(
        lineStarts: [
            "", "", "", "- ", "* ", "1. ", "3) ", "> ", ">", "    ", "\t", "# ", "## ", "```\n", "~~~ x\n", "---\n",
            "===\n", "- - ", "> - ", "  ", "   ", "[r]: /u 't'\n", "<div>\n", "<!-- c -->\n", "\n", "\n", "\n",
        ],
        inlines: [
            "a", "中文", "，", " ", "*", "**", "_", "`", "``", "[", "]", "(/u)", "[r]", "![", "<b>", "<http://x.y>",
            "&amp;", "\\", "\\*", "\n", "  \n", "\\\n", "!", "\"", "'", "<", ">", "&#20013;", "](u \"\")", "~", "|",
            ":",
        ])

    // cmark-gfm ends a footnote at a line of nothing but spaces, which cannot be meant: no such lines here. Nothing is
    // Chinese: tildes bind otherwise there (`ChineseTests`).
    static let gfm = Fragments(
        lineStarts: [
            "", "", "- ", "1. ", "> ", "    k", "# ", "\n", "\n", "| a | b |\n|---|:-:|\n", "a | b\n--|--\n",
            "|x|\n|-|\n", "| ", "|", "- [ ] t", "- [x] t", "[^1]: ", "[^b]: ", "\n[^1]: ", "  l",
        ],
        inlines: [
            "a", "éé", " ", "~", "~~", "~~b~~", "|", " | ", "\\|", "`|`", "`", "[^1]", "[^b]", "[^c]", "*e*", "**c**",
            "\n", "\n", "\\~", "[r](/u)", "x<b>", ".", "x", "d e",
        ])

    func compose(using random: inout SeededGenerator) -> [UInt8] {
        var text = ""
        for _ in 0..<Int.random(in: 1...7, using: &random) {
            text += lineStarts.randomElement(using: &random) ?? ""
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                text += inlines.randomElement(using: &random) ?? ""
            }
            text += "\n"
        }
        return Array(text.utf8)
    }
}
