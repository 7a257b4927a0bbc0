/// A point of a row chart with its texts broken into lines.
struct Row {
    let extent: Extent?
    let target: Extent?
    let link: String?
    let labelLines: [String]
    let figureLines: [String]
    let targetLines: [String]
    /// Whether the figure is too long to stand beside its label.
    let isFigureBelow: Bool

    init(_ point: ChartPoint, _ extent: Extent?, _ chart: Chart, isBeside: Bool) {
        self.extent = extent
        target = chart.form == .target ? Extent(point.target) : nil
        link = point.link
        let figure = extent == nil ? chart.words.notReported : point.value?.text ?? ""
        let figureWidth = TextMeasure.width(of: figure, size: Layout.textSize, isBold: extent != nil)
        let isLong = figureWidth > Layout.width * 0.55
        let labelWidth = isLong || isBeside ? Layout.width : Layout.width - figureWidth - 12
        labelLines = Layout.label.lines(point.label, width: labelWidth, atMost: isBeside ? 1 : 3)
        let lastLine = TextMeasure.width(of: labelLines.last ?? "", size: Layout.textSize)
        isFigureBelow = !isBeside && lastLine + 12 + figureWidth > Layout.width
        figureLines = isFigureBelow ? Layout.figure.lines(figure, width: Layout.width, atMost: 3) : [figure]
        let words = point.target.map { chart.words.target + $0.text } ?? ""
        targetLines = target == nil ? [] : Layout.small.lines(words, width: Layout.width, atMost: 2)
    }

    /// How many lines stand above the mark.
    var textLineCount: Int { max(1, labelLines.count + (isFigureBelow ? figureLines.count : 0)) }
}
