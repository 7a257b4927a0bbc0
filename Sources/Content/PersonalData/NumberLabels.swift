/// What the word before a number says of it.
enum NumberLabel: Equatable {
    case telephone, identity, card, address
    /// The number of an order, a document, a post office: nobody's.
    case serial
}

extension NumberText {
    /// The word that stands before a number, and where it begins: `办公电话：`, `Tel.`, `订单号`.
    func label(before start: Int) -> (label: NumberLabel, start: Int)? {
        var end = start
        func skip(_ isPassed: (Unicode.Scalar) -> Bool) {
            let limit = end - 6
            while end > max(limit, 0), isPassed(scalars[end - 1]) { end -= 1 }
        }
        skip { Self.marks.contains($0) }
        if let found = word(endingAt: end) { return found }
        // 手机号码为
        for _ in 0..<2 {
            guard let before = Self.endings.firstNonNil({ self.start(of: $0, endingAt: end) }) else { return nil }
            end = before
            skip { Self.marks.contains($0) }
            if let found = word(endingAt: end) { return found }
        }
        return nil
    }

    private func word(endingAt end: Int) -> (label: NumberLabel, start: Int)? {
        for (words, label) in Self.words {
            for word in words {
                guard let start = start(of: word, endingAt: end) else { continue }
                // “hotel” ends with “tel”.
                if let first = word.unicodeScalars.first, first.isASCIILetter, self[start - 1]?.isASCIILetter == true {
                    continue
                }
                let whole = Self.offices.firstNonNil { self.start(of: $0, endingAt: start) }
                return (label, whole ?? start)
            }
        }
        return nil
    }

    private static let marks = Set(" :.*_`|(（：+'\"“”「」【】[]".unicodeScalars)

    /// What may stand between such a word and its number, the longer of two first.
    private static let endings = ["号码", "號碼", "号", "號", "是", "为", "為", "number", "no"]

    /// The longer of two words first.
    private static let words: [([String], NumberLabel)] = [
        (
            [
                "电话", "電話", "手机", "手機", "座机", "传真", "傳真", "热线", "熱線", "联系方式", "聯繫方式", "拨打", "致电", "telephone",
                "phone", "mobile", "tel", "fax", "mob", "call",
            ], .telephone
        ),
        (["身份证", "身份證", "公民身份", "证件"], .identity),
        (["银行卡", "银行账号", "储蓄卡", "卡", "账号", "账户", "帐号", "帐户", "account", "card"], .card),
        (["邮箱", "郵箱", "邮件", "信箱", "e-mail", "email", "mail"], .address),
        (
            [
                "编号", "編號", "单号", "單號", "订单", "訂單", "工单", "序号", "流水", "流水号", "案号", "备案", "备案号", "许可证", "批号", "文号",
                "条码", "条形码", "代码", "邮编", "邮政编码", "期号", "票号", "发票", "受理号", "登记号", "证书", "货号", "学号", "税号", "序列号",
                "isbn", "issn", "doi", "order", "invoice", "serial", "reference", "№",
            ], .serial
        ),
    ]

    /// What may stand before such a word.
    private static let offices = [
        "办公", "辦公", "联系", "聯繫", "单位", "單位", "固定", "咨询", "諮詢", "服务", "服務", "银行", "电子", "電子",
    ]
}

extension Sequence {
    fileprivate func firstNonNil<Value>(_ value: (Element) -> Value?) -> Value? {
        for element in self { if let found = value(element) { return found } }
        return nil
    }
}
