import Content

let statementView = View<Statement>(
    "statement",
    [
        .html("html", "the sentence with the marks of its citations") { statement, page, output in
            page.write(statement, to: &output)
        }
    ], originFields())

/// Who vouches for something, and how the editor comes to it.
func originFields<Subject>(_ origin: @escaping @Sendable (Subject) -> Origin?) -> [ViewField<Subject>] {
    [
        .text("state", "stated, inferred or added") { subject, _ in origin(subject)?.state.rawValue },
        .text("editor-label", "that the editor concludes or adds it; absent where a source says so") { subject, page in
            origin(subject).flatMap { $0.state == .stated ? nil : page.strings[.state, $0.state] }
        },
        .text("reason", "why the editor concludes it") { subject, page in origin(subject)?.reason?[page.language] },
    ]
}

func originFields<Entry: Attested>() -> [ViewField<Entry>] { originFields { $0.origin } }

/// A step of a practice or of a block, in the language of a page.
struct StepText {
    enum Text {
        case statement(Statement)
        case plain(String)
    }

    var text: Text
    /// Nil in a block: its text has no other author.
    var origin: Origin?
    var by: String?
    var needs: String?
    var gives: String?
    var takes: String?
    /// The anchor of its check box.
    var id = ""

    init(_ step: BlockStep) {
        text = .plain(step.text)
        (by, needs, gives, takes) = (step.by, step.needs, step.gives, step.takes)
    }

    /// - Parameter actors: who does it.
    init(_ step: Step, by actors: [Actor], _ page: PageContext, number: Int = 0) {
        let language = page.language
        (text, origin) = (.statement(step.statement), step.origin)
        (needs, gives, takes) = (step.needs?[language], step.gives?[language], step.takes?[language])
        if !actors.isEmpty {
            by = actors.map(page.markedName).joined(separator: page.strings[.enumerationSeparator])
        }
        id = "step-\(number)"
    }
}

let stepView = View<StepText>(
    "step",
    [
        .html("html", "what is done") { step, page, output in
            switch step.text {
            case .statement(let statement): page.write(statement, to: &output)
            case .plain(let text): output.write(text)
            }
        },
        .text("by", "who does it") { step, _ in step.by },
        .text("needs", "what it takes") { step, _ in step.needs },
        .text("gives", "what comes of it") { step, _ in step.gives },
        .text("takes", "how long it takes") { step, _ in step.takes },
    ], originFields { $0.origin })

extension Ref where Record == Practice {
    /// Its steps with those who do them.
    func steps(_ page: PageContext) -> [StepText] {
        record.steps.enumerated().map { StepText($1, by: actors(of: $1), page, number: $0 + 1) }
    }
}

/// How the steps of a practice are told.
func stepsFields() -> [ViewField<PracticeRef>] {
    [
        .flag("is-ordered", "whether the steps follow each other") { practice, _ in practice.record.areStepsOrdered },
        .text("steps-title", "the heading: steps, or what is done in no order") { practice, page in
            page.strings[practice.record.stepsTitle]
        },
    ]
}

extension Practice {
    var stepsTitle: Phrase { areStepsOrdered ? .steps : .stepsUnordered }
}

let actorView = View<Actor>(
    "actor",
    [
        .text("name", "who") { actor, page in actor.name[page.language] },
        .text("role", "what they do") { actor, page in actor.role?[page.language] },
        .text("level", "their level, in words; absent where the name says no more") { actor, page in
            page.levelName(of: actor)
        },
        .html("marks", "the marks of its citations") { actor, page, output in
            page.write(marks: actor.locators, to: &output)
        },
    ], originFields())

extension Strings {
    /// A text that stands by itself, as in a drawing, with the mark of what no source says.
    func marked(_ text: String, _ state: ItemState) -> String {
        state == .stated ? text : text + self[.parenthesisOpen] + self[.state, state] + self[.parenthesisClose]
    }
}

extension PageContext {
    /// Who takes part, where nothing beside the name says whether a source says so.
    func markedName(of actor: Actor) -> String { strings.marked(actor.name[language], actor.state) }

    /// The level of somebody who takes part; nil where their name is nothing but the level.
    func levelName(of actor: Actor) -> String? {
        guard let level = actor.level else { return nil }
        let isSame = actor.name[language].lowercased() == strings[.level, level].lowercased()
        return isSame ? nil : strings[.level, level]
    }

    /// What an entry says: who it is of, then the rest.
    func told(_ texts: [String], named isNamed: Bool) -> String {
        let rest = texts.dropFirst(isNamed ? 1 : 0).joined(separator: strings[.partSeparator])
        guard isNamed, let name = texts.first else { return rest }
        return rest.isEmpty ? name : name + strings[.colon] + rest
    }
}

/// Somebody to ask first, where nobody is named.
let leadView = View<Source.Speaker>(
    "lead",
    [
        .text("name", "who") { speaker, page in speaker.name[page.language] },
        .text("role", "the office as printed") { speaker, page in speaker.role[page.language] },
    ])

/// One of the seventeen items of a practice.
struct ItemOfPractice {
    var item: PracticeItem
    var practice: PracticeRef

    var state: ItemState { practice.state(of: item) }

    /// That there is nothing, where a source says so or the editor looked for it.
    var absent: Attribution<PracticeItem>? { practice.absent(item) }

    var question: Question? { practice.record.questions.first { $0.item == item } }
}

extension Ref where Record == Practice {
    func items(_ items: [PracticeItem]) -> [ItemOfPractice] {
        items.map { ItemOfPractice(item: $0, practice: self) }
    }
}

/// Items that a page tells in sections of its own have only their state here.
let itemView = View<ItemOfPractice>(
    "item",
    [
        .text("name", "the item, such as cost") { item, _ in item.item.rawValue },
        .text("label", "the item in words") { item, page in page.strings[.item, item.item] },
        .text("state", "stated, inferred, added or unknown") { item, _ in item.state.rawValue },
        .text("state-label", "the state in words") { item, page in page.strings[.state, item.state] },
        .text("question", "what to ask the place where nobody says") { item, page in
            item.question?.text[page.language] ?? page.strings[.ask, item.item]
        },
        .flag("is-unknown", "whether nobody says") { item, _ in item.state == .unknown },
        .text("absence", "where nothing stands: that the source says so, does not tell, or is not recorded") {
            item, page in page.absence(of: item)
        },
        .html("marks", "the marks of what says that there is nothing") { item, page, output in
            page.write(marks: item.absent?.locators ?? [], to: &output)
        },
        .text("reason", "why the editor concludes that there is nothing") { item, page in
            item.absent?.origin.reason?[page.language]
        },
        .list("leads", of: leadView, "for the contact: who speaks of the practice") { item, _ in
            item.item == .contact ? item.practice.leads : []
        },
        .list("statements", of: statementView, "what is said") { item, _ in
            item.practice.statements(of: item.item)
        },
    ])

let adoptionView = View<AdoptionRef>("adoption", adoptionFields(namesPractice: false))

/// Where the page is not about the practice, its name stands with it.
let adoptionOfPracticeView = View<AdoptionRef>("adoption", adoptionFields(namesPractice: true))

private func adoptionFields(namesPractice: Bool) -> [ViewField<AdoptionRef>] {
    [
        .text("id", "the anchor") { adoption, _ in "adoption." + adoption.record.id },
        .text("adopter", "who took the practice over") { adoption, page in page.adopter(adoption) },
        .text("adopter-href", "the page of the adopter, if it has one") { adoption, page in
            adoption.place.map { page.href($0.id) }
        },
        .text("practice", "the practice, where the page is not about it") { adoption, page in
            namesPractice ? adoption.practice.map { page.title(of: $0) } : nil
        },
        .text("practice-href", "its page") { adoption, page in
            namesPractice ? adoption.practice.map { page.href($0.id) } : nil
        },
        .text("date", "when; absent where the source does not say") { adoption, page in
            adoption.record.date.map { page.strings.date($0) }
        },
        .list("kept", of: statementView, "what they kept") { adoption, _ in adoption.record.kept },
        .list("changed", of: statementView, "what they changed") { adoption, _ in adoption.record.changed },
        .list("why", of: statementView, "why") { adoption, _ in adoption.record.why },
        .list("result", of: statementView, "what came of it") { adoption, _ in adoption.record.result },
        .html("body", "the text of the record") { adoption, page, output in
            page.write(body: adoption.record.body, to: &output)
        },
        .html("marks", "the marks of its citations") { adoption, page, output in
            page.write(marks: adoption.record.locators, to: &output)
        },
    ]
}

extension PageContext {
    /// Nil where something stands under the item.
    func absence(of item: ItemOfPractice) -> String? {
        let absence = item.practice.absence(of: item.item)
        guard item.state == .unknown || absence == .none || absence == .inferred else { return nil }
        // What is said of results in words stands in the text; the item is about figures.
        return item.item == .results && absence == .untold ? strings[.noResultFigure] : strings[.absence, absence]
    }

    /// Who took a practice over: the name of the place, or what the record says.
    func adopter(_ adoption: AdoptionRef) -> String {
        adoption.place?.record.header.title[language] ?? adoption.record.adopter[language]
    }
}

/// A place that names a topic without reporting or proposing a practice for it.
struct MentionOfTopic {
    var topic: TopicRef
    var mention: Mention
}

extension Ref where Record == Topic {
    var mentions: [MentionOfTopic] { record.mentions.map { MentionOfTopic(topic: self, mention: $0) } }
}

let mentionView = View<MentionOfTopic>(
    "mention",
    statementView.fields { mention, _ in mention.mention.statement },
    [
        .text("topic", "the id of the topic") { mention, _ in mention.topic.record.header.id },
        .text("topic-title", "the topic") { mention, page in mention.topic.record.header.title[page.language] },
        .text("topic-href", "its page") { mention, page in page.href(mention.topic.id) },
    ],
    placeView.fields { mention, page in
        page.library.index.places[mention.mention.place.id].map { PlaceRef(page.site.shared, $0) }
    })
