import Site

extension ChangesPage {
    /// For a terminal.
    package var text: String {
        var lines = [title, subtitle, summary]
        for group in groups {
            lines += ["", group.heading]
            for entry in group.entries {
                let place = entry.path == entry.name ? "" : "  \(entry.path)"
                lines.append("  \(entry.mark)  \(entry.name)\(place)\(entry.note.isEmpty ? "" : "  \(entry.note)")")
                for line in entry.lines {
                    lines.append("    " + line.label)
                    lines += line.old.flatMap { signed($0.shortened.whole, "-") }
                    lines += line.new.flatMap { signed($0.shortened.whole, "+") }
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func signed(_ text: String, _ sign: String) -> [String] {
        text.split(separator: "\n").map { "      \(sign) \($0)" }
    }

    /// For a request to merge, a mail, a document.
    package var markdown: String {
        var blocks = ["# \(title.escaped)", subtitle.escaped, "**\(summary.escaped)**"]
        for group in groups {
            blocks.append("## \(group.heading.escaped)")
            for entry in group.entries {
                let note = entry.note.isEmpty ? "" : " · \(entry.note.escaped)"
                guard entry.name != entry.path else {
                    blocks.append("- \(entry.mark.escaped) `\(entry.path)`\(note)")
                    continue
                }
                blocks.append("### \(entry.mark.escaped) · \(entry.name.escaped)")
                blocks.append("`\(entry.path)`\(note)")
                guard !entry.lines.isEmpty else { continue }
                let rows = entry.lines.map { row($0.label, cell($0.old), cell($0.new)) }
                blocks.append(
                    ([row(columns.what, columns.old, columns.new), "|---|---|---|"] + rows).joined(separator: "\n"))
            }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func row(_ what: String, _ old: String, _ new: String) -> String {
        "| \(what.escaped) | \(old) | \(new) |"
    }

    private func cell(_ texts: [Text]) -> String {
        texts.map { text in
            let short = text.shortened
            let marked = short.before.isEmpty && short.after.isEmpty || short.marked.isEmpty
            return short.before.escaped + (marked ? short.marked.escaped : "**\(short.marked.escaped)**")
                + short.after.escaped
        }.joined(separator: "<br>")
    }
}

extension ChangesPage.Text {
    /// Without most of what is the same in both, where that is long: a paragraph in which one number changed. The page
    /// has it whole.
    fileprivate var shortened: ChangesPage.Text {
        let room = 40
        var text = self
        if before.count > room + 10 { text.before = "…" + before.suffix(room) }
        if after.count > room + 10 { text.after = after.prefix(room) + "…" }
        return text
    }
}

extension String {
    /// As text of a Markdown document: nothing in it is a mark.
    fileprivate var escaped: String {
        reduce(into: "") { text, character in
            switch character {
            case "\\", "|", "*", "_", "`", "[", "]", "<", ">", "~", "#": text += "\\\(character)"
            case "\n": text += "<br>"
            case "&": text += "&amp;"
            default: text.append(character)
            }
        }
    }
}
