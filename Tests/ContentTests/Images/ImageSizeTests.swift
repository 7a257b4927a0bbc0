import Testing

@testable import Content

@Suite("The size of a picture is read from its file")
struct ImageSizeTests {
    @Test(
        "every format that browsers show",
        arguments: [
            (.png, Pictures.png(640, 70_000), ImageSize(width: 640, height: 70_000)),
            (.jpeg, Pictures.jpeg(4000, 3000), ImageSize(width: 4000, height: 3000)),
            (.gif, Pictures.gif(1, 300), ImageSize(width: 1, height: 300)),
            (.webp, Pictures.lossyWebP(176, 144), ImageSize(width: 176, height: 144)),
            (.webp, Pictures.losslessWebP(16_384, 1), ImageSize(width: 16_384, height: 1)),
            (.webp, Pictures.extendedWebP(100_000, 2), ImageSize(width: 100_000, height: 2)),
        ] as [(ImageFormat, [UInt8], ImageSize)])
    func formats(format: ImageFormat, bytes: [UInt8], size: ImageSize) {
        #expect(format.size(of: bytes) == size)
        // No other parser takes it for its own, and a file that is cut off is never read beyond its end.
        for other in ImageFormat.allCases where other != format { #expect(other.size(of: bytes) == nil) }
        for count in bytes.indices {
            let start = format.size(of: Array(bytes[..<count]))
            #expect(start == nil || (start == size && format != .png && format != .webp))
        }
    }

    @Test("a photograph taken with the camera on its side stands upright", arguments: 1...8)
    func orientation(orientation: Int) {
        let expected = orientation < 5 ? ImageSize(width: 40, height: 30) : ImageSize(width: 30, height: 40)
        for isLittleEndian in [true, false] {
            let bytes = Pictures.jpeg(40, 30, orientation: orientation, isLittleEndian: isLittleEndian)
            #expect(ImageFormat.jpeg.size(of: bytes) == expected)
        }
    }

    @Test("a picture without width or height is none")
    func nothing() {
        #expect(ImageFormat.png.size(of: Pictures.png(0, 5)) == nil)
        #expect(ImageFormat.gif.size(of: Pictures.gif(5, 0)) == nil)
        #expect(ImageFormat.jpeg.size(of: [0xFF, 0xD8, 0xFF, 0xDA, 0, 2]) == nil)
    }

    @Test(
        "an SVG is as large as it says, or as its view box",
        arguments: [
            ("width=\"640\" height=\"480.2\"", 640, 481),
            ("width=\"2in\" height=\" 25.4mm \" viewBox=\"0 0 9 9\"", 192, 96),
            ("width=\"10em\" height=\"100%\" viewBox=\"0 0 300 150\"", 300, 150),
            ("viewBox=\"-10,-10, 300.5\n20\"", 301, 20),
            ("width=\"100\" viewBox=\"0 0 30 15\"", 100, 50),
            ("height=\"1e2px\" viewBox=\"0 0 30 15\"", 200, 100),
        ])
    func svg(attributes: String, width: Int, height: Int) throws {
        #expect(try SVGImage(Pictures.svg(attributes)).size == ImageSize(width: width, height: height))
    }

    @Test(
        "an SVG that says neither has no size",
        arguments: ["", "width=\"10\"", "width=\"0\" height=\"0\"", "viewBox=\"0 0 0 5\"", "viewBox=\"0 0 1e9 5\""])
    func noSize(attributes: String) throws {
        #expect(try SVGImage(Pictures.svg(attributes)).size == nil)
    }
}
