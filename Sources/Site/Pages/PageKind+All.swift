extension PageKind {
    /// Every kind of page, in the order of the plan. Those of a section of the menu stand in it in the same order; the
    /// first of them is where the section begins.
    static let all: [PageKind] = [
        .home, .finder, .topics, .practices, .mechanisms, .compare, .cases, .places,
        .place, .practice, .case, .mechanism, .topic, .page,
        .metrics, .matrix, .tracking,
        .alphabet, .search, .evidence, .sources, .glossary, .corrections, .data, .print,
        .metric, .kit, .facet, .practiceList, .comparison, .source, .speaker, .notFound, .redirect,
    ]
}
