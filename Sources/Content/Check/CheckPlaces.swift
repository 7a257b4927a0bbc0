import Diagnostics
import Text

extension Checker {
    /// No two places have one code, and none lies in itself.
    mutating func checkPlaces() {
        var byCode: [String: Int] = [:]
        for (index, place) in library.places.enumerated() {
            if let code = place.code {
                if let other = byCode[code].map({ library.places[$0] }) {
                    report(
                        .sameDivisionCode(code: code, place: other.header.id),
                        at: place.codeSpan ?? place.header.titleSpan, hint: .correctDivisionCode,
                        notes: [.firstIsHere(at: other.codeSpan ?? other.header.titleSpan)])
                } else {
                    byCode[code] = index
                }
            }
            if let circle = circle(from: index) {
                report(
                    .placeInItself(place: place.header.id, circle: circle), at: place.header.titleSpan,
                    hint: .correctParent)
            }
        }
    }

    /// The ids of the places above one, up to itself; nil where they do not lead back.
    private func circle(from start: Int) -> [String]? {
        var (place, ids): (Int, [String]) = (start, [])
        while let parent = library.places[place].parent?[0], let above = library.index.places[parent] {
            ids.append(parent)
            if above == start { return ids }
            // A circle further up is told of its own places.
            guard ids.count <= library.places.count else { return nil }
            place = above
        }
        return nil
    }
}
