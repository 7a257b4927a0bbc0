import Diagnostics
import Markdown
import Testing

@Suite("Chinese is read as its readers see it")
struct ChineseTests {
    @Test(
        "asterisks bind beside Chinese punctuation",
        arguments: [
            (
                "按照**“谁主管、谁负责”**的原则，**统一受理，**分级办理。**《条例》**规定。",
                "按照<strong>“谁主管、谁负责”</strong>的原则，<strong>统一受理，</strong>分级办理。<strong>《条例》</strong>规定。"
            ),
            ("**《书》**第 *（一）*章", "<strong>《书》</strong>第 <em>（一）</em>章"),
            ("由**12345**热线", "由<strong>12345</strong>热线"),
            ("见**[附件](https://a.b)**的说明", "见<strong><a href=\"https://a.b\">附件</a></strong>的说明"),
            ("`**“甲”**乙` \\**“甲”**乙", "<code>**“甲”**乙</code> **“甲”**乙"),
            ("a**\"b\"**c", "a**&quot;b&quot;**c"),
            ("~~**“甲”**乙~~丙", "<del><strong>“甲”</strong>乙</del>丙"),
            ("~~旧规定。~~改 ~~“引”~~中~~，文~~字", "<del>旧规定。</del>改 <del>“引”</del>中<del>，文</del>字"),
            ("办理3~5天，答复8~10天，周一~周五，周六~周日", "办理3~5天，答复8~10天，周一~周五，周六~周日"),
            ("~删~ a ~b~", "<del>删</del> a <del>b</del>"),
            ("规格3*4米，共5*6米，2**3，4**2，`7*8*9`", "规格3*4米，共5*6米，2**3，4**2，<code>7*8*9</code>"),
            ("共*3*件，*4*5*", "共<em>3</em>件，<em>4*5</em>"),
        ])
    func emphasis(markdown: String, html: String) {
        #expect(Reading(markdown).html == "<p>\(html)</p>\n")
    }

    @Test("by the letter of CommonMark, they do not")
    func letterOfTheRule() {
        #expect(Reading("这是**“重点”**后", MarkdownOptions(extensions: false)).html == "<p>这是**“重点”**后</p>\n")
    }

    @Test(
        "a line end between Chinese characters leaves nothing, others stay",
        arguments: [
            ("为了继\n续变革，我们\n必须前进。", "为了继续变革，我们必须前进。"), ("他说：\n“好。”", "他说：“好。”"),
            ("共\n12件", "共\n12件"), ("见\n**附件**", "见<strong>附件</strong>"), ("ab\ncd", "ab\ncd"),
            ("한국\n어", "한국\n어"),
        ])
    func lineEnds(markdown: String, html: String) {
        let reading = Reading(markdown)
        #expect(reading.html == "<p>\(html)</p>\n")
        #expect(
            reading.document.plainText
                == reading.html.dropFirst(3).dropLast(5).replacing(/<[^>]*>/, with: "").replacing("\n", with: " "))
    }

    @Test("in the cell of a table and elsewhere a break is written as everybody writes it")
    func breaks() {
        let reading = Reading("| a |\n|---|\n| 甲<br>乙<BR />丙 |\n")
        #expect(reading.html.contains("<td>甲<br />乙<br />丙</td>"))
        #expect(reading.problems.isEmpty)
    }

    @Test(
        "what looks like Markdown and is none is told, with the way to write it",
        arguments: [
            ("##标题", "##", "## 标题", "## "), ("##\u{A0}标题", "##\u{A0}", "## 标题", "## "), ("＃ 标题", "＃ ", "# 标题", "# "),
            ("-无空格而且还很长的一项内容", "-", "- 无空格而且还很长的一…", "- "), ("• 一项", "• ", "- 一项", "- "),
            ("1.一项", "1.", "1. 一项", "1. "),
            ("｜地区｜数量｜", "｜地区｜数量｜", "|地区|数量|", "|地区|数量|"), ("|地区｜数量|", "|地区｜数量|", "|地区|数量|", "|地区|数量|"),
            ("见[附件]（a.pdf）。", "]（a.pdf）", "](a.pdf)", "](a.pdf)"),
            ("![图](会 议.jpg)", "](会 议.jpg)", "](<会 议.jpg>)", "](<会 议.jpg>)"),
            ("[附件](a.pdf）。", "](a.pdf）", "](a.pdf)", "](a.pdf)"),
            ("见［附件］（a.pdf）。", "［附件］（a.pdf）", "[附件](a.pdf)", "[附件](a.pdf)"),
            ("！[图](a.png)", "！[图](a.png)", "![图](a.png)", "![图](a.png)"),
            ("＞ 引用", "＞ ", "> 引用", "> "), ("＞＞引用", "＞＞", ">> 引用", ">> "), ("＋ 项", "＋ ", "- 项", "- "),
            ("＊　项", "＊　", "- 项", "- "), ("－ 项", "－ ", "- 项", "- "), ("·项", "·", "- 项", "- "), ("●项", "●", "- 项", "- "),
            ("１．项", "１．", "1. 项", "1. "), ("1、项", "1、", "1. 项", "1. "), ("１２、 项", "１２、 ", "12. 项", "12. "),
            ("１. 项", "１. ", "1. 项", "1. "), ("———", "———", "---", "---"), ("＊＊＊", "＊＊＊", "---", "---"),
        ])
    func almost(markdown: String, place: String, hint: String, fix: String) {
        let reading = Reading(markdown)
        #expect(reading.problems == ["almost-markdown: \(place)"])
        #expect(reading.diagnostics.map(\.hint?.description) == ["write ‘\(hint)’"])
        #expect(reading.diagnostics.map(\.fix) == [fix])
    }

    @Test(
        "where something else may be meant it is told and left as it is",
        arguments: [
            "－项", "＊项", "4、三级联动", "＞ 引用\n又一行", "> ＞ 引用", "他说：“如下。\n1、甲；\n2、乙。”", "正文\n2、乙",
            "见[附件] (https://a.cn/a.pdf)。",
        ])
    func uncertain(markdown: String) {
        let reading = Reading(markdown)
        #expect(reading.diagnostics.isEmpty == false && reading.diagnostics.allSatisfy { $0.fix == nil })
        #expect(reading.diagnostics.allSatisfy { $0.code.rawValue == "almost-markdown" })
    }

    @Test("a numbered paragraph becomes a list, full-width asterisks bind")
    func severalLines() {
        #expect(Reading("1、甲\n2、乙\n3、丙").diagnostics.map(\.fix) == ["1. ", "2. ", "3. "])
        #expect(Reading("见＊＊重点＊＊。").problems == ["almost-markdown: ＊＊", "almost-markdown: ＊＊"])
        #expect(Reading("——＊＊重点＊＊。").diagnostics.map(\.fix) == ["**", "**"])
        #expect(Reading("甲[^1]。\n\n[^1]：注").problems.last == "almost-markdown: ]：")
        #expect(Reading("由＊＊重点＊＊部门").diagnostics.map(\.fix) == [nil, nil])
    }

    @Test("rows of a table without a row of hyphens are told once")
    func rowsAlone() {
        let reading = Reading("如下：\n\n|甲|乙|\n|一|二|\n")
        #expect(reading.problems == ["almost-markdown: |甲|乙|"])
        #expect(
            reading.diagnostics.map(\.hint?.description) == [
                "put the row |---|---| under the first, so that a table begins"
            ])
        #expect(Reading("|甲|乙|\n|---|---|\n|一|二|\n").problems == [])
    }

    @Test("asterisks that bind nothing, cells that a table drops and texts that four spaces make code are told")
    func lost() {
        #expect(Reading("这是** 重点 **。").problems == ["almost-markdown: **", "almost-markdown: **"])
        #expect(Reading("| a | b |\n|---|---|\n| 1 | 2 | 37 |\n").problems == ["lost-cells: 37"])
        #expect(Reading("正文\n\n    四格缩进\n").problems == ["almost-markdown: 四格缩进"])
        #expect(Reading("__粗体__和__“引”__后").problems == ["almost-markdown: __", "almost-markdown: __"])
        #expect(Reading("`__甲__乙` a__b__c __甲__ 乙").problems == [])
        let table = "| 项目 | 结果 |\n|---|---|\n"
        #expect(Reading(table + "| `a|b` |\n| [楼|栋](p.md) |\n").problems == ["lost-cells: `a", "lost-cells: [楼"])
        #expect(Reading(table + "| `a\\|b` | ``a`b`` |\n| [甲][] `[` | \\` \\[ |\n").problems == [])
    }

    @Test(
        "what is meant as it stands is not",
        arguments: [
            "#话题#很热", "-5度", "- 项", "1.5倍", "3*4**5", "`**`", "\\*\\*甲", "甲｜乙", "[注]（见下）", "——说明", "[甲](a.md \"乙 丙\")",
            "|x|的值", "＞50%的", "－5度", "－－甲", "＊注：甲", "·5", "1、2、3号楼", "3、5月", "１．５倍", "110、119", "1、甲；2、乙；3、丙。",
            "12345、甲",
            "——张三", "甲\n———", "张＊＊", "138＊＊＊＊1234", "张＊＊、李＊＊、王＊＊", "好！[链接](a.md)", "[1]（GB/T9704）", "（[甲](a.md)）",
            "[1] (见下)", "甲[^1] (https://a.cn)\n\n[^1]: 乙", "(a[1] (https://a.cn", "见\\[附件\\] (https://a.cn)",
            "- [ ] (https://a.cn)", "- [x] (https://a.cn)", "`[甲] (https://a.cn)`",
            "一、项",
            "（1）项", "1）项", "① 项", "```\n##标题\n```",
            "    let x = 1\n",
        ])
    func meant(markdown: String) {
        #expect(Reading(markdown).problems.filter { !$0.hasSuffix("**") } == [])
    }
}

@Suite("An address in a text is a link")
struct AddressTests {
    @Test(
        "as far as the address goes",
        arguments: [
            ("见 https://www.gov.cn/a.htm，以及", "见 <a href=\"https://www.gov.cn/a.htm\">https://www.gov.cn/a.htm</a>，以及"),
            ("http://a.b c@d.e", "<a href=\"http://a.b\">http://a.b</a> c@d.e"),
            ("（https://a.b/c_(d)）", "（<a href=\"https://a.b/c_(d)\">https://a.b/c_(d)</a>）"),
            ("(https://a.b).", "(<a href=\"https://a.b\">https://a.b</a>)."),
            ("https://a.b?x=1&y=2的", "<a href=\"https://a.b?x=1&amp;y=2\">https://a.b?x=1&amp;y=2</a>的"),
            ("[https://a.b](https://c.d)", "<a href=\"https://c.d\">https://a.b</a>"), ("xhttps://a.b", "xhttps://a.b"),
            ("`https://a.b`", "<code>https://a.b</code>"), ("javascript://a.b", "javascript://a.b"),
            ("https://", "https://"),
        ])
    func links(markdown: String, html: String) {
        #expect(Reading(markdown).html == "<p>\(html)</p>\n")
    }

    @Test(
        "one that may go on in Chinese is told, with the way to write it",
        arguments: [
            ("见https://a.cn/中文，", "中文", "<https://a.cn/%E4%B8%AD%E6%96%87>"),
            ("https://a.cn/?q=中文&b=1。", "中文&b=1", "<https://a.cn/?q=%E4%B8%AD%E6%96%87&b=1>"),
            ("https://a.cn/2025年.pdf", "年.pdf", "<https://a.cn/2025%E5%B9%B4.pdf>"),
            ("https://经验.中国/a", "经验.中国/a", "<https://经验.中国/a>"),
        ])
    func chinese(markdown: String, rest: String, address: String) {
        let reading = Reading(markdown)
        #expect(reading.problems.map { $0.hasPrefix("almost-markdown: https://") && $0.hasSuffix(rest) } == [true])
        #expect(
            reading.diagnostics.map(\.hint?.description) == [
                "if it belongs to the address, write \(address); if not, put a space before it"
            ])
        #expect(reading.diagnostics.allSatisfy { $0.fix == nil })
        #expect(Reading(address).problems == [])
    }

    @Test(
        "and one that ends before Chinese is not",
        arguments: [
            "https://a.cn/a.htm的", "https://a.cn的首页", "https://a.cn/，中文", "https://a.cn/ 中文", "[甲](https://a.cn/中文)",
            "<https://a.cn/中文>", "`https://a.cn/中文`", "https://a.cn/a和https://a.cn/b",
            "[https://a.cn/中文](https://a.cn)",
        ])
    func ends(markdown: String) {
        #expect(Reading(markdown).problems == [])
    }

    @Test("two in a line are two")
    func two() {
        #expect(
            Reading("https://a.b、https://c.d。").html
                == "<p><a href=\"https://a.b\">https://a.b</a>、<a href=\"https://c.d\">https://c.d</a>。</p>\n")
    }
}
