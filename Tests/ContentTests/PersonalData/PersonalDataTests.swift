import Diagnostics
import Testing
import Text

@testable import Content

/// What is a number or an address of somebody, and what only looks like one.
struct PersonalDataTests {
    @Test(
        "a number of somebody is found however it is written",
        arguments: [
            // Mobiles.
            ("张三 13800138000", .mobile, "13800138000"), ("手机：138 0013 8000", .mobile, "138 0013 8000"),
            ("138-0013-8000", .mobile, "138-0013-8000"), ("１３８００１３８０００", .mobile, "１３８００１３８０００"),
            ("１３８ ００１３ ８０００", .mobile, "１３８ ００１３ ８０００"), ("+86 138-0013-8000", .mobile, "+86 138-0013-8000"),
            ("+8613800138000。", .mobile, "+8613800138000"), ("0086 13800138000", .mobile, "0086 13800138000"),
            ("86-138 0013 8000", .mobile, "86-138 0013 8000"), ("8613800138000", .mobile, "8613800138000"),
            ("13800138000，有事请打", .mobile, "13800138000"), ("1 3 8 0 0 1 3 8 0 0 0", .mobile, "1 3 8 0 0 1 3 8 0 0 0"),
            ("1380013 8000", .mobile, "1380013 8000"), ("138.0013.8000", .mobile, "138.0013.8000"),
            ("tel:13800138000", .mobile, "13800138000"),
            ("Tel13800138000", .mobile, "13800138000"), ("phone no. 13800138000", .mobile, "13800138000"),
            ("手机号码为13800138000人工接听", .mobile, "13800138000"), ("13800138000转12", .mobile, "13800138000转12"),
            ("138\u{200B}0013\u{200B}8000", .mobile, "138\u{200B}0013\u{200B}8000"),
            ("138–0013–8000", .mobile, "138–0013–8000"),
            ("013800138000", .mobile, "013800138000"), ("| 张三 | 13800138000 |", .mobile, "13800138000"),
            ("联系人名单：13800138000", .mobile, "13800138000"), ("2025 13800138000", .mobile, "13800138000"),
            // Landlines.
            ("0571-88886666", .telephone, "0571-88886666"), ("010-6655 1234", .telephone, "010-6655 1234"),
            ("（0571）8888-6666 转 12", .telephone, "（0571）8888-6666 转 12"),
            ("(010)66551234", .telephone, "(010)66551234"),
            ("01066551234", .telephone, "01066551234"), ("0551 6655123", .telephone, "0551 6655123"),
            ("０５７１－８８８８６６６６", .telephone, "０５７１－８８８８６６６６"), ("0571-88886666-801", .telephone, "0571-88886666-801"),
            ("电话：88886666", .telephone, "88886666"), ("传真6655 1234", .telephone, "6655 1234"),
            ("热线8888666", .telephone, "8888666"),
            ("+86-10-66551234", .telephone, "+86-10-66551234"), ("+852 2345 6789", .telephone, "+852 2345 6789"),
            ("call +1 (202) 555-0123", .telephone, "+1 (202) 555-0123"),
            // Identity cards: of today, with an X, old ones.
            ("11010519491231002X", .identityNumber, "11010519491231002X"),
            ("身份证号440524188001010014", .identityNumber, "440524188001010014"),
            ("４４０５２４１８８００１０１００１４", .identityNumber, "４４０５２４１８８００１０１００１４"),
            ("110105 19491231 002x", .identityNumber, "110105 19491231 002x"),
            ("130503670401001", .identityNumber, "130503670401001"),
            ("身份证：440524188001010015（末位抄错）", .identityNumber, "440524188001010015"),
            // Bank cards.
            ("4111 1111 1111 1111", .bankCard, "4111 1111 1111 1111"),
            ("6222021234567890128", .bankCard, "6222021234567890128"),
            ("5500-0000-0000-0004", .bankCard, "5500-0000-0000-0004"),
            ("378282246310005", .bankCard, "378282246310005"),
            ("卡号：6222 0212 3456 7890 123", .bankCard, "6222 0212 3456 7890 123"),
            // Addresses.
            ("邮箱：a.b@example.org.cn；微信", .emailAddress, "a.b@example.org.cn"),
            ("zhang＠example．cn", .emailAddress, "zhang＠example．cn"),
            ("13800138000@139.com", .emailAddress, "13800138000@139.com"),
            ("[写信](mailto:lift@example.org)", .emailAddress, "lift@example.org"),
            ("Lift_Team+1@Sub.Example.com.", .emailAddress, "Lift_Team+1@Sub.Example.com"),
        ] as [(String, PersonalData.Kind, String)])
    func hits(text: String, kind: PersonalData.Kind, number: String) throws {
        let found = PersonalData.find(in: text.utf8)
        #expect(found.map(\.kind) == [kind], "\(text)")
        let data = try #require(found.first)
        #expect(String(decoding: Array(text.utf8)[data.range], as: UTF8.self) == number)
    }

    @Test(
        "what is nobody's number is left alone",
        arguments: [
            // For everybody.
            "拨打12345或110", "12345热线、119、120", "400-812-3123", "服务热线 4008123123", "电话：400 8123 123", "800-810-1234",
            "客服电话95588", "12345-1-2",
            // Documents, orders, codes.
            "国发〔2020〕5号", "京公网安备 11010502030143号", "京ICP备12345678号-1", "订单号：13800138000", "工单编号13800138000",
            "第13800138000号",
            "流水号4111111111111111", "统一社会信用代码 110101199003070011", "order no. 15012345678", "2025-13800138000-01",
            "ISBN 978-7-5097-1234-5", "邮编310000 电话", "项目代码2020-330100-47-03-123456",
            "440524188001010015", "4111111111111112", "1234567890123456", "20231108123456789012", "138001380001",
            "23800138000",
            // Figures.
            "88886666", "投入15000000000元", "2025年服务12000000人次", "电话受理3270000件", "13800138000次", "13800138000 元",
            "¥13800138000",
            "3.13800138000", "13800138000.50", "1,380,013,800", "增长138 2024 2025", "1990 2000 2010 2020",
            "1 3 5 7 9 1 3 5 7 9 1 3",
            "97.5%、3.27万件、2,577,800", "+12.5%", "+1200000",
            // Days, times, places.
            "2023-11-08 13:45:00", "2025-01/2025-09", "20231108", "电话 20231108 起启用", "0571-20231108",
            "北纬30.2741120，东经120.15512345",
            // Names, addresses of the web, fingerprints, locators.
            "https://www.example.gov.cn/art/2023/11/8/art_13800138000_13900139000.html",
            "[原文](https://example.org/t20231108_13800138000.htm)", "www.example.org/13800138000", "IMG_13800138000.jpg",
            "13800138000.png",
            "a13800138000", "13800138000abc", "v-13800138000", "#13800138000",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "roundtable-2025#P25.S2", "@zhangsan", "https://example.org/@name/1", "lift@2x.png", "a@b", "5月@现场",
        ])
    func misses(text: String) {
        #expect(PersonalData.find(in: text.utf8) == [], "\(text)")
    }

    @Test("every number of a text is found, also one that follows a telephone without its area")
    func several() {
        let text = "张三13800138000、李四13900139000；0571-88886666、88887777，a@example.org"
        let found = PersonalData.find(in: text.utf8)
        #expect(found.map(\.kind) == [.mobile, .mobile, .telephone, .telephone, .emailAddress])
        #expect(found.map(\.key) == ["13800138000", "13900139000", "057188886666", "88887777", "a@example.org"])
    }

    @Test("a listed number is the same however it is printed")
    func published() {
        var contacts = PublishedContacts(path: "exemplar.yaml")
        contacts.add(["0571-8888 6666", "138 0013 8000", "Office@Example.org"])
        for text in ["（0571）88886666", "+86 571 8888 6666", "+86 13800138000", "１３８００１３８０００", "office@example.ORG"] {
            #expect(
                contacts.problems(in: text.utf8, offset: 0, fallback: .init(path: "a", range: 0..<0)) == [], "\(text)")
        }
        #expect(
            contacts.problems(in: "13900139000".utf8, offset: 0, fallback: .init(path: "a", range: 0..<0)).count == 1)
    }
}
