/// What a diagnostic means, for `exemplar explain CODE` and for the rules of a SARIF log.
package struct Explanation: Sendable, Equatable {
    /// The problem in one line.
    package var title: String
    /// Why it is a problem.
    package var reason: String
    /// How to mend it.
    package var remedy: String

    init(_ title: String, _ reason: String, mend remedy: String) {
        self.title = title
        self.reason = reason
        self.remedy = remedy
    }
}

extension DiagnosticCode {
    package var explanation: Explanation {
        switch self {
        case .invalidEncoding:
            Explanation(
                "The file is not UTF-8",
                """
                Every text of a library is UTF-8, with or without a byte order mark. Spreadsheets on Chinese Windows \
                often save GBK instead, which shows as broken characters everywhere else.
                """,
                mend: """
                    Save the file again as UTF-8 (in a spreadsheet: “CSV UTF-8”), or convert it: iconv -f GBK -t UTF-8 \
                    old.csv > new.csv
                    """)
        case .misplacedFile:
            Explanation(
                "A file lies where no record of that kind can be",
                """
                The folder of a file says what kind of record it is: content/practices/<place>/<slug>.md is a \
                practice, content/topics/<slug>.md a topic.
                """,
                mend: "Move the file into the folder of its kind, at the right depth.")
        case .invalidId:
            Explanation(
                "An id has characters that ids do not have",
                """
                Ids become addresses of pages and are written in links. They are lower-case ASCII letters, digits \
                and single hyphens between them.
                """,
                mend: "Rename the file or the id, for instance three-grids.")
        case .duplicateId:
            Explanation(
                "Two records of a kind have the same id",
                "A reference to this id would have two answers.",
                mend: "Rename one of the two.")
        case .invalidYaml:
            Explanation(
                "The YAML cannot be read",
                """
                The place shown is where the reader gave up; the cause often stands a little before it: a missing \
                quotation mark, a tab, a line not indented as its neighbours are, or a text with “: ” in it that \
                wants quotation marks.
                """,
                mend: """
                    Mend the syntax; put texts that contain “: ” or begin with a special character between double \
                    quotes.
                    """)
        case .nestedTooDeeply:
            Explanation(
                "The YAML is nested too deeply",
                """
                No record needs more than a few levels. Files with very many are mistakes or attacks, and are \
                refused before they are read.
                """,
                mend: "Flatten the file.")
        case .yamlAnchor:
            Explanation(
                "The YAML uses an anchor",
                """
                Anchors and aliases (&name, *name) can make a small file stand for an endless one, so they are not \
                used here.
                """,
                mend: "Write the value out where it is needed.")
        case .missingFrontMatter:
            Explanation(
                "A record has no front matter",
                "Each record begins with a line ---, its fields, and another line ---.",
                mend: "Add front matter with at least the required fields.")
        case .unclosedFrontMatter:
            Explanation(
                "The front matter has no end",
                "The file begins with --- but no later line is just ---.",
                mend: "Close the front matter with a line ---.")
        case .duplicateKey:
            Explanation(
                "A key stands twice in one mapping",
                "Only one of the two values could count, and nobody could tell which.",
                mend: "Remove or rename one of them.")
        case .unknownKey:
            Explanation(
                "A key is not part of this kind of record",
                "A misspelt key would be dropped in silence, so every key must be one that the content model knows.",
                mend: "Correct the spelling, or remove the key.")
        case .missingField:
            Explanation(
                "A required field is missing",
                "Without this field the record cannot be shown or found.",
                mend: "Add the field.")
        case .placeholder:
            Explanation(
                "A field still holds the placeholder of a new record",
                """
                ‘exemplar new’ and ‘exemplar import’ fill what a record needs and nobody has written yet with a text \
                that begins with 【待填】 or 【to fill in】. Readers must never see it, so a published record with one \
                is an error. In a draft it is a warning, and told only with --drafts.
                """,
                mend: "Put your own words in its place, or remove the line if the field is not required.")
        case .wrongType:
            Explanation(
                "A value has the wrong shape",
                "For instance a list where a text is expected, or a text where a list is.",
                mend: "Write the value in the shape the message names.")
        case .invalidValue:
            Explanation(
                "A value is not one of those allowed",
                "Some fields take one word of a fixed list.",
                mend: "Use one of the words that the message lists.")
        case .invalidDate:
            Explanation(
                "A date is not a day of the calendar",
                "Dates are ISO 8601 days, YYYY-MM-DD; 2025-02-30 does not exist.",
                mend: "Correct the date.")
        case .invalidPeriod:
            Explanation(
                "A period is not ISO 8601",
                """
                A period is 2025, 2025-Q3, 2025-09, 2025-09-30, or two of these with a slash; an open end is two \
                dots: 2025-01/.. . Empty means not stated.
                """,
                mend: "Correct the period, or leave it empty if the source does not state one.")
        case .invalidNumber:
            Explanation(
                "A number cannot be read",
                """
                Numbers are decimal digits with an optional minus sign and decimal point, without separators or \
                units.
                """,
                mend: "Write the number plainly: 327000, not 32.7万.")
        case .invalidCsv:
            Explanation(
                "The CSV breaks RFC 4180",
                """
                A quotation mark inside a field must be doubled, and a quoted field must be closed before the next \
                comma.
                """,
                mend: "Mend the quotation marks of the row, or save the table again from a spreadsheet.")
        case .fieldCount:
            Explanation(
                "A row has another number of fields than the header",
                "Most often a comma in a text that is not quoted, or a row cut short.",
                mend: "Put the text between double quotes, or add the missing commas.")
        case .unknownColumn:
            Explanation(
                "A column is not part of this table",
                "A misspelt column would be dropped in silence.",
                mend: "Correct the header.")
        case .missingColumn:
            Explanation(
                "A required column is missing",
                "The table cannot be read without it.",
                mend: "Add the column to the header.")
        case .unknownReference:
            Explanation(
                "A reference names nothing in the library",
                """
                The field names a place, mechanism, topic, practice, metric, observation or source that does not \
                exist.
                """,
                mend: "Correct the id, or add the record it names.")
        case .draftReference:
            Explanation(
                "A published record refers to a draft",
                "Readers would meet a dead link: drafts are left out unless the site is built with --drafts.",
                mend: "Publish the draft, or remove the reference.")
        case .placeMismatch:
            Explanation(
                "The place of a record is not the folder it lies in",
                "The path of a practice begins with its place, so the two must agree.",
                mend: "Move the file, or correct the field.")
        case .unknownLocator:
            Explanation(
                "A locator points at nothing in its source",
                "A locator is source#P25.S2: the source must be in seeds/, and have that paragraph and sentence.",
                mend: "Look the paragraph up in the source record and correct the locator.")
        case .unknownTerm:
            Explanation(
                "A term is not in the glossary",
                "A link with term: names an entry of content/glossary.yaml.",
                mend: "Correct the id, or add the term.")
        case .figureMismatch:
            Explanation(
                "The figure in the text is not the figure in its row",
                """
                The text of an obs: link is the figure as printed. If text and row could differ, one of them would \
                be wrong unnoticed.
                """,
                mend: "Write the figure as the row prints it, or correct the row.")
        case .unreadableFigure:
            Explanation(
                "A printed figure cannot be read",
                "The column ‘printed’ holds one figure as its source prints it; the program takes it apart.",
                mend: "Write the number with its unit and its qualifier and nothing else: 2万余人, at least 97%.")
        case .incomparableFigures:
            Explanation(
                "A chart sets figures side by side that may not stand so",
                """
                Figures share a chart only with the same metric, the same level of place and like periods: the \
                same days across places, stretches of the same length along an axis of time. Targets and \
                baselines do not stand among results.
                """,
                mend: "Draw a chart for each, or use the block compare, which tells the reader why not.")
        case .wrongUnit:
            Explanation(
                "The figure is printed in another unit than its metric has",
                """
                A metric is given in one unit, so 6万余人 cannot be a number of households (户), 3200件 not one of 件次, \
                and 90分钟 not one of hours. Words for the same are no contradiction (名 and 人), 个 counts almost \
                everything, and a noun may stand behind the unit or in its place. 万 and 亿 belong to the number, 余, \
                多 and other hedges to neither.
                """,
                mend: """
                    Compare the figure with its source, then correct ‘printed’, the metric of the row, or the unit of \
                    the metric in metrics.yaml. A figure in another unit needs a metric of its own.
                    """)
        case .shareOutOfRange:
            Explanation(
                "A share is below 0 or above 100",
                "A part cannot be more than the whole.",
                mend: "Correct the figure, or the kind of its metric: a change may go beyond 100.")
        case .looseFigure:
            Explanation(
                "A figure in a text leads to no row",
                "A number with a unit that no row holds is not checked against its source, and nobody sees its cautions.",
                mend: "Link it to its row: [2万余人](obs:…). Numbers that are names or dates go into ‘allowed-numbers’.")
        case .contradiction:
            Explanation(
                "Two records say opposite things",
                """
                A topic lists under ‘named-by’ the places that name a problem without reporting a practice for \
                it; a place with a reported practice for it does not belong there.
                """,
                mend: "Decide which of the two is true, and correct the other.")
        case .proposalWithResult:
            Explanation(
                "A proposal lists a result",
                "What somebody says should be done has no results yet; shown with one, it would look like practice.",
                mend: "Write ‘modality: reported’ if a source reports it, or remove the figure from the outcomes.")
        case .missingOriginal:
            Explanation(
                "The original of a source was not found",
                "None of the files given with --originals has the source's SHA-256, nor its name.",
                mend: "Name the folder with the original, or correct ‘sha256’ and ‘file’ in the source record.")
        case .changedParagraph:
            Explanation(
                "A paragraph of the original is not the one that was recorded",
                "Its fingerprint differs, so statements that cite it may rest on words that are no longer there.",
                mend: "Compare the two; if the original is right, record it anew and review what cites the paragraph.")
        case .figureNotInSource:
            Explanation(
                "A figure does not stand where its row says",
                "The sentence named by the locator does not contain the figure as printed.",
                mend: "Correct the figure, or its locator.")
        case .staleReview:
            Explanation(
                "A record was last reviewed more than twelve months ago",
                "Readers see a notice on the page.",
                mend: "Compare the record with its sources and set ‘reviewed’.")
        case .unknownLanguage:
            Explanation(
                "A language is not one of the site's",
                "Languages are listed in exemplar.yaml.",
                mend: "Correct the tag, or add the language there.")
        case .orphanTranslation:
            Explanation(
                "A translation has no original",
                "three-grids.en.md needs three-grids.md beside it.",
                mend: "Add the original, or rename the translation.")
        case .translationMismatch:
            Explanation(
                "A translation does not fit its original",
                """
                A translated list must have as many items as the original, and a translation cannot change facts \
                such as place, modality or figures.
                """,
                mend: "Make the lists equally long; remove fields that are not texts.")
        case .missingTranslation:
            Explanation(
                "A text is not translated",
                "Readers of that language see the original, marked as such.",
                mend: "Add the translation.")
        case .staleTranslation:
            Explanation(
                "A translation is older than its original",
                "The original was reviewed after its translation.",
                mend: "Compare the two, then set reviewed in the translation.")
        case .deadLink:
            Explanation(
                "A link leads nowhere",
                "The file or heading that the link names does not exist.",
                mend: "Correct the path; links to records are relative paths to their .md files.")
        case .externalImage:
            Explanation(
                "An image is not a file of the library",
                "No page may ask another site for anything: it would fail offline and tell others who reads what.",
                mend: "Put the file beside the record and link to it by its relative path.")
        case .missingAlt:
            Explanation(
                "An image has no description",
                "Who cannot see it, or has it not loaded, reads the description in its place.",
                mend: "Write what the picture tells between the brackets: ![the round table in session](table.jpg).")
        case .invalidImage:
            Explanation(
                "A picture cannot be read",
                """
                The file is cut off, is of another format than its name says, or does not tell its size. Browsers \
                would show nothing, or show it and push the text around.
                """,
                mend: "Export the picture again as PNG, JPEG, WebP, GIF or SVG, with the ending of its format.")
        case .dangerousImage:
            Explanation(
                "An SVG could run code or ask another site for something",
                """
                An SVG is a document. Opened by itself it runs its scripts, and what it names elsewhere would be \
                fetched; so scripts, event attributes, HTML inside and addresses outside of the file are refused.
                """,
                mend: "Save it as a plain SVG with its pictures and fonts embedded, or as PNG.")
        case .dangerousUrl:
            Explanation(
                "A link could run code in the reader's browser",
                "javascript:, vbscript:, file: and data: addresses are refused.",
                mend: "Remove the link, or use an https: address.")
        case .rawHtml:
            Explanation(
                "Raw HTML is not passed through",
                "A stray tag can break a page or run code in it.",
                mend: "Write it in Markdown; or set raw-html: true in exemplar.yaml if you trust every author.")
        case .undefinedFootnote:
            Explanation(
                "A footnote has no text",
                "The mark [^x] has no line [^x]: … .",
                mend: "Add the footnote's text, or remove the mark.")
        case .unusedFootnote:
            Explanation(
                "A footnote is never used",
                "Its text would not appear on the page.",
                mend: "Add a mark [^x] where it belongs, or remove it.")
        case .invalidBlock:
            Explanation(
                "A fenced block cannot be read",
                "The blocks chart, figures, compare and steps hold YAML of a fixed shape.",
                mend: "Correct the block as the message says.")
        case .topHeading:
            Explanation(
                "A text has a heading of the first level",
                "The title of the record is the page's only first-level heading.",
                mend: "Begin with ##.")
        case .invalidTemplate:
            Explanation(
                "A template cannot be read",
                "A section is not closed, closed under another name, or a tag has no end.",
                mend: "Correct the tag shown.")
        case .unknownTemplate:
            Explanation(
                "A file in templates/ is not part of the set",
                "A misspelt override would be ignored in silence.",
                mend: "Give the file the name of the template it replaces.")
        case .unknownVariable:
            Explanation(
                "A template uses a name that its context does not have",
                "docs/templates.md lists what each template is given.",
                mend: "Correct the name.")
        case .unknownPartial:
            Explanation(
                "A template includes a partial that does not exist",
                "Partials are the files in templates/partials/.",
                mend: "Correct the name, or add the partial.")
        case .unknownString:
            Explanation(
                "A template uses an interface text that does not exist",
                "Interface texts are in templates/strings/, one file a language.",
                mend: "Correct the key, or add the text in every language.")
        case .missingString:
            Explanation(
                "An interface text is missing in a language",
                "A page would show a gap.",
                mend: "Add the text to that language's file.")
        case .pathCollision:
            Explanation(
                "Two pages want the same file",
                "The second would overwrite the first.",
                mend: "Rename one of the records, or remove the alias.")
        case .orphanPage:
            Explanation(
                "No page leads to this one",
                "Readers could not find it.",
                mend: "Put it in the menu (in-menu: true) or link to it.")
        }
    }
}
