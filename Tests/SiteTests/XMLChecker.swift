import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

enum XMLChecker {
    static func isWellFormed(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && XMLParser(data: Data(bytes)).parse()
    }
}
