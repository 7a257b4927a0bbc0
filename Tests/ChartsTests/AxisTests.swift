import Testing

@testable import Charts

@Suite("An axis has ticks at round numbers, written as its language writes them")
struct AxisTests {
    struct Axis: CustomTestStringConvertible {
        var from = 0.0
        let to: Double
        var count = 4
        var isWhole = false
        var unit = ""
        let chinese: String
        let english: String

        var testDescription: String { "\(from)...\(to)" }
    }

    @Test(arguments: [
        Axis(to: 39, unit: "家", chinese: "0 10 20 30 40家", english: "0 10 20 30 40 家"),
        Axis(to: 327_000, chinese: "0 10万 20万 30万 40万", english: "0 100,000 200,000 300,000 400,000"),
        Axis(to: 23_000, chinese: "0 1万 2万 3万", english: "0 10,000 20,000 30,000"),
        Axis(to: 8_000, chinese: "0 2000 4000 6000 8000", english: "0 2,000 4,000 6,000 8,000"),
        Axis(to: 1.9e6, chinese: "0 50万 100万 150万 200万", english: "0 500,000 1 million 1.5 million 2 million"),
        Axis(to: 1.6e8, chinese: "0 5000万 1亿 1.5亿 2亿", english: "0 50 million 100 million 150 million 200 million"),
        Axis(to: 1e12, chinese: "0 5000亿 1万亿", english: "0 500 billion 1 trillion"),
        Axis(to: 97, unit: "%", chinese: "0% 50% 100%", english: "0% 50% 100%"),
        Axis(from: -20, to: 8, unit: "%", chinese: "−20% −10% 0% 10%", english: "−20% −10% 0% 10%"),
        Axis(from: -12_500, to: 0, chinese: "−1.5万 −1万 −5000 0", english: "−15,000 −10,000 −5,000 0"),
        Axis(to: 0.0007, chinese: "0 0.0002 0.0004 0.0006 0.0008", english: "0 0.0002 0.0004 0.0006 0.0008"),
        Axis(to: 3e-9, chinese: "0 1×10⁻⁹ 2×10⁻⁹ 3×10⁻⁹", english: "0 1×10⁻⁹ 2×10⁻⁹ 3×10⁻⁹"),
        Axis(to: 2e20, chinese: "0 5×10¹⁹ 1×10²⁰ 1.5×10²⁰ 2×10²⁰", english: "0 5×10¹⁹ 1×10²⁰ 1.5×10²⁰ 2×10²⁰"),
        Axis(to: 2, chinese: "0 0.5 1 1.5 2", english: "0 0.5 1 1.5 2"),
        Axis(to: 2, isWhole: true, chinese: "0 1 2", english: "0 1 2"),
        Axis(to: 0, chinese: "0 0.5 1", english: "0 0.5 1"),
        Axis(from: 33, to: 33, chinese: "25 30 35 40", english: "25 30 35 40"),
        Axis(
            from: 1e12, to: 1e12 + 1, count: 2, chinese: "1万亿 1000000000000.5 1000000000001",
            english: "1 trillion 1,000,000,000,000.5 1,000,000,000,001"),
    ])
    func ticks(axis: Axis) {
        let ticks = AxisTicks(from: axis.from, to: axis.to, atMost: axis.count, isWhole: axis.isWhole)
        #expect(ticks.texts(.chinese, unit: axis.unit).map(\.text).joined(separator: " ") == axis.chinese)
        #expect(ticks.texts(.english, unit: axis.unit).map(\.text).joined(separator: " ") == axis.english)
        #expect(ticks.domain.contains(axis.from) && ticks.domain.contains(axis.to))
    }

    @Test("bars begin at zero; dots need not, unless they are near it")
    func baseline() {
        #expect(Domain.covering([33, 39], hint: nil, isZeroBased: true)?.lower == 0)
        #expect(Domain.covering([33, 39], hint: nil, isZeroBased: false)?.lower == 33)
        #expect(Domain.covering([3, 39], hint: nil, isZeroBased: false)?.lower == 0)
        #expect(Domain.covering([-39, -3], hint: nil, isZeroBased: false)?.upper == 0)
    }

    @Test("a hint widens the axis and never cuts a figure off")
    func hint() {
        let within = Domain.covering([97], hint: 0...100, isZeroBased: true)
        #expect(within?.lower == 0 && within?.upper == 100)
        #expect(Domain.covering([130], hint: 0...100, isZeroBased: true)?.upper == 130)
    }
}
