import Testing

@testable import Content

@Suite struct `A unit does not multiply` {
    @Test(arguments: [
        ("万元", "万", "元"), ("亿元", "亿", "元"), ("万人次", "万", "人次"), ("万㎡", "万", "㎡"), ("百万元", "百万", "元"), ("千户", "千", "户"),
        ("萬元", "万", "元"), ("万", "万", ""), ("万千瓦时", "万", "千瓦时"), ("10000元", "10000", "元"),
        ("thousand people", "thousand", "people"), ("million yuan", "million", "yuan"),
        ("Ten thousand m²", "Ten thousand", "m²"),
        ("10,000 yuan", "10,000", "yuan"),
    ])
    func `what multiplies is told from what is counted`(text: String, multiplier: String, unit: String) {
        #expect(ScaledUnit(text).map { [$0.multiplier, $0.unit] } == [multiplier, unit])
    }

    @Test(arguments: [
        "元", "千米", "千瓦时", "千克", "个百分点", "百分点", "百分比", "千分之", "件/万人", "每万人", "名第一书记", "个", "%", "people",
        "hours of service",
        "per thousand people", "1小时",
    ])
    func `what only looks like a number is a unit`(text: String) {
        #expect(ScaledUnit(text) == nil)
    }
}
