import Content
import Markdown

/// An interface text that the program asks for by itself. What is not listed here cannot be asked for, so the keys
/// that `templates/strings/` must have are known from the code; templates add those they print.
enum Phrase: String, CaseIterable, Sendable {
    case actors, colon, date, figures, home, kit, metric, months, outline, paragraph, period, problem, proposal,
        sentence, spoken, steps, unit
    case adoptionsDiagram = "adoptions-diagram"
    case adoptionsDiagramExplained = "adoptions-diagram-explained"
    case boundsBetween = "bounds-between"
    case boundsFrom = "bounds-from"
    case boundsNone = "bounds-none"
    case boundsRounded = "bounds-rounded"
    case boundsTo = "bounds-to"
    case casesTitle = "cases-title"
    case chartApproximate = "chart-approximate"
    case chartAtLeast = "chart-at-least"
    case chartAtMost = "chart-at-most"
    case chartBetween = "chart-between"
    case chartOverTime = "chart-over-time"
    case chartTarget = "chart-target"
    case chartTitle = "chart-title"
    case compareMore = "compare-more"
    case comparisonTitle = "comparison-title"
    case correctionsTitle = "corrections-title"
    case countCases = "count-cases"
    case countFigures = "count-figures"
    case countPractices = "count-practices"
    case countProposals = "count-proposals"
    case countRows = "count-rows"
    case countSentences = "count-sentences"
    case dataList = "data-list"
    case dataRequired = "data-required"
    case dataUnique = "data-unique"
    case dateNotPrinted = "date-not-printed"
    case descriptionKit = "description-kit"
    case descriptionOutline = "description-outline"
    case contactFirst = "contact-first"
    case draftTitle = "draft-title"
    case enumerationSeparator = "enumeration-separator"
    case evidenceMissing = "evidence-missing"
    case evidenceNext = "evidence-next"
    case homeAll = "home-all"
    case homeMechanisms = "home-mechanisms"
    case homeMoreSteps = "home-more-steps"
    case homeQuestion = "home-question"
    case homeUnverified = "home-unverified"
    case homeVerified = "home-verified"
    case glossaryTitle = "glossary-title"
    case adoptionWithResult = "adoption-with-result"
    case adoptionWithoutResult = "adoption-without-result"
    case fitLevels = "fit-levels"
    case fitCommunities = "fit-communities"
    case kitBy = "kit-by"
    case kitEnd = "kit-end"
    case kitMiddle = "kit-middle"
    case kitNoResults = "kit-no-results"
    case kitNote = "kit-note"
    case kitNumber = "kit-number"
    case kitPrerequisites = "kit-prerequisites"
    case kitSources = "kit-sources"
    case kitProgress = "kit-progress"
    case kitQuestions = "kit-questions"
    case kitStart = "kit-start"
    case kitTask = "kit-task"
    case kitTitle = "kit-title"
    case kitUs = "kit-us"
    case kitWhen = "kit-when"
    case languageName = "language-name"
    case letterAskDone = "letter-ask-done"
    case letterAskRest = "letter-ask-rest"
    case letterBasis = "letter-basis"
    case letterBasisProposed = "letter-basis-proposed"
    case letterNumber = "letter-number"
    case letterOpening = "letter-opening"
    case letterOpeningProposed = "letter-opening-proposed"
    case letterTitle = "letter-title"
    case letterTitleProposed = "letter-title-proposed"
    case listSeparator = "list-separator"
    case matrixNone = "matrix-none"
    case matrixReach = "matrix-reach"
    case moreFigures = "more-figures"
    case moreTakers = "more-takers"
    case noFigures = "no-figures"
    case noResultFigure = "no-result-figure"
    case noteMark = "note-mark"
    case notReported = "not-reported"
    case outlineTitle = "outline-title"
    case packName = "pack-name"
    case packUpdateNote = "pack-update-note"
    case partSeparator = "part-separator"
    case parenthesisClose = "parenthesis-close"
    case parenthesisOpen = "parenthesis-open"
    case periodBetween = "period-between"
    case periodFrom = "period-from"
    case periodMonth = "period-month"
    case periodQuarter = "period-quarter"
    case periodUnknown = "period-unknown"
    case periodUnstated = "period-unstated"
    case optionMoreResults = "option-more-results"
    case partLabel = "part-label"
    case partTitle = "part-title"
    case periodUntil = "period-until"
    case periodYear = "period-year"
    case placeLead = "place-lead"
    case portraitMore = "portrait-more"
    case practiceListTitle = "practice-list-title"
    case previewErrors = "preview-errors"
    case outletInferred = "outlet-inferred"
    case previewLoose = "preview-loose"
    case previewMissing = "preview-missing"
    case previewMore = "preview-more"
    case previewOverdue = "preview-overdue"
    case previewStale = "preview-stale"
    case previewUnfinished = "preview-unfinished"
    case previewUntranslated = "preview-untranslated"
    case previewWarnings = "preview-warnings"
    case printAbout = "print-about"
    case processDescription = "process-description"
    case processOrdered = "process-ordered"
    case processTitle = "process-title"
    case processUnnamed = "process-unnamed"
    case processUnordered = "process-unordered"
    case reasonClose = "reason-close"
    case reasonOpen = "reason-open"
    case redirectTitle = "redirect-title"
    case reportProblems = "report-problems"
    case reviewOverdue = "review-overdue"
    case separatorReason = "separator-reason"
    case sourceCited = "source-cited"
    case sourceRecord = "source-record"
    case speakerCited = "speaker-cited"
    case stepBy = "step-by"
    case stepGives = "step-gives"
    case stepNeeds = "step-needs"
    case stepTakes = "step-takes"
    case stepsUnordered = "steps-unordered"
    case takerCount = "taker-count"
    case toKit = "to-kit"
    case toOutline = "to-outline"
    case usedParagraphs = "used-paragraphs"
    case verifyTitle = "verify-title"
    case wordJudged = "word-judged"
    case yearInferred = "year-inferred"
}

/// Interface texts for the words of a list: `level-city`, `level-street` and so on.
enum PhraseFamily: String, CaseIterable, Sendable {
    case absence, apart, ask, asset, callout, caution, column, community, direction, evidence, figures, gap, imprint,
        item, level, menu
    case matrix, modality, op, outline, qualifier, question, rights, role, search, stage, state, status, table, use,
        verdict
    case dataType = "data-type"
    case evidenceMeaning = "evidence-meaning"
    case evidenceLacks = "evidence-lacks"
    case facetTitle = "facet-title"
    case kitFile = "kit-file"
    case kitName = "kit-name"
    case mechanismKind = "mechanism-kind"
    case metricKind = "metric-kind"
    case previewNeed = "preview-need"
    case recordStatus = "record-status"
    case searchFacet = "search-facet"
    case searchKind = "search-kind"
    case tableAbout = "table-about"
    case topicKind = "topic-kind"

    func key(_ word: String) -> String { "\(rawValue)-\(word)" }

    /// A sentence that says more than the word does.
    func explanationKey(_ word: String) -> String { "\(rawValue)-\(word)-explained" }

    /// Every key of the family.
    var keys: [String] {
        words.map(key) + (isExplained ? words.map(explanationKey) : [])
    }

    private var isExplained: Bool { [.figures, .matrix, .verdict].contains(self) }

    private var words: [String] {
        func all<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> [String] {
            Word.allCases.map(\.rawValue)
        }
        return switch self {
        case .absence: all(Absence.self)
        case .apart: all(Incomparability.self)
        case .ask, .item: all(PracticeItem.self)
        case .asset: all(Asset.self)
        case .callout: all(CalloutKind.self)
        case .caution: all(Caution.self)
        case .column: DataTable.meanings.map(\.rawValue)
        case .community: all(CommunityType.self)
        case .dataType: all(DataField.Kind.self)
        case .direction: all(MetricDirection.self)
        case .evidence, .evidenceMeaning: EvidenceLevel.allCases.map(\.name)
        case .evidenceLacks: EvidenceLevel.allCases.dropFirst().map(\.name)
        case .facetTitle, .question: ["level", "community", "asset"]
        case .figures, .role: all(ObservationRole.self)
        case .gap: all(EvidenceGap.self)
        case .imprint: all(ImprintLine.Name.self)
        case .kitFile, .kitName: all(KitFile.self)
        case .level: all(Level.self)
        case .menu: all(MenuSection.self)
        case .matrix: all(MatrixState.self)
        case .outline: all(OutlinePrompt.self)
        case .mechanismKind: all(MechanismKind.self)
        case .metricKind: all(MetricKind.self)
        case .modality: all(Modality.self)
        case .op: all(TaskOperator.self)
        case .previewNeed: all(RecordState.Need.self)
        case .qualifier: all(Qualifier.self)
        case .recordStatus: all(Status.self)
        case .rights: all(Rights.self)
        case .search: SearchWords.keys
        case .searchFacet: SearchFacetName.allCases.map(\.rawValue)
        case .searchKind: PageKind.soughtNames.map(\.text)
        case .stage: all(TaskStage.self)
        case .state: all(ItemState.self)
        case .status: all(CheckpointStatus.self)
        case .table, .tableAbout: all(DataTable.Name.self)
        case .topicKind: all(TopicKind.self)
        case .use: SourceUse.kinds
        case .verdict: all(TaskVerdict.self)
        }
    }
}
