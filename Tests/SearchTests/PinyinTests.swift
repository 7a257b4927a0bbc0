import Testing

@testable import Search

/// Titles and names can be typed as they sound.
struct PinyinTests {
    private func keys(_ text: String, spellings: [String: String] = [:]) -> [String] {
        Pinyin(spellings: spellings).keys(of: Array(text.utf16)).map {
            "\(String(decoding: $0.packed, as: UTF8.self)) \($0.position)"
        }
    }

    @Test func `a name has keys in full and as initials, from each of its characters on`() {
        #expect(keys("通州") == ["!tongzhou whole", "#tz whole", "!zhou inside"])
    }

    @Test func `each reading of a character is tried, that of its word first`() {
        #expect(
            keys("院长") == [
                "!yuanzhang whole", "#yz whole", "!yuanchang whole", "#yc whole", "!zhang inside", "!chang inside",
            ])
    }

    @Test func `a spelling that the library gives settles the reading`() {
        #expect(
            keys("重庆市", spellings: ["重庆": "chong qing"]) == [
                "!chongqingshi whole", "#cqs whole", "!qingshi inside", "#qs inside", "!shi inside",
            ])
    }

    @Test func `long titles have keys of six syllables`() {
        #expect(keys("深化接诉即办改革").first == "!shenhuajiesujiban start")
    }

    @Test func `a vowel with two dots is typed as v or as u`() {
        #expect(keys("绿化").prefix(4) == ["!lvhua whole", "#lh whole", "!luhua whole", "#lh whole"])
    }

    @Test func `a title is read word by word for putting titles in order`() {
        #expect(Pinyin().reading(of: "“三格”联建 12") == "sangelianjian12")
        #expect(Pinyin().reading(of: "重庆市长寿区") == "chongqingshichangshouqu")
    }

    @Test func `characters without a reading end a key`() {
        #expect(keys("人々") == ["!ren start"])
    }
}
