import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

enum XMLChecker {
    static func isWellFormed(_ markup: String) -> Bool {
        !markup.isEmpty && XMLParser(data: Data(markup.utf8)).parse()
    }
}
