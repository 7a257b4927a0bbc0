import Content

/// What a spreadsheet can be turned into.
package enum ImportKind: String, CaseIterable, Sendable {
    case practice, `case`

    var form: RecordForm.Kind { self == .practice ? .practice : .case }

    /// The fields that columns can fill.
    var fields: [ImportField] { self == .practice ? ImportField.practice : ImportField.caseStudy }
}

/// A field of a record that a column of a spreadsheet can fill.
struct ImportField: Sendable {
    /// How a cell becomes a value.
    enum Shape: Sendable {
        /// The id of the record itself.
        case id
        case title
        case place
        case text
        /// One statement, whatever the number of lines.
        case statement
        /// A statement a line.
        case statements
        /// People or offices, each perhaps with a colon and what they do.
        case actors
        case references(FieldGuide.Names)
        /// Ids or addresses that are taken as they are.
        case words
        /// Some of a list of words, by the words or by what they mean in Chinese.
        case choices([Word])
        /// One of a list of words, or what offices write for it.
        case choice([(word: String, synonyms: [String])])
        case date
        case period
        /// Where every statement of the row is taken from.
        case locators
        /// Text under the fields; several columns may fill it.
        case body
    }

    var key: String
    var shape: Shape
    /// Headers that mean this field, folded as ``folded(_:)`` does.
    var headers: [String]

    init(_ key: String, _ shape: Shape, _ headers: String...) {
        (self.key, self.shape, self.headers) = (key, shape, [key] + headers)
    }

    /// A header without what offices add to it: spaces, case, stars, remarks in brackets.
    static func folded(_ header: String) -> String {
        var result = ""
        var depth = 0
        for character in header.lowercased() {
            if "（([【".contains(character) {
                depth += 1
            } else if "）)]】".contains(character) {
                depth = max(0, depth - 1)
            } else if depth == 0, !character.isWhitespace, !"*＊:：\u{FEFF}".contains(character) {
                result.append(character)
            }
        }
        return result
    }
}

extension ImportField {
    private static let common = [
        ImportField("id", .id, "slug", "标识"),
        ImportField(
            "title", .title, "标题", "名称", "题目", "做法名称", "案例名称", "案例标题", "项目名称", "经验名称", "name"),
        ImportField("place", .place, "地区", "城市", "地方", "所在地", "所属地区", "所在地区", "市", "区县", "city", "region"),
        ImportField("problem", .statement, "问题", "背景", "解决的问题", "主要问题", "痛点", "难点", "需求", "background", "issue"),
        ImportField("topics", .references(.topics), "主题", "议题", "领域", "标签", "人群", "topic", "tags"),
        ImportField("outcomes", .words, "数字标识"),
        ImportField("reviewed", .date, "核对日期", "更新日期", "更新时间"),
        ImportField("from", .locators, "出处", "locator"),
    ]

    static let practice =
        common + [
            ImportField("mechanisms", .references(.mechanisms), "机制", "机制类型", "工作机制", "mechanism"),
            ImportField(
                "modality",
                .choice([
                    ("reported", ["已实施", "已开展", "已做", "在做", "实施中", "已推行", "报告"]),
                    ("proposed", ["主张", "建议", "计划", "设想", "拟实施", "未实施"]),
                ]), "性质", "是否实施", "实施情况"),
            ImportField("summary", .text, "摘要", "简介", "概述", "内容简介", "abstract"),
            ImportField("brand", .text, "品牌", "当地叫法", "品牌名称"),
            ImportField("levels", .choices(Word.levels), "层级", "实施层级"),
            ImportField("communities", .choices(Word.communities), "社区类型", "适用社区"),
            ImportField("assets", .choices(Word.assets), "所需基础", "依托"),
            ImportField("logic", .statements, "思路", "原理", "道理"),
            ImportField("materials", .statements, "材料", "工具", "所需材料"),
            ImportField("steps", .statements, "步骤", "做法", "主要做法", "具体做法", "流程", "举措", "response"),
            ImportField("who", .actors, "参与方", "主体", "责任单位", "牵头单位", "实施单位", "谁参与", "actors"),
            ImportField("where", .statements, "地点", "实施地点", "实施范围"),
            ImportField("when", .statements, "时间", "实施时间", "起止时间", "开始时间"),
            ImportField("cost", .statements, "经费", "成本", "投入", "资金", "费用", "budget"),
            ImportField("staff", .statements, "人手", "人员", "人员配备"),
            ImportField("fit", .statements, "适用条件", "适用范围", "条件"),
            ImportField("changes", .statements, "调整", "变化", "改进"),
            ImportField("monitoring", .statements, "监测", "考核", "评价"),
            ImportField("baseline", .statements, "基线", "此前情况", "实施前"),
            ImportField("risks", .statements, "风险", "注意事项", "困难"),
            ImportField("contact", .statements, "联系单位", "联系方式", "联系人"),
            ImportField("verified-by", .words, "核实出处"),
            ImportField("body", .body, "正文", "全文", "详情", "成效", "结果", "效果", "经验", "启示", "results"),
        ]

    static let caseStudy =
        common + [
            ImportField("practice", .references(.practices), "所属做法", "对应做法", "做法标识"),
            ImportField("period", .period, "时间", "时段", "期间", "年份", "年度", "when", "year"),
            ImportField("response", .statements, "做法", "主要做法", "具体做法", "办理", "处理", "怎样办理", "措施", "举措", "解决办法", "steps"),
            ImportField("result", .statements, "成效", "结果", "效果", "工作成效", "results", "outcome"),
            ImportField("lessons", .statements, "启示", "经验", "体会", "经验启示", "可借鉴"),
            ImportField("went-wrong", .statements, "弯路", "教训", "不足", "存在问题", "困难"),
            ImportField("body", .body, "正文", "全文", "经过", "详情"),
        ]
}
