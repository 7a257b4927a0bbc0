import Testing
import Text

@Suite struct `Full-width forms stand for ASCII` {
    @Test func `each has its own, and other characters are themselves`() {
        let forms = (0xFF01...0xFF5E).compactMap { Unicode.Scalar(UInt32($0)) }
        #expect(forms.map(\.halfWidth) == (0x21...0x7E).map { Unicode.Scalar(UInt8($0)) })
        #expect("a中、　｟￥".unicodeScalars.allSatisfy { $0.halfWidth == $0 })
    }

    @Test func `marks of Chinese mean those that are typed with the same key`() {
        #expect("，、；：＃“‘　".unicodeScalars.compactMap(\.asciiMark) == Array(",,;:#\"' ".unicodeScalars))
        #expect("a中。１·".unicodeScalars.allSatisfy { $0.asciiMark == nil })
    }
}
