import Testing

@testable import Office

@Suite("A number shows as the sheet shows it")
struct NumberFormatTests {
    @Test(
        arguments: [
            ("General", "45717", "45717"), ("General", "0.30000000000000004", "0.3"),
            ("General", "13800138000", "13800138000"),
            ("General", "0.333333333333333", "0.333333333"), ("General", "-1.5E-3", "-0.0015"),
            ("General", "many", "many"),
            ("0", "2.5", "3"), ("0.00", "1.005", "1.01"), ("#,##0", "1234567.5", "1,234,568"),
            ("#,##0.0#", "1234.5", "1,234.5"),
            ("0%", "0.97", "97%"), ("0.0%", "0.1235", "12.4%"), ("000", "7", "007"), ("#", "0", ""),
            ("0.0,\"万\"", "45000", "45.0万"), ("[$¥-804]#,##0.00", "-3", "-¥3.00"), ("0.0;(0.0)", "-3", "-3.0"),
            ("#,##0;-#,##0;\"-\"", "0", "0"),
            ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "0"),
            ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234.5", "1,234.50"),
            ("_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", "-5", "-5"), ("0;-0;\"无\"", "0", "无"),
            ("[Red]0\"件\"", "12", "12件"), ("000-0000", "1234567", "1234567"),
            ("000-0000\"号\"", "1234567", "1234567号"), ("# ?/?", "0.5", "0.5"), ("# ?/?\"件\"", "0.5", "0.5件"),
            ("0.00E+00\"元\"", "35", "35元"),
            ("General\"万元\"", "35", "35万元"), ("\"约\"General\"余人\"", "1200", "约1200余人"), ("General%", "0.35", "35%"),
            ("@\"件\"", "12", "12件"), ("General\"万元\"", "-3.5", "-3.5万元"),
            ("[=0]\"-\";#,##0", "1320", "1,320"), ("[=0]\"-\";#,##0", "0", "0"), ("[=1]0%;0.0%", "0.986", "98.6%"),
            ("[=1]0%;0.0%", "1", "100%"), ("[<=1]0.0%;0", "12", "12"), ("[=0]\"9\";General", "5", "5"),
            ("[<100]0\"件\";0\"户\"", "35264.5", "35265户"), ("[<100]0\"件\";0\"户\"", "-5", "-5件"),
            ("[>=10000]0.0,\"千\";[>=100]0\"百\";0", "12", "12"), ("[>100]0.0;0", "-7", "-7"),
            ("0.00;[Red]0.00", "-12.3", "-12.30"), ("#,##0.0;[红色]#,##0.0", "-12.3", "-12.3"),
            ("0.0%;[Red]0.0%", "-0.123", "-12.3%"),
            ("0.0\"%\";\"下降\"0.0\"%\"", "-12.3", "下降12.3%"),
            ("0.0;▲0.0", "-2", "▲2.0"),
            ("General;[Red]General", "-3", "-3"), ("0;0", "-0.2", "0"), ("0.0;-0.0;@", "0", "0.0"),
            ("yyyy/m/d", "45717", "2025/3/1"), ("yyyy\"年\"m\"月\"", "45717", "2025年3月"), ("m-d-yy", "45717", "3-1-25"),
            ("yyyy-mm-dd hh:mm:ss", "45717.5", "2025-03-01 12:00:00"), ("h:mm AM/PM", "0.75", "6:00 PM"),
            ("[h]:mm", "1.5", "36:00"), ("yyyy/m/d", "1", "1900/1/1"), ("yyyy/m/d", "61", "1900/3/1"),
            ("aaaa", "45717", "星期六"), ("[DBNum1]yyyy年m月d日", "45717", "2025年3月1日"),
            ("mmm d, yyyy", "45717", "Mar 1, 2025"),
            ("yyyy/m/d", "-1", "-1"),
        ])
    func shown(code: String, stored: String, text: String) {
        #expect(NumberFormat(code).text(of: stored) == text, "\(code)")
    }

    @Test("days may be counted from 1904")
    func macs() {
        #expect(NumberFormat("yyyy/m/d").text(of: "44255", countsFrom1904: true) == "2025/3/1")
    }
}

@Suite("XML is read without anything that leads elsewhere")
struct XMLReaderTests {
    private func events(_ text: String) throws -> [XMLReader.Event] {
        var reader = try XMLReader(Array(text.utf8))
        var events: [XMLReader.Event] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    @Test("elements, attributes, references and CDATA, without prefixes and comments")
    func document() throws {
        let text =
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:a r:id='1'><!-- <b> -->x&amp;&#20108;\r\ny<![CDATA[<z>]]><b/></w:a>\n"
        #expect(
            try events(text) == [
                .start("a", ["id": "1"]), .text("x&二\ny"), .text("<z>"), .start("b", [:]), .end("b"), .end("a"),
            ])
    }

    @Test(
        "what is broken, hidden, nested too deep or has a document type is refused",
        arguments: [
            ("<a><b></a></b>", .malformed), ("<a>", .malformed), ("<a>&x;</a>", .malformed), ("<a b=c/>", .malformed),
            ("<?xml version='1.0' encoding='UTF-7'?><a/>", .malformed), ("<a><!-- ", .malformed), ("</a>", .malformed),
            ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .documentType),
            (String(repeating: "<a>", count: 257), .tooDeep),
        ] as [(String, XMLReader.Failure)])
    func refused(text: String, failure: XMLReader.Failure) {
        #expect(throws: failure) { try events(text) }
    }
}
