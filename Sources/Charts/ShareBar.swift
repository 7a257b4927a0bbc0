/// The shares of a whole side by side in one bar, each with the class `share-` and its name. It is decoration to
/// assistive technology: the numbers stand beside it.
///
/// - Returns: nothing where there is nothing to share.
package func shareBar(of shares: [(name: String, count: Int)]) -> String {
    let whole = shares.reduce(0) { $0 + $1.count }
    guard whole > 0 else { return "" }
    var (drawing, start) = (Drawing(), 0.0)
    for share in shares where share.count > 0 {
        let end = start + 200 * Double(share.count) / Double(whole)
        drawing.rectangle(start + 0.5...max(start + 0.5, end - 0.5), 1...9, "share share-" + share.name)
        start = end
    }
    return "<svg class=\"shares\" viewBox=\"0 0 200 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\n"
        + drawing.markup + "</svg>"
}
