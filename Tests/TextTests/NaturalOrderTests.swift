import Testing
import Text

@Suite struct `Texts stand in the order in which people count` {
    @Test func `numbers are numbers, and all else is bytes`() {
        let sorted = [
            "a", "a/1", "a/2", "a/02", "a/11", "a/11/x", "a/18446744073709551617", "a/b", "a1/x", "a1/y", "a01/x",
            "a2/x", "b",
        ]
        #expect(sorted.shuffled().sorted { $0.naturallyPrecedes($1) } == sorted)
        #expect(!"a".naturallyPrecedes("a"))
        #expect(!"".naturallyPrecedes("") && "".naturallyPrecedes("a") && !"a".naturallyPrecedes(""))
    }
}
