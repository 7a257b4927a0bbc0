import Foundation

/// Takes the numbers and addresses of people out of a text, with the words and brackets that would be left of them.
package struct PersonalDataRemoval: Sendable {
    private let leftovers: [(pattern: NSRegularExpression, with: String)]

    package init() {
        leftovers = [
            ("[(（\\[【]\\s*[、，,；;/:：]*\\s*[)）\\]】]", ""), ("([、，,；;/])(?:\\s*[、，,；;/])+", "$1"),
            ("(?m)^[ \\t　]*[、，,；;/]+|[ \\t　、，,；;/]+$", ""),
        ].compactMap { pattern, with in
            (try? NSRegularExpression(pattern: pattern)).map { ($0, with) }
        }
    }

    /// A text without them, and how many of each kind there were.
    ///
    /// - Parameter isContact: whether the heading says that the text is a telephone or the like.
    package func removed(from text: String, isContact: Bool) -> (text: String, found: [PersonalData.Kind: Int]) {
        let data = PersonalData.find(in: text.utf8, isContact: isContact)
        guard !data.isEmpty else { return (text, [:]) }
        var bytes = Array(text.utf8)
        for found in data.reversed() { bytes.removeSubrange(found.labelled) }
        var rest = String(decoding: bytes, as: UTF8.self)
        for (pattern, with) in leftovers {
            rest = pattern.stringByReplacingMatches(
                in: rest, range: NSRange(rest.startIndex..., in: rest), withTemplate: with)
        }
        return (rest, Dictionary(grouping: data, by: \.kind).mapValues(\.count))
    }
}
