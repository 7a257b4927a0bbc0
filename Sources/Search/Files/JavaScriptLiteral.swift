extension [UInt8] {
    /// Appends a JavaScript string of ASCII: other characters as `\u` escapes of their UTF-16.
    mutating func appendLiteral(_ text: String) {
        append(UInt8(ascii: "\""))
        for unit in text.utf16 {
            switch unit {
            case 0x22, 0x5C: self += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: unit)]
            case 0x20..<0x7F: append(UInt8(truncatingIfNeeded: unit))
            default:
                self += Array("\\u".utf8)
                for shift in [12, 8, 4, 0] {
                    append(Array("0123456789abcdef".utf8)[Int(unit >> UInt16(shift) & 15)])
                }
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends `[…]` with what the closure appends for each value.
    mutating func appendList<Value>(_ values: some Sequence<Value>, _ body: (inout [UInt8], Value) -> Void) {
        append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            body(&self, value)
        }
        append(UInt8(ascii: "]"))
    }

    /// Appends a text that is printable ASCII without `"` and `\`.
    mutating func appendQuoted(_ packed: [UInt8]) {
        append(UInt8(ascii: "\""))
        self += packed
        append(UInt8(ascii: "\""))
    }

    /// Appends `"name":`, after a comma unless the object was just opened.
    mutating func appendKey(_ name: String) {
        if last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
        self += Array("\"\(name)\":".utf8)
    }
}

/// A script that hands texts by name over to the search script, in ASCII.
package func searchScript(_ name: String, object: [(key: String, text: String)]) -> [UInt8] {
    var literal = [UInt8(ascii: "{")]
    for (index, pair) in object.enumerated() {
        if index > 0 { literal.append(UInt8(ascii: ",")) }
        literal.appendLiteral(pair.key)
        literal.append(UInt8(ascii: ":"))
        literal.appendLiteral(pair.text)
    }
    literal.append(UInt8(ascii: "}"))
    return IndexFile.call(name, literal)
}
