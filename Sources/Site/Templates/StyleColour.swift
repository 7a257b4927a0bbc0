import Text

/// What a colour looks like in a style sheet (CSS Color Module Level 4).
enum StyleColour {
    /// Whether a value is one: `#9e2a1f`, `rgb(158 42 31)`, `navy`, or the value of another property. What stands in the
    /// brackets of a function is not looked at.
    static func isColour(_ value: ArraySlice<UInt8>) -> Bool {
        if value.first == UInt8(ascii: "#") {
            let digits = value.dropFirst()
            return [3, 4, 6, 8].contains(digits.count)
                && digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit && $0 < 0x80 }
        }
        let text = String(decoding: value, as: UTF8.self).lowercased()
        let name = text.prefix { $0 != "(" }
        return name.count < text.count ? functions.contains(name) && text.hasSuffix(")") : names.contains(name)
    }

    private static let functions: Set<Substring> = [
        "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark", "var",
        "env",
    ]

    /// The named colours (6.1), those of the system (10), and what every property takes.
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
        currentcolor transparent inherit initial unset revert revert-layer
        """.split { $0 == " " || $0 == "\n" })
}
