import Text

/// What of a script is published.
enum Script {
    /// A script as readers load it: without the lines that only say something to whoever changes it, empty lines, and the space
    /// that lines begin with. Lines stay lines, so that nothing is read as another statement (ECMAScript, 12.10: where a
    /// semicolon may be left out). What begins with `/*!`, as licences do, stays.
    ///
    /// A text of several lines, or a comment behind code that goes on in the next line, cannot be told from code line by line:
    /// a script that may have one is published as it is.
    static func published(_ script: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(script.count)
        var rest = script[...]
        while !rest.isEmpty {
            rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || isLineEnd($0) }
            if rest.starts(with: "//".utf8) {
                rest = rest.drop { !isLineEnd($0) }
            } else if rest.starts(with: "/*".utf8) {
                let end = rest.position(of: "*/", from: rest.startIndex + 2).map { $0 + 2 } ?? rest.endIndex
                if rest.starts(with: "/*!".utf8) { output += rest[..<end] + [UInt8(ascii: "\n")] }
                rest = rest[end...]
            } else if !rest.isEmpty {
                let line = rest.prefix { !isLineEnd($0) }
                guard isPlain(line) else { return script }
                output += line
                output.append(UInt8(ascii: "\n"))
                rest = rest[line.endIndex...]
            }
        }
        return output
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    /// Whether a line of code means the same whatever stands around it: neither a text nor a comment goes on behind it.
    private static func isPlain(_ line: ArraySlice<UInt8>) -> Bool {
        if line.last == UInt8(ascii: "\\") || line.contains(UInt8(ascii: "`")) { return false }
        guard let comment = line.position(of: "/*") else { return true }
        guard let end = line.position(of: "*/", from: comment + 2) else { return false }
        return isPlain(line[(end + 2)...])
    }
}
