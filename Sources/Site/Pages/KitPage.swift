import Content
import Diagnostics

extension PageName { static let kit = PageName("kit") }

extension PageKind {
    /// What one needs on Monday to do a practice elsewhere, to fill in; of a proposal, questions to talk over.
    static let kit = PageKind(
        .kit, of: { PracticeRef($0, $1) },
        pages: { shared in
            shared.practices.filter(\.isListed).map { practice in
                let header = practice.record.header
                return PageSeed(
                    index: practice.index, path: path(ofPractice: header.id),
                    origin: (.kitOf(header.title[0]), header.titleSpan), isDraft: header.status == .draft)
            }
        },
        title: { practice, page in
            page.strings.format(practice.isProposed ? .outlineTitle : .kitTitle, ["title": page.title(of: practice)])
        },
        description: { practice, page in
            page.strings.format(
                practice.isProposed ? .descriptionOutline : .descriptionKit, ["title": page.title(of: practice)])
        },
        trail: { practice, _ in
            [PageID(.home), PageID(.practices)] + [practice.place.map { PageID($0.id) }].compactMap(\.self)
                + [PageID(practice.id)]
        },
        styles: { _ in StyleSheet.process + ["kit.css"] }, scripts: ["kit.js"], schemaType: .article,
        menu: .below(.practices), view: kitView)

    private static func path(ofPractice id: String) -> String { "kits/\(id).html" }

    /// Where the kit of a practice was while the practice had this path; nil for a path that none has.
    static func kitPath(besidePractice path: String) -> String? {
        guard path.hasPrefix("practices/"), path.hasSuffix(".html") else { return nil }
        return Self.path(ofPractice: String(path.dropFirst("practices/".count).dropLast(".html".count)))
    }

    private static let kitView = View<PracticeRef>(
        "kit", pageFields(),
        [
            .text("practice", "the practice") { practice, page in page.title(of: practice) },
            .text("practice-href", "its page") { practice, page in page.href(practice.id) },
            .text("key", "the id of the practice") { practice, _ in practice.record.header.id },
        ],
        kitNameFields(),
        placeView.fields { practice, _ in practice.place },
        [
            .text("summary", "one or two sentences") { practice, page in practice.record.summary?[page.language] },
            .flag("is-proposed", "whether it is only proposed") { practice, _ in practice.isProposed },
        ],
        evidenceFields(),
        [
            .object("problem", of: statementView, "why it was set up") { practice, _ in practice.record.problem },
            .list("fit", of: fitGroupView, "for whom") { practice, page in page.fit(of: practice) },
            .list("prerequisites", of: attributionView, "what it relies on") { practice, page in
                practice.record.assets.map { AttributedWord($0, .asset, page) }
            },
            .list("actors", of: kitActorView, "who takes part") { practice, _ in
                practice.record.actors.enumerated().map { KitActor(id: "who-\($0 + 1)", actor: $1) }
            },
        ],
        stepsFields(), processFields(),
        [
            .list("steps", of: tickedStepView, "the steps, or what is done in no order") { practice, page in
                practice.steps(page)
            },
            .list("logic", of: statementView, "why it works") { practice, _ in practice.statements(of: .logic) },
            items("conditions", [.where, .when, .fit], "where, when, under what conditions"),
            items("resources", [.materials, .staff, .cost], "materials, staff, cost"),
            items("adaptation", [.logic, .changes], "why it works, and what was changed"),
            items("risks", [.risks], "risks"),
            items("monitoring", [.monitoring, .baseline], "how to watch it"),
        ],
        [
            .list("went-wrong", of: statementView, "what went wrong in its cases") { practice, _ in
                practice.cases.flatMap(\.record.wentWrong)
            },
            .list("metric-groups", of: kitMetricGroupView, "the metrics to collect, results first") { practice, _ in
                practice.metricGroups
            },
            .list("spare-rows", of: spareRowView, "empty rows of the table of tasks") { _, _ in Array(1...2) },
            .text("checked", "when an editor last compared the practice with its sources") { practice, page in
                practice.record.header.reviewed.map { page.strings.date($0) }
            },
            .list("downloads", of: carriedFileView, "the kit for people's own tools") { practice, page in
                KitFile.files(of: practice).map { CarriedFile($0, of: practice, on: page) }
            },
        ],
        letterFields())

    /// What nobody tells is a question of the letter.
    private static func items(_ name: String, _ items: [PracticeItem], _ meaning: String) -> ViewField<PracticeRef> {
        .list(name, of: itemView, meaning + ": those of which somebody tells something") { practice, _ in
            practice.items(items).filter { $0.state != .unknown }
        }
    }
}

/// A word of a fixed list that is said of a practice.
private struct AttributedWord {
    var key: String
    var label: String
    var origin: Origin

    init<Word>(_ attribution: Attribution<Word>, _ family: PhraseFamily, _ page: PageContext) {
        key = family.key(attribution.word.rawValue)
        label = page.strings[family, attribution.word]
        origin = attribution.origin
    }
}

private let attributionView = View<AttributedWord>(
    "attribution",
    [
        .text("id", "the anchor of its check box") { word, _ in word.key },
        .text("label", "the word") { word, _ in word.label },
        .html("marks", "the marks of its citations") { word, page, output in
            page.write(marks: word.origin.locators, to: &output)
        },
    ], originFields { $0.origin })

/// A question of fit, with who says so, or that the source does not say.
private struct FitGroup {
    var title: Phrase
    var words: [AttributedWord]
}

private let fitGroupView = View<FitGroup>(
    "fit group",
    [
        .text("title", "the question") { group, page in page.strings[group.title] },
        .list("words", of: attributionView, "the answers; none where no source says") { group, _ in group.words },
    ])

private let tickedStepView = View<StepText>(
    "ticked step", stepView.fields, [.text("id", "the anchor of its check box") { step, _ in step.id }])

/// Somebody who takes part there, beside whom stands who does it here.
private struct KitActor {
    var id: String
    var actor: Actor
}

private let kitActorView = View<KitActor>(
    "kit actor", actorView.fields { actor, _ in actor.actor },
    [.text("id", "the anchor of its field") { actor, _ in actor.id }])

/// Metrics of a practice whose figures stand for the same, to collect here.
private struct KitMetricGroup {
    var role: ObservationRole
    var metrics: [MetricRef]
    /// Rows for results of one's own, where no source tells any.
    var ownRows: [Int]
}

extension Ref where Record == Practice {
    /// What came of it is asked first, whether or not a source tells it: units and work done are no results.
    fileprivate var metricGroups: [KitMetricGroup] {
        let roles = [.result] + ObservationRole.allCases.filter { $0 != .result }
        return roles.compactMap { role in
            let metrics = metrics.filter { $0.role == role }
            let group = KitMetricGroup(
                role: role, metrics: metrics, ownRows: role == .result && metrics.isEmpty ? [1, 2] : [])
            return group.metrics.isEmpty && group.ownRows.isEmpty ? nil : group
        }
    }
}

private let kitMetricGroupView = View<KitMetricGroup>(
    "kit metric group",
    [
        .text("title", "what the figures stand for") { group, page in page.strings[.figures, group.role] },
        .text("intro", "what that means; or that no source tells a result") { group, page in
            group.metrics.isEmpty ? page.strings[.kitNoResults] : page.strings[explained: .figures, group.role]
        },
        .list("metrics", of: kitMetricView, "the metrics") { group, _ in group.metrics },
        .list("own-rows", of: ownMetricView, "rows for results that people choose themselves") { group, _ in
            group.ownRows
        },
    ])

private let ownMetricView = View<Int>(
    "own metric", [.text("id", "the anchor of its fields") { number, _ in "metric-\(number)" }])

private let kitMetricView = View<MetricRef>(
    "kit metric",
    linkFields(title: { $0.record.name[$1.language] }, href: { $1.href(PageID(.metric, $0.index)) }),
    [
        .text("id", "its id, the anchor of its fields") { metric, _ in metric.record.id },
        .text("definition", "what is counted") { metric, page in metric.record.definition[page.language] },
        .text("unit", "the unit") { metric, page in metric.record.unit?[page.language] },
    ])

let questionView = View<QuestionOfPractice>(
    "question",
    [
        .text("id", "the anchor of its check box") { question, _ in "ask-\(question.number)" },
        .text("label", "the item it asks for; absent where it asks for something else") { question, page in
            question.question.item.map { page.strings[.item, $0] }
        },
        .text("question", "what to ask the place") { question, page in question.question.text[page.language] },
    ])

/// A question that is written for a practice, and its number.
struct QuestionOfPractice {
    var question: Question
    var number: Int
}

extension Ref where Record == Practice {
    var questions: [QuestionOfPractice] {
        record.questions.enumerated().map { QuestionOfPractice(question: $1, number: $0 + 1) }
    }
}

private let spareRowView = View<Int>(
    "spare row", [.text("id", "the anchor of its fields") { number, _ in "task-\(number)" }])

extension PageContext {
    fileprivate func fit(of practice: PracticeRef) -> [FitGroup] {
        [
            FitGroup(title: .fitLevels, words: practice.record.levels.map { AttributedWord($0, .level, self) }),
            FitGroup(
                title: .fitCommunities,
                words: practice.record.communities.map { AttributedWord($0, .community, self) }),
        ]
    }
}
