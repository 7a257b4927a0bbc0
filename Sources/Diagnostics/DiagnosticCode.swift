/// The stable ids of all problems the program can report.
///
/// An id never changes its meaning; editors filter by it and `exemplar explain` tells about it.
package enum DiagnosticCode: String, CaseIterable, Sendable, Hashable {
    // Files
    case invalidEncoding = "invalid-encoding"
    case misplacedFile = "misplaced-file"
    case invalidId = "invalid-id"
    case duplicateId = "duplicate-id"

    // YAML and front matter
    case invalidYaml = "invalid-yaml"
    case nestedTooDeeply = "nested-too-deeply"
    case yamlAnchor = "yaml-anchor"
    case missingFrontMatter = "missing-front-matter"
    case unclosedFrontMatter = "unclosed-front-matter"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingField = "missing-field"
    case placeholder
    case wrongType = "wrong-type"
    case invalidValue = "invalid-value"
    case invalidDate = "invalid-date"
    case invalidPeriod = "invalid-period"
    case invalidNumber = "invalid-number"

    // CSV
    case invalidCsv = "invalid-csv"
    case fieldCount = "field-count"
    case unknownColumn = "unknown-column"
    case missingColumn = "missing-column"

    // References
    case unknownReference = "unknown-reference"
    case draftReference = "draft-reference"
    case placeMismatch = "place-mismatch"
    case unknownLocator = "unknown-locator"
    case unknownTerm = "unknown-term"
    case figureMismatch = "figure-mismatch"
    case unreadableFigure = "unreadable-figure"
    case incomparableFigures = "incomparable-figures"
    case wrongUnit = "wrong-unit"
    case shareOutOfRange = "share-out-of-range"
    case looseFigure = "loose-figure"
    case contradiction
    case proposalWithResult = "proposal-with-result"

    // Originals
    case missingOriginal = "missing-original"
    case changedParagraph = "changed-paragraph"
    case figureNotInSource = "figure-not-in-source"
    case staleReview = "stale-review"

    // Languages
    case unknownLanguage = "unknown-language"
    case orphanTranslation = "orphan-translation"
    case translationMismatch = "translation-mismatch"
    case missingTranslation = "missing-translation"
    case staleTranslation = "stale-translation"

    // Markdown
    case deadLink = "dead-link"
    case externalImage = "external-image"
    case missingAlt = "missing-alt"
    case invalidImage = "invalid-image"
    case dangerousImage = "dangerous-image"
    case dangerousUrl = "dangerous-url"
    case rawHtml = "raw-html"
    case undefinedFootnote = "undefined-footnote"
    case unusedFootnote = "unused-footnote"
    case invalidBlock = "invalid-block"
    case topHeading = "top-heading"

    // Templates
    case invalidTemplate = "invalid-template"
    case unknownTemplate = "unknown-template"
    case unknownVariable = "unknown-variable"
    case unknownPartial = "unknown-partial"
    case unknownString = "unknown-string"
    case missingString = "missing-string"

    // The plan
    case pathCollision = "path-collision"
    case orphanPage = "orphan-page"

    /// Warnings leave the site usable; errors would make it wrong.
    package var severity: Severity {
        switch self {
        case .looseFigure, .staleReview, .missingTranslation, .staleTranslation, .missingAlt, .unusedFootnote,
            .topHeading, .orphanPage:
            .warning
        default: .error
        }
    }
}
