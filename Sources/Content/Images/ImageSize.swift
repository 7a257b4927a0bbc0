/// The width and height a picture is shown with unless a page says otherwise, in CSS pixels.
package struct ImageSize: Sendable, Equatable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
    }

    /// Nil where one of them is nothing, as only broken files have it.
    init?(checking width: Int?, _ height: Int?) {
        guard let width, let height, width > 0, height > 0 else { return nil }
        self.init(width: width, height: height)
    }
}
