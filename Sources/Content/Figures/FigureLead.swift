/// What stands before the number of a figure: hedges, what it is compared with, and whether it rose or fell.
struct FigureLead {
    var hedges: [Qualifier] = []
    /// 1 for a rise, -1 for a fall, nil where the figure is no change.
    var direction: Int?
    /// Whether a level is told that was reached: 提高到95%, “rose to 95%”.
    var isReached = false
    /// The level before: 由80%提高到95%, “up from 80% to 95%”.
    var from: (amount: Amount, unit: String)?
    /// A minus before the number.
    var isNegative = false
    /// Whether a minus is written, be it that of a change: 增速为-5%.
    var hasMinus = false
    /// Whether something is told that the figure is compared with, which only a change is.
    var hasBase = false
    /// The place after it.
    var end = 0
}

extension FigureParts {
    /// Takes over the change that a lead tells, or the level that was reached; false where both levels go the other way.
    mutating func take(_ lead: FigureLead) -> Bool {
        guard let direction = lead.direction else { return true }
        guard lead.isReached else {
            (isChange, sign) = (true, direction)
            return true
        }
        (isReached, from) = (true, lead.from)
        guard let from else { return true }
        // In 由3增加到5万 it is left to the reader which 3 is meant.
        if from.unit.isEmpty, from.amount.scale == 0, amount.scale > 0 { return false }
        return direction > 0 ? from.amount.value < amount.value : from.amount.value > amount.value
    }
}
