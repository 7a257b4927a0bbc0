import Testing

@testable import Delivery

@Suite("The contents of a printed document")
struct DocumentPrinterTests {
    private let listing = """
        Page  Destination                 Name
           1 [ XYZ   43  799 null      ] "page.contents"
           3 [ XYZ   43  799 null      ] "part.places"
          12 [ XYZ   43  402 null      ] "place.盘锦"

        """

    @Test("the pages of anchors are read from what pdfinfo prints, whatever their names")
    func pages() {
        #expect(pageNumbers(in: listing) == ["page.contents": 1, "part.places": 3, "place.盘锦": 12])
        #expect(pageNumbers(in: "Page  Destination\n") == [:])
    }

    @Test("each entry of the contents gets its page; what has none, and links elsewhere, stay as they are")
    func numbers() {
        let html = """
            <p><a href="#part.places">Places</a></p>
            <nav class="contents" aria-labelledby="c"><ol>
            <li><a href="#part.places">Places</a>
            <ol><li><a href="#place.盘锦">盘锦 <em>x</em></a></li></ol></li>
            <li><a href="#nowhere">Nowhere</a></li>
            </ol></nav>
            <p><a href="#part.places">Places</a></p>
            """
        #expect(
            numberedContents(of: html, pages: pageNumbers(in: listing)) == """
                <p><a href="#part.places">Places</a></p>
                <nav class="contents" aria-labelledby="c"><ol>
                <li><a href="#part.places">Places <span class="page-number">3</span></a>
                <ol><li><a href="#place.盘锦">盘锦 <em>x</em> <span class="page-number">12</span></a></li></ol></li>
                <li><a href="#nowhere">Nowhere</a></li>
                </ol></nav>
                <p><a href="#part.places">Places</a></p>
                """)
        #expect(numberedContents(of: "<p>no contents</p>", pages: [:]) == "<p>no contents</p>")
    }
}
