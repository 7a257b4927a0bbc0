/// What a column holds. Columns of several tables share a meaning; the words for it are the interface text
/// `column-…`.
enum DataMeaning: String, CaseIterable, Sendable {
    case id, title, place, status, reviewed, note
    case level, code, parent
    case kind, synonyms
    case modality, evidence, brand, summary, problem, response, result, lessons
    case wentWrong = "went-wrong"
    case mechanisms, topics, practices, cases, outcomes, stated, added, unknown
    case levels, communities, assets
    case adopter, kept, changed, why
    case topic
    case verdict
    case practice, number, item, state, text, locators
    case mechanism
    case mechanismState = "mechanism-state"
    case name, definition, unit, direction, formula, numerator, denominator
    case metric, period, start, end, printed, value, qualifier, lower, upper, role, baseline, target, source, locator
    case speaker, flags
    case year, lead, op, due
    case task, day
    case taskStatus = "task-status"
    case reason, next
    case term, unexplained
    case titlePrinted = "title-printed"
    case outlet, date, language, rights, sha256, paragraphs
    case speakerName = "speaker-name"
    case office
    case corrected, object, old, new
    case correctionReason = "correction-reason"

    /// The key of the interface text.
    var text: String { "column-\(rawValue)" }
}
