import Content
import Text

extension Site {
    /// How many entries a feed holds, the latest first.
    private static let feedLength = 50

    func path(of feed: FeedFile, language: Int) -> String { plan.prefix(of: language) + feed.rawValue }

    /// The feeds of every language.
    func feedFiles() -> [SiteFile] {
        library.languages.indices.flatMap { language in
            FeedFile.allCases.map { file in
                SiteFile(path: path(of: file, language: language)) {
                    switch file {
                    case .reviews: self.bytes(of: self.reviews(language), language: language)
                    case .corrections: self.bytes(of: self.corrections(language), language: language)
                    }
                }
            }
        }
    }

    /// The practices and cases by the day of their last review.
    private func reviews(_ language: Int) -> AtomFeed {
        let records =
            library.practices.indices.map { RecordID(.practice, $0) }
            + library.cases.indices.map { RecordID(.case, $0) }
        let dated = records.compactMap { record -> (RecordID, Header, CalendarDate)? in
            guard let header = shared.header(of: record), let date = header.reviewed, header.status == .published else {
                return nil
            }
            return (record, header, date)
        }
        let latest = dated.sorted { ($1.2, $0.1.path) < ($0.2, $1.1.path) }.prefix(Self.feedLength)
        return AtomFeed(
            path: path(of: .reviews, language: language), title: library.configuration.title[language],
            home: plan.path(of: PageID(.home), language: language) ?? "index.html",
            entries: latest.compactMap { record, header, date in
                guard let target = plan.path(of: record, language: language), let page = plan.page(at: target) else {
                    return nil
                }
                return AtomFeed.Entry(
                    title: header.title[language], id: target, updated: date, target: target,
                    summary: PageContext(page, of: self).description)
            })
    }

    private func corrections(_ language: Int) -> AtomFeed {
        let path = path(of: .corrections, language: language)
        let target = plan.path(of: PageID(.corrections), language: language) ?? ""
        let strings = strings(language)
        let page = context(of: PageID(.corrections), language: language)
        let entries = library.corrections.prefix(Self.feedLength).enumerated().map { index, correction in
            AtomFeed.Entry(
                title: page?.corrected(CorrectionRef(shared, index)).title ?? correction.object.id,
                // Counted from the oldest, so that a new correction changes no id.
                id: "\(path):\(library.corrections.count - index)", updated: correction.date, target: target,
                summary: "\(correction.old[language]) → \(correction.new[language]) (\(correction.reason[language]))")
        }
        let title = strings[.correctionsTitle] + strings[.listSeparator] + library.configuration.title[language]
        return AtomFeed(path: path, title: title, home: target, entries: entries)
    }
}
