import Text

/// What stands as the value of a property that is a colour (CSS Color Module Level 4): `#9e2a1f`, `navy`, `var(--ink)`.
enum StyleColour: Equatable {
    case colour
    /// Nothing, a function, or what begins otherwise than a word: left to the browser.
    case unknown
    /// A colour whose declaration runs into the next one; where it ends.
    case unfinished(Int)
    /// A word that is none.
    case other(Range<Int>)

    /// Only the first word of the value is read, and no more of it than a colour can have.
    ///
    /// - Parameter property: where the name of the property stands.
    init(behind property: Range<Int>, in bytes: [UInt8]) {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let value = bytes[property.upperBound...].drop(while: isSpace).dropFirst().drop { $0 <= UInt8(ascii: " ") }
        // Marks of Chinese are told by themselves.
        var word = value.prefix(64).prefix { $0 > UInt8(ascii: " ") && !";}!/()\"'".utf8.contains($0) }
        word = word.indices.first { StyleSheet.fullWidthMark(word[$0...]) != nil }.map { word[..<$0] } ?? word
        let behind = bytes[word.endIndex...].drop(while: isSpace)
        guard !word.isEmpty, behind.first != UInt8(ascii: "(") else {
            self = .unknown
            return
        }
        guard Self.isColour(word) else {
            self = .other(word.indices)
            return
        }
        self = Self.beginsDeclaration(behind) ? .unfinished(word.endIndex - 1) : .colour
    }

    /// Whether the next line begins with `word:`.
    private static func beginsDeclaration(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "\n") || bytes.first == UInt8(ascii: "\r") else { return false }
        let line = bytes.prefix(200).drop { $0 <= UInt8(ascii: " ") }
        let name = line.prefix { StyleSheet.isWord($0) }
        return !name.isEmpty && line[name.endIndex...].first == UInt8(ascii: ":")
    }

    static func isColour(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.first == UInt8(ascii: "#") else {
            return names.contains(String(decoding: word, as: UTF8.self).lowercased()[...])
        }
        let digits = word.dropFirst()
        return [3, 4, 6, 8].contains(digits.count)
            && digits.allSatisfy { $0 < 0x80 && Character(UnicodeScalar($0)).isHexDigit }
    }

    /// The named colours (6.1), those of the system (10 and appendix A), and what every property takes.
    private static let names = Set(
        """
        aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
        chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen
        darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue
        darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick
        floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink
        indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
        lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
        lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid
        mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
        mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen
        paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue
        saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen
        steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
        accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field fieldtext graytext
        highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext
        activeborder activecaption appworkspace background buttonhighlight buttonshadow captiontext inactiveborder
        inactivecaption inactivecaptiontext infobackground infotext menu menutext scrollbar threeddarkshadow threedface
        threedhighlight threedlightshadow threedshadow window windowframe windowtext
        currentcolor transparent inherit initial unset revert revert-layer
        """.split { $0 == " " || $0 == "\n" })
}
