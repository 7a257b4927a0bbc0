import Charts
import Testing

@Suite("The year of a task is a line with its reports and its end")
struct YearLineTests {
    @Test("reports are dots, the end a flag, and days of another year are left out")
    func days() {
        #expect(
            yearLine(reported: [0.5, 1.25], due: 1) == """
                <svg class="year-line" viewBox="0 0 120 16" aria-hidden="true">
                <path class="glyph-line" d="M4 8L116 8M4 6L4 10M32 6L32 10M60 6L60 10M88 6L88 10M116 6L116 10"/>
                <path class="glyph-dot" d="M57 8A3 3 0 0 1 63 8A3 3 0 0 1 57 8Z"/>
                <path class="glyph-line glyph-goal" d="M116 14L116 1L110 3.5L116 6"/>
                </svg>
                """)
    }

    @Test("without a day there is no line")
    func none() {
        #expect(yearLine(reported: [], due: nil).isEmpty)
        #expect(yearLine(reported: [-0.1], due: 2).isEmpty)
    }
}
