import Diagnostics
import Testing
import Text

@testable import Content

@Suite("A site says who answers for it")
struct ImprintTests {
    private func settings(_ text: String) -> (Configuration, [String]) {
        var diagnostics: [Diagnostic] = []
        let all = "title: {zh-Hans: 库, en: Library}\nlanguages: [zh-Hans, en]\n" + text
        let configuration = Configuration(
            file: .init(path: "exemplar.yaml", bytes: Array(all.utf8)), diagnostics: &diagnostics)
        return (configuration, diagnostics.map(\.message.description))
    }

    @Test("all that a Chinese public site has to print")
    func whole() {
        let (configuration, problems) = settings(
            """
            embed: true
            imprint:
              host: {zh-Hans: 某市社会工作部, en: Social Work Department}
              operator: {zh-Hans: 某市大数据中心, en: Big Data Centre}
              address: {zh-Hans: 某路1号, en: 1 Some Road}
              contact: {zh-Hans: "电话 12345", en: "Phone 12345"}
              site-code: "1100000088"
              icp: 京ICP备12345678号-1
              police: 京公网安备 11010502030143号
              note: {zh-Hans: 版权所有, en: All rights reserved}

            """)
        #expect(problems == [])
        #expect(configuration.isEmbedded)
        #expect(
            configuration.imprint
                == Imprint(
                    host: Localized(["某市社会工作部", "Social Work Department"]),
                    runner: Localized(["某市大数据中心", "Big Data Centre"]),
                    address: Localized(["某路1号", "1 Some Road"]), contact: Localized(["电话 12345", "Phone 12345"]),
                    siteCode: "1100000088", icp: "京ICP备12345678号-1", police: "京公网安备 11010502030143号",
                    note: Localized(["版权所有", "All rights reserved"])))
        #expect(configuration.imprint?.policeCode == "11010502030143")
    }

    @Test("numbers that no authority gives are told, all of them")
    func wrong() {
        let (_, problems) = settings(
            "imprint: {site-code: \"123\", icp: 京12345678号, police: 京公网安备 1101号, hots: x}\n")
        #expect(
            problems == [
                "‘123’ is not ten letters and digits, such as 1100000088",
                "‘京12345678号’ is not a filing such as 京ICP备12345678号-1",
                "‘京公网安备 1101号’ is not a filing such as 京公网安备 11010502030143号", "unknown key ‘hots’",
            ])
    }

    @Test("a list is none, and without the key there is nothing")
    func shapes() {
        #expect(settings("imprint: [a, b]\n").1.first == "expected a mapping of fields")
        let (configuration, problems) = settings("")
        #expect(problems == [])
        #expect(configuration.imprint == nil)
        #expect(!configuration.isEmbedded)
    }
}
