import Text

/// Finds observations by their ids.
package struct ObservationIndex: Sendable {
    private var slots = HashSlots()
    private var observations = Observations()

    init() {}

    /// - Parameter repeated: is told of every row whose id an earlier one has, which is given too.
    init(_ observations: Observations, repeated: (_ row: Int, _ earlier: Int) -> Void = { _, _ in }) {
        self.observations = observations
        slots = HashSlots(for: observations.count)
        for (number, row) in observations.rows.enumerated() {
            let slot = slots.slot(hash: row.idHash) { observations.haveSameID($0, number) }
            if let earlier = slots[slot] {
                repeated(number, earlier)
            } else {
                slots.put(number, hash: row.idHash, in: slot)
            }
        }
    }

    package subscript(id: String) -> Int? {
        slots[slots.slot(hash: UInt32(truncatingIfNeeded: textHash(Array(id.utf8).span))) { observations[$0].id == id }]
    }

    /// Every id, in the order of the rows.
    package var ids: [String] { observations.map(\.id) }
}
