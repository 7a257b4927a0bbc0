import Content

/// A question of the letter to the place. The kit asks the same ones, under the same numbers.
struct InquiryQuestion {
    /// The anchor of its check box and of its answer.
    var id: String
    /// As it stands before the question: `一、` or `1. `.
    var number = ""
    /// The item it asks for; nil where it asks for something else.
    var label: String?
    var text: String
}

let inquiryQuestionView = View<InquiryQuestion>(
    "inquiry question",
    [
        .text("id", "the anchor of its check box and of its answer") { question, _ in question.id },
        .text("number", "its number, as letters of the language print it") { question, _ in question.number },
        .text("label", "the item it asks for; absent where it asks for something else") { question, _ in question.label
        },
        .text("question", "what to ask the place") { question, _ in question.text },
    ])

/// What can be asked of any practice, in the words of a language, and how questions are numbered there.
struct InquiryWords: Sendable {
    fileprivate let strings: Strings
    /// A question for each item.
    private let questions: [PracticeItem: InquiryQuestion]
    /// The numbers of as many questions as most letters have.
    private let numbers: [String]

    init(_ strings: Strings) {
        self.strings = strings
        let questions = PracticeItem.allCases.map { item in
            InquiryQuestion(id: "ask-\(item.rawValue)", label: strings[.item, item], text: strings[.ask, item])
        }
        self.questions = Dictionary(uniqueKeysWithValues: zip(PracticeItem.allCases, questions))
        numbers = (1...24).map { Self.number($0, strings) }
    }

    fileprivate func question(_ item: PracticeItem) -> InquiryQuestion? { questions[item] }

    fileprivate func number(_ number: Int) -> String {
        numbers.indices.contains(number - 1) ? numbers[number - 1] : Self.number(number, strings)
    }

    private static func number(_ number: Int, _ strings: Strings) -> String {
        let digits = strings.language.hasPrefix("zh") ? chineseNumber(number) : String(number)
        return strings.format(.letterNumber, ["number": digits])
    }
}

extension Site {
    /// What to ask the place about a practice: the questions that were written for it, then those of the items that
    /// nobody tells. Of a proposal it is asked first whether it was carried out; the rest hangs on the answer.
    func inquiry(about practice: PracticeRef, language: Int) -> [InquiryQuestion] {
        let words = inquiryWords[language]
        let strings = words.strings
        var questions = practice.questions.map { question in
            InquiryQuestion(
                id: "ask-\(question.number)", label: question.question.item.map { strings[.item, $0] },
                text: question.question.text[language])
        }
        let asked = practice.record.questions.map(\.item)
        let open = practice.unknownItems.filter { !asked.contains($0) }
        if practice.isProposed {
            questions.insert(InquiryQuestion(id: "ask-done", text: strings[.letterAskDone]), at: 0)
            let items = open.map { strings[.item, $0] }.joined(separator: strings[.enumerationSeparator])
            if !open.isEmpty {
                questions.append(
                    InquiryQuestion(id: "ask-rest", text: strings.format(.letterAskRest, ["items": items])))
            }
        } else {
            questions += open.compactMap { words.question($0) }
        }
        for index in questions.indices { questions[index].number = words.number(index + 1) }
        return questions
    }
}

/// A number from 1 to 99 in Chinese characters.
func chineseNumber(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10 % 10, number % 10)
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
}

/// The letter of inquiry about a practice. It states nothing but what the library records.
func letterFields() -> [ViewField<PracticeRef>] {
    [
        .list("inquiry", of: inquiryQuestionView, "what to ask the place, as the letter numbers it") {
            practice, page in page.site.inquiry(about: practice, language: page.language)
        },
        .text("letter-title", "the title of the letter") { practice, page in
            page.letter(practice.isProposed ? .letterTitleProposed : .letterTitle, practice)
        },
        .text("letter-opening", "its first paragraph") { practice, page in
            page.letter(practice.isProposed ? .letterOpeningProposed : .letterOpening, practice)
        },
        .list("leads", of: leadView, "who speaks of the practice: the first to ask, where nobody is named") {
            practice, _ in practice.leads
        },
        .list("contacts", of: statementView, "whom to ask, where it is recorded") { practice, _ in
            practice.statements(of: .contact)
        },
    ]
}

extension PageContext {
    fileprivate func letter(_ phrase: Phrase, _ practice: PracticeRef) -> String {
        let title = title(of: practice)
        return strings.format(
            phrase,
            [
                // A title of two parts is called by the first.
                "name": title.split(separator: strings[.colon]).first.map(String.init) ?? title, "practice": title,
                "place": practice.place?.record.header.title[language] ?? "",
                "library": library.configuration.title[language], "basis": basis(of: practice),
            ])
    }

    /// Who tells of the practice and where; nothing where no source names anybody.
    private func basis(of practice: PracticeRef) -> String {
        let (speakers, sources) = (practice.leads, practice.citedSources)
        guard !speakers.isEmpty, !sources.isEmpty else { return "" }
        return strings.format(
            practice.isProposed ? .letterBasisProposed : .letterBasis,
            [
                "speakers": speakers.map { strings.cited($0, in: language) }.joined(separator: strings[.listSeparator]),
                "sources": sources.map { strings.cited($0.record, in: language) }
                    .joined(separator: strings[.listSeparator]),
            ])
    }
}

/// What the page is called that leads from reading to doing: of a proposal, one only talks.
func kitNameFields() -> [ViewField<PracticeRef>] {
    [
        .text("kit-name", "its kit in a word; of a proposal, what to talk over") { practice, page in
            page.strings[practice.isProposed ? .outline : .kit]
        },
        .text("kit-label", "the words of the link to its kit") { practice, page in
            page.strings[practice.isProposed ? .toOutline : .toKit]
        },
    ]
}
