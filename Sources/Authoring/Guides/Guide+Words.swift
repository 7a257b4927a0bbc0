/// The words of the fixed lists. A test holds them against the lists that the readers know.
extension Word {
    static let levels = [
        Word("province", "省级", "province"), Word("city", "市级", "city"), Word("district", "区级", "district"),
        Word("county", "县级", "county"), Word("street", "街道、乡镇", "street or town"),
        Word("community", "社区、村", "community or village"),
    ]
    static let communities = [
        Word("large", "大型社区", "large community"), Word("resettlement", "安置社区", "resettlement community"),
        Word("old", "老旧社区", "old community"), Word("village", "村", "village"),
        Word("commercial-housing", "商品房社区", "commercial housing"),
        Word("public-housing", "公租房、保障房社区", "public housing"), Word("urban-village", "城中村", "urban village"),
        Word("business-area", "商务楼宇、园区", "business area"),
    ]
    static let assets = [
        Word("leaders", "领导牵头", "leaders who take the lead"), Word("coordination-body", "协调机构", "coordination body"),
        Word("hotline", "热线", "hotline"), Word("grid", "网格", "grid"), Word("volunteers", "志愿者", "volunteers"),
        Word("party-members", "党员", "party members"), Word("staff-to-send", "可下派的人员", "staff to send"),
        Word("social-partners", "社会力量", "social partners"), Word("premises", "场所", "premises"),
        Word("idle-resources", "闲置资源", "idle resources"), Word("funds", "资金", "funds"),
        Word("digital-system", "信息系统", "digital system"),
    ]
    static let mechanismKinds = [
        Word("coordination", "统筹协调", "coordination"), Word("meeting", "会议", "meetings"),
        Word("list", "清单", "lists"), Word("grid", "网格", "grids"), Word("hotline", "热线", "hotlines"),
        Word("ict", "信息系统", "information systems"), Word("fund", "资金", "funds"),
        Word("role", "岗位、角色", "roles"), Word("facility", "场所设施", "facilities"),
        Word("incentive", "激励", "incentives"), Word("appraisal", "考核评价", "appraisal"),
        Word("deliberation", "议事协商", "deliberation"), Word("document", "文件制度", "documents"),
    ]
    static let topicKinds = [
        Word("problem", "问题", "a problem"), Word("target-group", "人群", "a group of people"),
    ]
    static let modalities = [
        Word("reported", "当地说已经在做", "the place says that it does this"),
        Word("proposed", "只是主张、建议", "somebody says that it should be done"),
    ]
    static let statuses = [
        Word("draft", "草稿，不发布", "not published yet"), Word("published", "发布", "published"),
        Word("archived", "存档：保留页面，不再列出", "the page stays, but is listed no more"),
    ]
    static let metricKinds = [
        Word("count", "数量", "a number of things"), Word("share", "占比，0–100%", "a part of a whole, 0–100%"),
        Word("change", "增减幅度", "a rise or fall"), Word("duration", "时长", "a length of time"),
        Word("availability", "可用时间", "when something can be used"), Word("money", "金额", "money"),
        Word("index", "指数、评分", "an index or score"),
    ]
    static let directions = [
        Word("higher", "越高越好", "more is better"), Word("lower", "越低越好", "less is better"),
        Word("neutral", "不分好坏", "neither"),
    ]
    static let rights = [
        Word("full", "可以全文登载", "the whole text may be shown"), Word("quotes", "可以摘引", "parts may be quoted"),
        Word("reference", "只能注明出处，不登原文", "it may only be referred to"),
    ]
}
