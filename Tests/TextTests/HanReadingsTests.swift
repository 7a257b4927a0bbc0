import Testing

@testable import Text

@Suite("Han characters are read as their words are")
struct HanReadingsTests {
    private func reading(_ text: String, _ spellings: [String: String] = [:]) -> String {
        HanReadings(spellings: spellings).syllables(of: Array(text.utf16))
            .map { $0.first.map { String(decoding: $0, as: UTF8.self) } ?? "?" }.joined(separator: " ")
    }

    @Test(
        "a character with several readings has the one of its word",
        arguments: [
            ("长沙市市长", "chang sha shi shi zhang"), ("重庆", "chong qing"), ("厦门大厦", "xia men da sha"),
            ("蚌埠", "beng bu"), ("六安", "lu an"), ("番禺", "pan yu"), ("银行行长", "yin hang hang zhang"),
            ("长者音乐会", "zhang zhe yin yue hui"), ("人民调解和入户调查", "ren min tiao jie he ru hu diao cha"),
            ("网格长", "wang ge zhang"), ("退耕还林", "tui geng huan lin"), ("硚口区", "qiao kou qu"), ("自传", "zi zhuan"),
            ("浚县、朝阳区和莘庄镇", "xun xian ? chao yang qu he xin zhuang zhen"),
        ])
    func words(text: String, pinyin: String) { #expect(reading(text) == pinyin) }

    @Test(
        "a word that only seems to stand there, across two others, is not read",
        arguments: [
            ("网格长效治理", "wang ge chang xiao zhi li"), ("隆重庆祝", "long zhong qing zhu"),
            ("强调解决问题", "qiang diao jie jue wen ti"), ("协调查询", "xie tiao cha xun"),
            ("项目的建设", "xiang mu de jian she"), ("注重建设", "zhu zhong jian she"), ("运行情况", "yun xing qing kuang"),
            ("执行业务", "zhi xing ye wu"), ("委员会计划", "wei yuan hui ji hua"), ("学校对口", "xue xiao dui kou"),
            ("人参与", "ren can yu"), ("各自传播", "ge zi chuan bo"), ("成立传习所", "cheng li chuan xi suo"),
        ])
    func straddling(text: String, pinyin: String) { #expect(reading(text) == pinyin) }

    @Test("the words of the list have a syllable for each character, not as it is alone, and stand once")
    func list() {
        let words = PhraseReadings.special.split { $0 == " " || $0 == "\n" }
        let usual = PhraseReadings.usual.split { $0 == " " || $0 == "\n" }
        let names = stride(from: 0, to: words.count, by: 2).map { words[$0] } + usual
        #expect(words.count.isMultiple(of: 2) && Set(names).count == names.count)
        for index in stride(from: 0, to: words.count, by: 2) {
            #expect(reading(String(words[index])).split(separator: " ") == words[index + 1].split(separator: "-"))
            let alone = words[index].map { reading(String($0)) }
            #expect(alone != words[index + 1].split(separator: "-").map(String.init), "\(words[index])")
        }
        for word in usual { #expect(reading(String(word)) == word.map { reading(String($0)) }.joined(separator: " ")) }
    }

    @Test("a spelling of the library has the last word")
    func spelling() {
        #expect(reading("六合街道") == "liu he jie dao")
        #expect(reading("六合街道", ["六合": "lu he"]) == "lu he jie dao")
        #expect(reading("人々，甲") == "ren ? ? jia")
    }
}
