extension PageKind {
    /// Every kind of page, in the order of the plan, of the menu and of the foot.
    static let all: [PageKind] = [
        .home, .practices, .cases, .places, .mechanisms, .topics,
        .place, .practice, .case, .mechanism, .topic, .page,
        .finder, .metrics, .matrix, .tracking,
        .search, .alphabet, .evidence, .sources, .glossary, .corrections, .data, .print,
        .metric, .compare, .kit, .facet, .comparison, .source, .speaker, .notFound, .redirect,
    ]
}
