import Testing
import Text

@Suite struct `Binary search finds where the second part begins` {
    @Test(arguments: 0...20) func `wherever it begins`(count: Int) {
        let numbers = (0..<count).map { $0 / 2 * 2 }
        for sought in -1...count + 1 {
            let expected = numbers.firstIndex { $0 >= sought } ?? count
            #expect(numbers.partitioningIndex { $0 >= sought } == expected)
        }
    }

    @Test func `a part of a list has the places of the list`() {
        #expect([9, 9, 1, 2, 3][2...].partitioningIndex { $0 > 1 } == 3)
        #expect([1, 2, 3][3...].partitioningIndex { $0 > 0 } == 3)
    }
}
