/// An open hash table of numbers that keeps no keys: whoever numbers things has them, and says whether the thing of
/// a number is the one sought. Eight bytes a slot, because a dictionary of a million texts would take more memory
/// than the texts.
package struct HashSlots: Sendable {
    private struct Slot: Sendable {
        /// So that few other keys are looked at.
        var hash: UInt32
        /// -1 where the slot is free.
        var number: Int32
    }

    private var slots: [Slot]

    /// - Parameter count: how many numbers there will be; they take three quarters of the slots at most.
    package init(for count: Int = 0) {
        var size = 16
        while size * 3 < count * 4 { size *= 2 }
        slots = Array(repeating: Slot(hash: 0, number: -1), count: size)
    }

    /// How many slots there are; a power of two.
    package var count: Int { slots.count }

    /// The slot in which the number that is sought stands, or belongs.
    package func slot(hash: UInt32, isSought: (Int) -> Bool) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while true {
            let slot = slots[place]
            if slot.number < 0 || slot.hash == hash && isSought(Int(slot.number)) { return place }
            place = (place + 1) & mask
        }
    }

    /// The number in a slot; nil where it is free.
    package subscript(slot: Int) -> Int? { slots[slot].number < 0 ? nil : Int(slots[slot].number) }

    package mutating func put(_ number: Int, hash: UInt32, in slot: Int) {
        slots[slot] = Slot(hash: hash, number: Int32(number))
    }

    /// Doubles the number of slots.
    package mutating func grow() {
        let mask = slots.count * 2 - 1
        var larger = Array(repeating: Slot(hash: 0, number: -1), count: mask + 1)
        for slot in slots where slot.number >= 0 {
            var place = Int(slot.hash) & mask
            while larger[place].number >= 0 { place = (place + 1) & mask }
            larger[place] = slot
        }
        slots = larger
    }
}
