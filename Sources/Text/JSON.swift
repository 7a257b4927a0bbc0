/// A JSON value (RFC 8259) whose object members keep the order they were given, so that the same input
/// always gives the same bytes.
package indirect enum JSON: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    case null
    case array([JSON])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSON

        package init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// An object from name–value pairs; pairs without a value are left out.
    package static func object(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
        .object(pairs.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// The text in one line, or indented by two spaces.
    ///
    /// `<`, `>` and `&` are written as `\u003C` and so on, which makes the text safe inside a `<script>`.
    package func text(indented: Bool = false) -> String { String(decoding: bytes(indented: indented), as: UTF8.self) }

    /// The same as UTF-8.
    package func bytes(indented: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indent: indented ? 0 : nil)
        return output
    }

    /// An object with a long list as its last member, indented: of the list no more than one value is in memory at a time.
    package static func bytes(
        _ members: KeyValuePairs<String, JSON?>, listing name: String, _ values: some Collection<JSON>
    ) -> [UInt8] {
        var output = Array("{".utf8)
        var count = 0
        for case (let name, let value?) in members {
            write(name, at: count, to: &output, indent: 0)
            value.write(to: &output, indent: 2)
            count += 1
        }
        write(name, at: count, to: &output, indent: 0)
        output.append(UInt8(ascii: "["))
        count = 0
        for value in values {
            begin(count, to: &output, indent: 2)
            value.write(to: &output, indent: 4)
            count += 1
            output.reserve(after: count, of: values.count)
        }
        if count > 0 { newLine(2, to: &output) }
        output += "]\n}".utf8
        return output
    }

    private func write(to output: inout [UInt8], indent: Int?) {
        switch self {
        case .string(let value): Self.write(value, to: &output)
        case .integer(let value): output += String(value).utf8
        case .number(let value): output += "\(value)".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .null: output += "null".utf8
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for index in values.indices {
                Self.begin(index, to: &output, indent: indent)
                values[index].write(to: &output, indent: indent.map { $0 + 2 })
            }
            if !values.isEmpty { Self.newLine(indent, to: &output) }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for index in members.indices {
                Self.write(members[index].name, at: index, to: &output, indent: indent)
                members[index].value.write(to: &output, indent: indent.map { $0 + 2 })
            }
            if !members.isEmpty { Self.newLine(indent, to: &output) }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// What stands before the value of a member.
    private static func write(_ name: String, at index: Int, to output: inout [UInt8], indent: Int?) {
        begin(index, to: &output, indent: indent)
        write(name, to: &output)
        output.append(UInt8(ascii: ":"))
        if indent != nil { output.append(UInt8(ascii: " ")) }
    }

    /// What stands before an element.
    private static func begin(_ index: Int, to output: inout [UInt8], indent: Int?) {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        newLine(indent.map { $0 + 2 }, to: &output)
    }

    private static func newLine(_ indent: Int?, to output: inout [UInt8]) {
        guard let indent else { return }
        output.append(UInt8(ascii: "\n"))
        output += [UInt8](repeating: UInt8(ascii: " "), count: indent)
    }

    private static func write(_ string: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where isEscaped(bytes[index]) {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                writeEscaped(bytes[index], to: &output)
                start = index + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private static func writeEscaped(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output += "\\\"".utf8
        case UInt8(ascii: "\\"): output += "\\\\".utf8
        case UInt8(ascii: "\n"): output += "\\n".utf8
        default:
            let digits: StaticString = "0123456789ABCDEF"
            output += "\\u00".utf8
            output.append(digits.utf8Start[Int(byte >> 4)])
            output.append(digits.utf8Start[Int(byte & 15)])
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}
