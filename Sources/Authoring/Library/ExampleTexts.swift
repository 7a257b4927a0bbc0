/// The words of the example that a new library begins with. All of it is made up, and says so.
enum ExampleTexts {
    static let title = Phrase("我的经验库", "My practice library")
    static let description = Phrase(
        "这是一个新建的经验库，内容都是示例，请换成自己的。", "A new library of good practice. Everything in it is an example to be replaced.")
    static let homeBody = Phrase(
        "这里收录我们的做法和案例，每一句都注明出处。现在的内容是虚构的示例：照着它写出自己的，再把示例删掉。\n",
        """
        Here are our practices and cases, each with its source. What you see now is a made-up example: write your own
        after its pattern, then remove it.

        """)

    static let titles: [RecordForm.Kind: Phrase] = [
        .place: Phrase("示例市（示例，请替换）", "Example City (an example, to be replaced)"),
        .mechanism: Phrase("三方碰头会", "Joint meeting"),
        .topic: Phrase("小区维修", "Repairs on housing estates"),
        .practice: Phrase("每月三方碰头会（示例，请替换）", "A joint meeting every month (an example, to be replaced)"),
        .case: Phrase("屋顶漏水修好了（示例，请替换）", "A leaking roof is mended (an example, to be replaced)"),
    ]
    static let placeBody = Phrase(
        "虚构的地方，只为示例。正在做的是[每月三方碰头会](../practices/example-city/joint-meeting.md)。\n",
        """
        A made-up place, only an example. It holds [a joint meeting](../practices/example-city/joint-meeting.md) every
        month.

        """)
    static let mechanismBody = Phrase(
        "有关各方定期坐到一起，登记问题，当场定下由谁办理。\n",
        "Those concerned meet regularly, take problems down, and settle on the spot who sees to each.\n")
    static let topicBody = Phrase(
        "房屋和公用设施坏了没有人修，或者不知道该由谁修。\n",
        "Houses and shared facilities are broken, and nobody mends them or knows whose task it is.\n")

    static let problem = Phrase(
        "小区里的问题没有人认领，居民不知道该找谁", "Problems on the estate belong to nobody, and residents do not know whom to ask")
    static let summary = Phrase(
        "居委会、物业和业委会定期碰头，逐件定下由谁办理，办完向居民回话。",
        "The residents’ committee, the property company and the owners’ committee meet, settle who sees to what, and report back."
    )
    static let steps: [(text: Phrase, place: String)] = [
        (
            Phrase(
                "召集居委会、物业服务企业和业主委员会碰头",
                "Call the residents’ committee, the property company and the owners’ committee together"),
            "P2.S1"
        ),
        (Phrase("把问题逐件登记，指定办理单位", "Take each problem down and name who sees to it"), "P2.S2"),
        (Phrase("办完以后向居民回话", "Report back to the residents when it is done"), "P2.S2"),
    ]
    static let actor = Phrase("社区居委会", "The residents’ committee")
    static let actorRole = Phrase("召集碰头会", "calls the meeting")
    static let practiceBody = Phrase(
        """
        ## 做法

        示例市每月召集各方碰头，2025年共[12次](obs:example-meetings)。[出处](src:example#P2.S1)这段话是虚构的，请换成自己的。

        """,
        """
        ## What is done

        Example City calls everybody together each month, [12 times](obs:example-meetings) in 2025.
        [Source](src:example#P2) This is made up: put your own text here.

        """)

    static let caseProblem = Phrase("和平小区的屋顶漏水", "A roof on the Heping estate leaks")
    static let response = Phrase(
        "在碰头会上登记，由物业服务企业办理", "It is taken down at the meeting, and the property company sees to it")
    static let result = Phrase("屋顶修好，并向居民回话", "The roof is mended, and the residents are told")
    static let caseBody = Phrase(
        "经过写在这里：什么时候、谁提出来、怎样办理。这个案例是虚构的，请换成自己的。\n",
        "Tell here what happened: when, who raised it, how it was handled. This case is made up: put your own here.\n")

    static let metric = Phrase("开会次数", "Meetings held")
    static let definition = Phrase(
        "一年里开了多少次碰头会，是投入，不是结果", "How many joint meetings were held in a year: an input, not a result")
    static let unit = Phrase("次", "times")
    static let printed = Phrase("12次", "12 times")
    static let note = Phrase("示例，请替换", "an example, to be replaced")

    static let sourceTitle = Phrase("示例市三方碰头会情况（虚构的示例）", "On the joint meeting of Example City (a made-up example)")
    static let outlet = Phrase("示例市社区简报（虚构）", "Bulletin of Example City (made up)")
    static let document = Phrase(
        """
        示例市三方碰头会情况
        示例市的社区居委会每月召集物业服务企业和业主委员会碰头，2025年共开会12次。小区里没有人认领的问题，会上逐件登记，指定单位办理，办完向居民回话。
        和平小区居民反映屋顶漏水。会上登记后，由物业服务企业修好，并向居民回话。

        """,
        """
        On the joint meeting of Example City
        Every month the residents’ committee calls the property company and the owners’ committee together, 12 times in 2025. Problems that belong to nobody are taken down one by one, each is given to somebody, and the residents are told when it is done.
        Residents of the Heping estate report that a roof leaks. It is taken down at the meeting, mended by the property company, and the residents are told.

        """)

    static let settings = Phrase(
        """
        # 本库的设置。以 # 开头的行是说明；要用哪一项，就去掉它前面的 #。
        title: TITLE
        # 一两句话，给搜索引擎和分享预览用。
        description: DESCRIPTION
        # 语言，第一种是默认语言。要有英文版，写成 [zh-Hans, en]，再在每个 .md 旁边放一个 .en.md。
        languages: [zh-Hans]
        # 谁编的，印在页脚。
        # publisher: 某某编辑组
        # 发布在哪个网址；有了它才有网站地图。只用U盘就不必写。
        # base-url: https://practice.example
        # 网站写进哪个文件夹。
        # output: public
        # 是名称、号码，不是数字的数，检查时放过。
        # allowed-numbers: ["12345", "1+4+N"]
        # 正文里的 HTML 照样输出；只有信得过每一位作者才开。
        # raw-html: false

        """,
        """
        # The settings of this library. Lines that begin with # explain; remove the # to use one.
        title: TITLE
        # One or two sentences for search engines and previews.
        description: DESCRIPTION
        # The languages; the first is the default. For a Chinese version write [en, zh-Hans] and put a .zh-Hans.md
        # beside each .md.
        languages: [en]
        # Who answers for the site; stands at the foot of every page.
        # publisher: The editors
        # Where it will be published; without it there is no sitemap. Not needed for a USB stick.
        # base-url: https://practice.example
        # The folder that the site is written into.
        # output: public
        # Numbers that are names, not figures.
        # allowed-numbers: ["12345", "1+4+N"]
        # Passes HTML in texts through; only if you trust every author.
        # raw-html: false

        """)

    static let readme = Phrase(
        """
        # 我的经验库

            exemplar check --strict    检查全部文件
            exemplar build             把网站写进 public/，双击 public/index.html 打开

        | 文件夹 | 放什么 |
        |---|---|
        | `content/places/` | 地方 |
        | `content/practices/地方/` | 做法 |
        | `content/cases/地方/` | 案例 |
        | `content/mechanisms/`、`content/topics/` | 机制、问题和人群 |
        | `content/metrics/` | 指标和数字表 |
        | `content/plans/` | 年度任务和进度 |
        | `seeds/` | 来源记录：谁在哪里说的，每一段的指纹 |
        | `originals/` | 来源的原文件，只用来核对，不发布 |

        名字带 example 的都是虚构的示例。写好自己的以后，把它们和数字表里的示例行删掉；检查会告诉你哪里还提到它们。

        新建一条：`exemplar new practice 地方/标识 --title 标题`。从表格导入：`exemplar import 文件.csv --kind case --dry-run`。

        """,
        """
        # My practice library

            exemplar check --strict    check every file
            exemplar build             write the site into public/; open public/index.html by double-click

        | folder | what is in it |
        |---|---|
        | `content/places/` | places |
        | `content/practices/<place>/` | practices |
        | `content/cases/<place>/` | cases |
        | `content/mechanisms/`, `content/topics/` | mechanisms, problems and groups |
        | `content/metrics/` | metrics and tables of figures |
        | `content/plans/` | tasks of the year and how they stand |
        | `seeds/` | source records: who said what where, with a fingerprint for each paragraph |
        | `originals/` | the documents themselves, to check against; never published |

        Everything named example is made up. Once you have your own, remove it, and the example row of the figures;
        the check tells where it is still mentioned.

        A new record: `exemplar new practice place/slug --title Title`. From a spreadsheet: `exemplar import file.csv
        --kind case --dry-run`.

        """)
}
