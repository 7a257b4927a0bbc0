/// Which of several pages of a long list it is: no page grows with the library.
package struct PagePart: Sendable, Equatable {
    /// From 0.
    var number: Int
    var count: Int
    /// How many entries stand on each.
    var most: Int
}

extension PageSeed {
    /// The page of a list, in as many parts as its entries need: `a-z.html`, `a-z-2.html`, …
    func inParts(of entries: Int, most: Int) -> [PageSeed] {
        let count = (entries + most - 1) / most
        guard count > 1 else { return [self] }
        return (0..<count).map { number in
            var seed = self
            seed.part = PagePart(number: number, count: count, most: most)
            if number > 0 { seed.path = path.dropLast(".html".count) + "-\(number + 1).html" }
            return seed
        }
    }
}

extension PageContext {
    /// The entries of a list that stand on this page of it.
    func onThisPage<Entry>(_ entries: [Entry]) -> [Entry] {
        guard let part = page.part else { return entries }
        return Array(entries.dropFirst(part.number * part.most).prefix(part.most))
    }
}
