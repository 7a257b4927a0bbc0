import Testing

@testable import Charts

@Suite("A line joins only what is known")
struct LineTests {
    private func years(_ values: [Int: ChartValue], missing: [Int] = []) -> [ChartPoint] {
        (values.keys + missing).sorted().map { ChartPoint(label: "\($0)", value: values[$0], x: Double($0)) }
    }

    @Test("it stops where a year is missing, and a cross says so")
    func gap() {
        let points = years(
            [2021: .exact(10, "10"), 2022: .exact(20, "20"), 2024: .exact(30, "30"), 2025: .exact(40, "40")],
            missing: [2023])
        let markup = svg(of: chart(.line, points))
        #expect(elements("chart-curve", in: markup).count == 1)
        let curve = elements("chart-curve", in: markup).first ?? ""
        #expect(curve.filter { $0 == "M" }.count == 2)
        #expect(curve.filter { $0 == "L" }.count == 2)
        #expect(elements("chart-missing", in: markup).count == 1)
        #expect(markup.contains(">未报告<"))
    }

    @Test("a point between two gaps has a mark, however many points there are")
    func isolated() {
        let points = (0..<200).map {
            ChartPoint(label: "\($0)", value: $0 == 99 || $0 == 101 ? nil : .exact(Double($0), "\($0)"))
        }
        #expect(elements("chart-marker", in: svg(of: chart(.line, points))).count == 1)
    }

    @Test("several figures of one year are points, and no line leads up and down through them")
    func severalOfOneYear() {
        let points = [(2023, 10.0), (2024, 20), (2024, 60), (2025, 30)].map {
            ChartPoint(label: "\($0.0)", value: .exact($0.1, "\($0.1)"), x: Double($0.0))
        }
        let markup = svg(of: chart(.line, points))
        #expect(elements("chart-curve", in: markup).isEmpty)
        #expect(elements("chart-marker", in: markup).count == 4)
    }

    @Test("beside an open end it is broken, between ranges it is a band")
    func inexact() {
        let open = svg(of: chart(.line, years([2024: .exact(10, "10"), 2025: .atLeast(20, "20余")])))
        #expect(elements("chart-curve", in: open).isEmpty)
        #expect(elements("chart-uncertain", in: open).count == 1)
        let band = svg(of: chart(.line, years([2024: .exact(10, "10"), 2025: .range(15, 25, "15—25")])))
        #expect(elements("chart-curve", in: band).isEmpty && elements("chart-uncertain", in: band).isEmpty)
        #expect(elements("chart-tint", in: band).count == 1)
    }

    @Test("years stand at their distance, whatever order they come in")
    func positions() {
        let points = [2025, 2020, 2024].map {
            ChartPoint(label: "\($0)", value: .exact(1, "一"), x: Double($0))
        }
        let data = PlaneData(chart(.line, points))
        #expect(data.positions.map(\.label) == ["2020", "2024", "2025"])
        #expect(data.xDomain == 2020...2025)
    }

    @Test("without a position for every point they stand at equal distances")
    func ordinals() {
        let points = [ChartPoint(label: "甲", value: nil, x: 7), ChartPoint(label: "乙", value: nil)]
        #expect(PlaneData(chart(.line, points)).positions.map(\.x) == [0, 1])
    }

    @Test("each of several lines has its own marker, and its name and last figure at its end")
    func names() {
        let series = ["常州", "广州"].enumerated().map { index, name in
            ChartSeries(
                name: name,
                points: (0..<3).map {
                    ChartPoint(label: "\($0)", value: .exact(Double($0 + index), "\($0 + index)家"))
                })
        }
        let markup = svg(of: chart(.line, series: series))
        #expect(elements("chart-strong", in: markup).map { $0.hasSuffix(">广州</text>") } == [true, false])
        #expect(elements("chart-strong", in: markup).last?.hasSuffix(">常州</text>") == true)
        #expect(markup.contains(">3家<") && markup.contains(">2家<"))
    }

    @Test("a line that ends early says when")
    func endsEarly() {
        let markup = svg(
            of: chart(
                .line,
                series: [
                    ChartSeries(name: "常州", points: years([2024: .exact(1, "1家"), 2025: .exact(2, "2家")])),
                    ChartSeries(name: "广州", points: years([2024: .exact(3, "3家")], missing: [2025])),
                ]))
        #expect(markup.contains(">2家<") && markup.contains(">3家 · 2024<"))
    }

    @Test("more than six lines become small multiples with one scale")
    func manyLines() {
        let series = (1...7).map { number in
            ChartSeries(
                name: "第\(number)组", points: [ChartPoint(label: "2025", value: .exact(Double(number), "\(number)"))])
        }
        let markup = svg(of: chart(.line, series: series))
        #expect(elements("chart-name", in: markup).count == 7)
        #expect(elements("chart-grid", in: markup).count == 7)
    }

    @Test("labels of 200 days are thinned out, and keep the first and the last")
    func thinned() {
        let points = (1...200).map { ChartPoint(label: "第\($0)天", value: .exact(Double($0), "\($0)")) }
        let markup = svg(of: chart(.line, points))
        let days = markup.split(separator: ">").filter { $0.hasPrefix("第") }.map { $0.prefix { $0 != "<" } }
        #expect(days.first == "第1天" && days.last == "第200天" && days.count < 9)
    }
}
