/// What may stand in a picture of a library: the drawing part of SVG 1.1 and 2, and what drawing programs note for
/// themselves. Browsers do nothing with the latter; everything else is refused, whatever it is.
enum SVGVocabulary {
    static let elements = words(
        """
        a animate animateColor animateMotion animateTransform circle clipPath color-profile cursor defs desc ellipse
        feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
        feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
        feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter flowDiv flowPara
        flowRegion flowRoot flowSpan font font-face font-face-format font-face-name font-face-src g glyph glyphRef
        hatch hatchpath hkern image line linearGradient marker mask mesh meshgradient meshpatch meshrow metadata
        missing-glyph mpath path pattern polygon polyline radialGradient rect set solidcolor stop style svg switch symbol
        text textPath title tref tspan use view vkern
        """)

    /// What runs code or loads what is no picture. It is refused like all that is not listed, and told as such.
    static let active = words("script foreignObject handler listener iframe object embed audio video link discard")

    /// Attributes without a prefix, on any element. `data-` and `aria-` may begin others.
    static let attributes = words(
        """
        accent-height accumulate additive alphabetic alignment-baseline amplitude arabic-form ascent attributeName
        attributeType azimuth baseFrequency baseProfile baseline-shift bbox begin bias by calcMode cap-height class clip
        clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters color-profile
        color-rendering contentScriptType contentStyleType cursor cx cy d descent diffuseConstant direction display
        divisor dominant-baseline dur dx dy edgeMode elevation enable-background end exponent fill fill-opacity fill-rule
        filter filterRes filterUnits flood-color flood-opacity focusable font-family font-feature-settings font-kerning
        font-size font-size-adjust font-stretch font-style font-variant font-variation-settings font-weight format fr from
        fx fy g1 g2 glyph-name glyph-orientation-horizontal glyph-orientation-vertical gradientTransform gradientUnits
        hanging height href horiz-adv-x horiz-origin-x horiz-origin-y id ideographic image-rendering in in2 intercept
        inline-size isolation k k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning keyPoints keySplines keyTimes lang
        lengthAdjust letter-spacing lighting-color limitingConeAngle line-height local marker marker-end marker-mid
        marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits mathematical max media
        method min mix-blend-mode mode name numOctaves offset opacity operator order orient orientation origin overflow
        overline-position overline-thickness paint-order panose-1 path pathLength patternContentUnits patternTransform
        patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits
        r radius refX refY rendering-intent repeatCount repeatDur requiredExtensions requiredFeatures requiredFonts
        requiredFormats restart result role rotate rx ry scale seed shape-inside shape-margin shape-padding
        shape-rendering side slope snapshotTime solid-color solid-opacity spacing specularConstant specularExponent
        spreadMethod startOffset stdDeviation stemh stemv stitchTiles stop-color stop-opacity strikethrough-position
        strikethrough-thickness string stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
        stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage tabindex tableValues target targetX
        targetY text-align text-anchor text-decoration text-indent text-orientation text-overflow text-rendering
        text-transform textLength title to transform transform-box transform-origin type u1 u2 underline-position
        underline-thickness unicode unicode-bidi unicode-range units-per-em v-alphabetic v-hanging v-ideographic
        v-mathematical values vector-effect version vert-adv-y vert-origin-x vert-origin-y viewBox viewTarget visibility
        white-space width widths word-spacing writing-mode x x-height x1 x2 xChannelSelector y y1 y2 yChannelSelector z
        zoomAndPan
        """)

    static let xlinkAttributes = words("href title type role arcrole show actuate")
    static let xmlAttributes = words("space lang id")

    /// Namespaces of what drawing programs note, by their addresses or how these begin: Inkscape, Illustrator, Sketch,
    /// Affinity, Corel, Figma and others, with the metadata of RDF, Dublin Core and Creative Commons.
    static func isNote(_ namespace: String) -> Bool { notes.contains { namespace.hasPrefix($0) } }

    private static let notes = [
        "http://www.inkscape.org/namespaces/", "http://inkscape.sourceforge.net/",
        "http://sodipodi.sourceforge.net/DTD/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://purl.org/dc/", "http://web.resource.org/cc/", "http://creativecommons.org/ns#",
        "https://creativecommons.org/ns#", "http://ns.adobe.com/", "adobe:ns:meta/",
        "http://www.bohemiancoding.com/sketch/",
        "http://www.serif.com/", "https://boxy-svg.com", "http://www.corel.com/coreldraw/", "https://www.figma.com/",
        "http://schemas.microsoft.com/visio/", "http://www.openswatchbook.org/", "http://www.iptc.org/",
        "http://xmlns.com/foaf/",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
