import Content
import Diagnostics
import Office
import Text

/// Reads a list item by item.
struct ListReader {
    private let task: ListImport
    private let list: PrintedList
    private let source: CitedSource
    private var document: SourceDocument
    /// The paragraphs without what people can be reached by.
    private var texts: [String] = []
    private var leftOut: [Int: [PersonalData.Kind: Int]] = [:]
    /// The paragraphs as lines, in which problems are shown, and where each stands there.
    private(set) var file: SourceTree.File
    private var places: [Range<Int>] = []
    var plan = SpreadsheetImport.Plan(diagnostics: [])
    private var ids: RecordIDs

    private var library: LibraryNames { task.library }

    init(_ task: ListImport, _ list: PrintedList, path: String) {
        (self.task, self.list) = (task, list)
        ids = RecordIDs(kind: .practice, explicit: [], readings: task.library.readings)
        source = CitedSource(task.submission, in: task.library, names: [])
        document = SourceDocument(name: task.submission.name, bytes: task.submission.bytes, paragraphs: [])
        file = SourceTree.File(path: path, bytes: [])
        document.sections = list.sections
        let personal = PersonalDataRemoval()
        for (index, paragraph) in list.paragraphs.enumerated() {
            let (text, found) = personal.removed(from: trimmed(paragraph.text), isContact: false)
            if !found.isEmpty { leftOut[paragraph.number] = found }
            texts.append(text)
            document.paragraphs.append(
                .init(
                    number: paragraph.number, section: list.sectionOf[index],
                    kind: list.headings.contains(index) ? "heading" : "text", text: text))
            places.append(file.bytes.count..<file.bytes.count + paragraph.text.utf8.count)
            file.bytes += Array((paragraph.text + "\n").utf8)
            file.lineNames.append("P\(paragraph.number)")
        }
    }

    mutating func read() {
        for item in list.items { read(item) }
        plan.diagnostics = plan.diagnostics.byCause()
        if !list.others.isEmpty { plan.remarks.append(.paragraphsOutside(names(list.others))) }
        let numbers = leftOut.keys.sorted()
        if !numbers.isEmpty {
            let all = leftOut.values.reduce(into: [PersonalData.Kind: Int]()) { $0.merge($1, uniquingKeysWith: +) }
            let counts = PersonalData.Kind.allCases.compactMap { kind in all[kind].map(kind.counted) }
            plan.remarks.append(
                .contactsLeftOut(header: task.submission.name, found: counts, cells: numbers.map { "P\($0)" }))
        }
        guard !plan.records.isEmpty else { return }
        plan.source = sourceFile
        plan.citation =
            plan.source == nil
            ? .sourceKnown(source.path) : .sourceOfList(path: source.path, paragraphs: document.paragraphs.count)
    }

    private func names(_ indices: [Int]) -> [String] {
        Spreadsheet.ranges(indices.map { list.paragraphs[$0].number }) { "P\($0)" }
    }

    private var sourceFile: NewFile? {
        // What stands first and is no chapter.
        let title = list.paragraphs.first.flatMap { PrintedList.isNumbered($0) ? nil : texts.first }
        // Who reports a list is who printed it; the places it tells of have not spoken.
        return source.file(
            of: document, title: title, outlet: task.submission.speaker, numbering: .paragraphsNumbered,
            leftOut: leftOut.keys.sorted().map { "P\($0)" })
    }

    // MARK: Items

    private mutating func read(_ item: PrintedList.Item) {
        let heading = list.paragraphs[item.heading]
        let sentences = Original.sentences(of: texts[item.heading])
        // The claim is a paragraph of its own, or the first sentence of one.
        let claim = PrintedList.bare(sentences.first ?? "", label: heading.label)
        var lead = claim
        while let last = lead.last, "。：:".contains(last) { lead.removeLast() }
        let title = PlaceOfTitle(lead, in: library)
        guard let place = title.place ?? task.place else {
            guard let name = title.name else { return report(.rowWithoutPlace, at: item.heading, hint: .fillPlaceIn) }
            _ = library.resolve(name, .place, at: span(of: item.heading), &plan.diagnostics)
            return
        }
        if title.place == nil, let name = title.name {
            // The place that was given may not be the one that the item tells of; what seems a name may be none.
            var told: [Diagnostic] = []
            _ = library.resolve(name, .place, at: span(of: item.heading), &told)
            for index in told.indices { told[index].severity = .warning }
            plan.warnings += told
        }
        guard let id = ids.make(of: title.claim, in: place) else {
            return report(.noIDFromTitle, at: item.heading, hint: .shortenHeading)
        }
        let form = RecordForm(.record(.practice), id: id, title: title.claim, library: library)
        if library.hasFile(form.path) {
            guard !task.skipsExisting else { return plan.skipped.append(form.path) }
            return report(.fileExists(form.path), at: item.heading, hint: .giveAnotherID)
        }
        var steps = steps(of: sentences, in: heading.number, from: 1)
        for index in item.texts {
            steps += self.steps(
                of: Original.sentences(of: texts[index]), in: list.paragraphs[index].number, from: 0)
        }
        // What is only claimed is all that is known of it.
        if steps.isEmpty { steps = self.steps(of: [claim], in: heading.number, from: 0) }
        let values: [String: YAMLValue] = ["steps": .oneOrMany(steps), "steps-ordered": .text("false")]
        let section = list.sections.first { $0.id == item.section }?.title ?? ""
        let origin = library.guide.phrase(
            .importedParagraph,
            ["file": task.submission.stem, "paragraph": "\(heading.number)", "section": section], in: library.language)
        let file = NewFile(path: form.path, text: form.text(values: values, comment: origin))
        plan.records.append((title.claim, file))
    }

    /// A step for each sentence.
    private func steps(of sentences: [String], in paragraph: Int, from first: Int) -> [YAMLValue] {
        sentences.enumerated().dropFirst(first).compactMap { index, sentence in
            let text = trimmed(sentence)
            guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
            let place = "\(source.id)#P\(paragraph)" + (sentences.count > 1 ? ".S\(index + 1)" : "")
            return .mapping([("text", .text(markdownStatement(text))), ("from", .text(place))])
        }
    }

    private mutating func report(_ message: Diagnostic.Message, at index: Int, hint: Diagnostic.Hint) {
        plan.diagnostics.append(Diagnostic(message, at: span(of: index), hint: hint))
    }

    private func span(of index: Int) -> SourceSpan { SourceSpan(path: file.path, range: places[index]) }
}
