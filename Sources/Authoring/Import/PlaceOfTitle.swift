import Content
import Text

/// The place that a claim begins with: `浙江省宁波市推行……`.
struct PlaceOfTitle {
    /// Its id, if the library has it.
    private(set) var place: String?
    /// What seems to name a place.
    private(set) var name: String?
    /// What is left of the title.
    private(set) var claim: String

    init(_ title: String, in library: LibraryNames) {
        claim = title
        let signs = Array(title.prefix(24))
        // Where a name of a place may end, the last first.
        let ends = signs.indices.filter { Self.ranks.contains(signs[$0]) }.map { $0 + 1 }
        for end in ends.reversed() {
            for start in [0] + ends.filter({ $0 < end }) {
                let found = library.find(String(signs[start..<end]), .place)
                guard found.count == 1 else { continue }
                (place, name) = (found.first, String(signs[start..<end]))
                claim = Self.withoutMarks(title.dropFirst(end))
                return
            }
        }
        // Some write 宁波 for 宁波市.
        for length in stride(from: min(8, signs.count), to: 1, by: -1) {
            let found = library.find(String(signs[..<length]), .place)
            guard found.count == 1 else { continue }
            (place, name) = (found.first, String(signs[..<length]))
            claim = Self.withoutMarks(title.dropFirst(length))
            return
        }
        name = Self.name(signs)
    }

    private static let ranks: Set<Character> = ["省", "市", "区", "县", "州", "盟", "旗", "镇", "乡"]
    /// Words that end as places do.
    private static let words = ["社区", "小区", "园区", "片区", "街区", "城区", "辖区", "全市", "全省", "全区", "全县", "城市", "乡镇"]

    private static func withoutMarks(_ text: Substring) -> String {
        let rest = text.drop { "：:，,、—- 　".contains($0) }
        return rest.isEmpty ? String(text) : String(rest)
    }

    /// What seems to be the name of a place: a province or a city, the city behind a province, the district behind a city.
    private static func name(_ signs: [Character]) -> String? {
        var (start, name): (Int, String?) = (0, nil)
        for longest in [8, 6, 5] {
            let end = signs.indices.dropFirst(start + 1).prefix(longest).first { ranks.contains(signs[$0]) }
            guard let end else { break }
            let part = String(signs[start...end])
            guard part.count > 2, !words.contains(where: part.hasSuffix) else { break }
            (start, name) = (end + 1, part)
        }
        return name
    }
}
