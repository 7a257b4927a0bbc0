/// What a template is given: values by name, as its ``Schema`` declares them.
package struct Context: Sendable {
    package enum Value: Sendable {
        case text(String)
        case html(String)
        case flag(Bool)
        case list([Context])
        case object(Context)
        /// Known but not there. It is false as a section, and hides a value of the same name further out.
        case absent
    }

    /// In the order they were given. A context has a few dozen names at most, and comparing that many short
    /// strings is cheaper than hashing them for every page.
    private var pairs: [(name: String, value: Value)]
    /// Instead of pairs where there are hundreds: the interface texts, made once for all pages.
    private var table: [String: Value]?

    package init(_ values: KeyValuePairs<String, Value> = [:]) {
        pairs = values.map { ($0.key, $0.value) }
    }

    package init(table: [String: Value]) {
        pairs = []
        self.table = table
    }

    package var names: [String] {
        pairs.map(\.name) + (table?.keys.sorted() ?? [])
    }

    package subscript(name: String) -> Value? {
        get {
            if let table { return table[name] }
            for pair in pairs where pair.name == name { return pair.value }
            return nil
        }
        set {
            pairs.removeAll { $0.name == name }
            if let newValue { pairs.append((name, newValue)) }
        }
    }

    /// Adds the values of another context; of a name that both have, the other's wins.
    package mutating func merge(_ other: Context) {
        for pair in other.pairs {
            if let index = pairs.firstIndex(where: { $0.name == pair.name }) {
                pairs[index] = pair
            } else {
                pairs.append(pair)
            }
        }
    }

    /// Names that are in the context but not in the schema, in the schema but not in the context, or of
    /// another type; each with the way to it. Empty if the two agree.
    package func mismatches(with schema: Schema, at way: String = "") -> [String] {
        var found: [String] = []
        for name in names.sorted() where schema.field(name) == nil {
            found.append("\(way)\(name): not in the schema ‘\(schema.name)’")
        }
        for field in schema.fields {
            guard let value = self[field.name] else {
                if case .strings = field.type { continue }
                found.append("\(way)\(field.name): not in the context")
                continue
            }
            switch (field.type, value) {
            case (.text, .text), (.html, .html), (.flag, .flag), (.text, .absent), (.html, .absent), (.object, .absent):
                break
            case (.list(let inner), .list(let contexts)):
                for (index, context) in contexts.enumerated() {
                    found += context.mismatches(with: inner, at: "\(way)\(field.name)[\(index)].")
                }
            case (.object(let inner), .object(let context)):
                found += context.mismatches(with: inner, at: "\(way)\(field.name).")
            case (.strings, .object): break
            default: found.append("\(way)\(field.name): another type than the schema says")
            }
        }
        return found
    }
}

extension Context.Value {
    /// A text, absent if there is none or it is empty.
    static func optional(_ text: String?) -> Context.Value {
        guard let text, !text.isEmpty else { return .absent }
        return .text(text)
    }

    static func optionalHTML(_ html: String?) -> Context.Value {
        guard let html, !html.isEmpty else { return .absent }
        return .html(html)
    }
}
