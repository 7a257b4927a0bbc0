import Content

/// The names under which a guide may say what a field is called.
enum FieldLabels {
    /// The names for one field, the most telling first: with the kind, without it, the key alone.
    static func keys(of keys: [String], in kind: String) -> [String] {
        let path = keys.joined(separator: ".")
        var names = [kind + "." + path, path]
        if keys.count > 1, let last = keys.last { names.append(last) }
        return names
    }

    /// Every name that means a field of any kind.
    static let keys: [String] = {
        var names: Set<String> = []
        func add(_ field: KnownField, in kind: String, below keys: [String]) {
            let keys = keys + [field.labelKey]
            names.formUnion(Self.keys(of: keys, in: kind))
            for entry in field.entries { add(entry, in: kind, below: keys) }
        }
        for (kind, fields) in ComparedKind.all { for field in fields { add(field, in: kind.name, below: []) } }
        return names.sorted()
    }()
}
