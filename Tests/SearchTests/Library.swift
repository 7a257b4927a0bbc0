import Search

/// Pages to search in.
enum Library {
    static let settings = SearchSettings(
        languages: ["zh-Hans", "en"],
        facets: [
            SearchFacet(
                id: "kind", label: ["种类", "Kind"],
                values: [
                    .init(id: "practice", label: ["做法", "Practice"]), .init(id: "place", label: ["地方", "Place"]),
                ]),
            SearchFacet(
                id: "place", label: ["地方", "Place"],
                values: [
                    .init(id: "tongzhou", label: ["通州", "Tongzhou"]), .init(id: "panjin", label: ["盘锦", "Panjin"]),
                ]),
        ])

    /// A small library in which each page is there for a reason.
    static let small: [SearchDocument] = [
        SearchDocument(
            path: "places/tongzhou.html", language: 0, title: "通州", facets: [[1], [0]],
            sections: [SearchSection(anchor: "jiegou", heading: "协调结构", text: "区里有协调机制。街道、社区各有分工。")]),
        SearchDocument(
            path: "practices/stewards.html", language: 0, title: "“楼门院长”与楼院议事", names: ["通州"],
            summary: "居民里选出楼门院长。", facets: [[0], [0]],
            sections: [
                SearchSection(anchor: "zuofa", heading: "做法", text: "专职网格员组建队伍，12345热线转来的事也一起议。\n议出的金点子有经费。"),
                SearchSection(anchor: "zhuyi", heading: "照着做之前", text: "先问经费从哪里来。"),
            ]),
        SearchDocument(
            path: "practices/grids.html", language: 0, title: "“三格”联建共治", names: ["盘锦"],
            summary: "基础网格、行业网格、企业服务网格合称三格。", facets: [[0], [1]],
            sections: [SearchSection(anchor: "zuofa", heading: "做法", text: "部门进网格。长街上的楼院也在格里。")]),
        SearchDocument(
            path: "en/practices/hotline.html", language: 1, title: "Hotline complaints, handled together",
            names: ["Guangzhou"], summary: "One hotline sends orders to departments.", facets: [[0], []],
            sections: [
                SearchSection(
                    anchor: "how", heading: "How it works",
                    text:
                        "The hotline dispatches every order. A steward looks at the elevator; the dispatch of orders is counted."
                )
            ]),
        SearchDocument(
            path: "en/practices/lifts.html", language: 1, title: "Lifts in old buildings", facets: [[0], []],
            sections: [SearchSection(text: "An elevator was added. Residents of Tongzhou came to see the hotline.")]),
    ]

    /// Has what is rare: characters beyond the basic plane, signs of the code, no text.
    static let odd = SearchDocument(
        path: "odd/~!#$%&.html", language: 0, title: "𠮷野家 \"\\ é ﬁ", sections: [SearchSection(text: "\u{2028}😀{}|~")])

    /// Many pages that differ.
    static func pages(_ count: Int) -> [SearchDocument] {
        let characters = Array("社区治理协调机制党建引领网格居民议事热线清单服务资源项目问题街道部门联动平台")
        return (0..<count).map { number in
            let text = (0..<200).map { String(characters[($0 * $0 * 7 + number * 13 + $0) % characters.count]) }
                .joined()
            return SearchDocument(
                path: "p/\(number).html", language: number % 2, title: "第\(number)页 page \(number)",
                summary: String(text.prefix(20)), facets: [[number % 2], [number % 3 % 2]],
                sections: [SearchSection(anchor: "a", heading: "节", text: text + " steward \(number)")])
        }
    }
}
