/// Finds observations by their ids: an open hash table of numbers, because a dictionary of a million texts would
/// take more memory than all the rows.
package struct ObservationIndex: Sendable {
    private struct Slot: Sendable {
        /// The lower half of the id's hash, so that few other ids are looked at.
        var hash: UInt32
        /// The observation, counted from 1; 0 where the slot is free.
        var number: UInt32
    }

    private var slots: [Slot] = []
    private var observations = Observations()

    init() {}

    /// - Parameter repeated: is told of every row whose id an earlier one has, which is given too.
    init(_ observations: Observations, repeated: (_ row: Int, _ earlier: Int) -> Void = { _, _ in }) {
        self.observations = observations
        var size = 16
        while size * 3 < observations.count * 4 { size *= 2 }
        slots = Array(repeating: Slot(hash: 0, number: 0), count: size)
        for (number, row) in observations.rows.enumerated() {
            let slot = slot(hash: row.idHash) { observations.haveSameID($0, number) }
            if slots[slot].number == 0 {
                slots[slot] = Slot(hash: row.idHash, number: UInt32(number + 1))
            } else {
                repeated(number, Int(slots[slot].number) - 1)
            }
        }
    }

    package subscript(id: String) -> Int? {
        guard !slots.isEmpty else { return nil }
        let hash = UInt32(truncatingIfNeeded: textHash(Array(id.utf8).span))
        let number = slots[slot(hash: hash) { observations[$0].id == id }].number
        return number == 0 ? nil : Int(number) - 1
    }

    /// Every id, in the order of the rows.
    package var ids: [String] { observations.map(\.id) }

    /// The slot in which an id is, or belongs.
    private func slot(hash: UInt32, isNumber: (Int) -> Bool) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot].number > 0 {
            if slots[slot].hash == hash, isNumber(Int(slots[slot].number) - 1) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
