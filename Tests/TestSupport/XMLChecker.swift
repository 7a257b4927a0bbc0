import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

package enum XMLChecker {
    package static func isWellFormed(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty && XMLParser(data: Data(bytes)).parse()
    }
}
