/// A value that may differ by language, in the order of the site's languages; the first is the default.
package struct Localized<Value: Sendable>: Sendable {
    private var values: [Value?]

    package init(_ values: [Value?]) {
        self.values = values
    }

    /// A value in the default language only.
    init(_ value: Value, languages: Int) {
        values = [value] + [Value?](repeating: nil, count: max(0, languages - 1))
    }

    /// What was written in exactly this language.
    package func exact(_ language: Int) -> Value? {
        language >= 0 && language < values.count ? values[language] : nil
    }

    /// The value for readers of a language, and the language it is in: their own, else the default, else
    /// the first there is.
    package func best(_ language: Int) -> (value: Value, language: Int)? {
        if let value = exact(language) { return (value, language) }
        for (index, value) in values.enumerated() {
            if let value { return (value, index) }
        }
        return nil
    }

    package func map<Result>(_ transform: (Value) -> Result) -> Localized<Result> {
        Localized<Result>(values.map { $0.map(transform) })
    }

    /// The same with another value in one language.
    func with(_ value: Value?, in language: Int) -> Localized {
        var values = values
        while values.count <= language { values.append(nil) }
        values[language] = value
        return Localized(values)
    }

    /// Whether both have the same languages, and in each what `same` takes for the same.
    func isSame(as other: Localized, by same: (Value, Value) -> Bool) -> Bool {
        values.elementsEqual(other.values) { one, other in
            switch (one, other) {
            case (nil, nil): true
            case (let one?, let other?): same(one, other)
            default: false
            }
        }
    }

    /// Every value there is, in the order of the languages.
    package var all: [Value] { values.compactMap(\.self) }
}

extension Localized: Equatable where Value: Equatable {}

extension Localized where Value == String {
    package subscript(language: Int) -> String { best(language)?.value ?? "" }
}
