/// Traditional characters of the words that figures are made of, and what financial documents write for numerals.
enum Traditional {
    private static let pairs: [(traditional: String, simplified: String)] = [
        ("萬億餘個戶項條張間處種類層級輪臺棟輛冊場組隊單筆對隻歲週時鐘點", "万亿余个户项条张间处种类层级轮台栋辆册场组队单笔对只岁周时钟点"),
        ("幾數兩開過於達約將內與較環長漲減縮壓從實會門頁員畝頃噸圓無", "几数两开过于达约将内与较环长涨减缩压从实会门页员亩顷吨元无"),
        ("計總負頭區縣鎮鄉網織機構學醫黨眾職動務議題訴線業", "计总负头区县镇乡网织机构学医党众职动务议题诉线业"), ("仟佰", "千百"), ("捨", "舍"),
    ]

    /// Numerals of cheques, which stand in other words too (队伍), so they are read only where a figure is expected.
    private static let capitals = (traditional: "壹贰貳叁參肆伍陆陸柒捌玖拾", simplified: "一二二三三四五六六七八九十")

    static let simplified = table(pairs)
    static let numerals = table(pairs + [capitals])

    /// The words of a figure in traditional characters.
    static func written(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { folded($0, by: traditional) }))
    }

    private static let traditional = table(pairs.dropLast(2).map { ($0.simplified, $0.traditional) } + [("舍", "捨")])

    /// The ideograph for each ideograph, 0 for itself; a place in a table is found faster than a word in a dictionary.
    private static func table(_ pairs: some Sequence<(traditional: String, simplified: String)>) -> [UInt16] {
        var table = [UInt16](repeating: 0, count: 0xA000 - 0x4E00)
        for pair in pairs {
            for (from, to) in zip(pair.traditional.unicodeScalars, pair.simplified.unicodeScalars) {
                table[Int(from.value) - 0x4E00] = UInt16(to.value)
            }
        }
        return table
    }

    static func folded(_ scalar: Unicode.Scalar, by table: [UInt16]) -> Unicode.Scalar {
        guard scalar.value >= 0x4E00, scalar.value < 0xA000 else { return scalar }
        let other = table[Int(scalar.value) - 0x4E00]
        return other == 0 ? scalar : Unicode.Scalar(other) ?? scalar
    }
}
