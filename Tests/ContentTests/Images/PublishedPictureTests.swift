import Testing
import Text

@testable import Content

@Suite("A picture is published without what it tells beside itself")
struct PublishedPictureTests {
    private func published(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let once = ImageFormat.published(bytes, path: name)
        #expect(ImageFormat.published(once, path: name) == once)
        return once
    }

    private static let place = Array("N30.2741,E120.1551".utf8)

    @Test("a picture with nothing to leave out is published byte for byte")
    func plain() {
        for (name, bytes) in [
            ("a.jpg", Pictures.jpeg(4, 3)), ("a.png", Pictures.png(4, 3)), ("a.webp", Pictures.lossyWebP(4, 3)),
            ("a.webp", Pictures.extendedWebP(4, 3)), ("a.gif", Pictures.gif(4, 3)),
            ("a.svg", Pictures.svg("width=\"4\"")),
            ("a.pdf", [0x25, 0x50]),
        ] { #expect(published(name, bytes) == bytes) }
    }

    @Test("a JPEG keeps its colour profile and how it is turned, and nothing else", arguments: [false, true])
    func jpeg(isLittleEndian: Bool) {
        let profile: (UInt8, [UInt8]) = (0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9])
        let adobe: (UInt8, [UInt8]) = (0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
        let bytes = Pictures.jpeg(
            4, 3, orientation: 6, isLittleEndian: isLittleEndian,
            (0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x/>".utf8) + Self.place), profile, adobe,
            (0xED, Array("Photoshop 3.0".utf8) + Self.place), (0xE2, Array("MPF\0".utf8)), (0xFE, Array("张三".utf8)))
        // Behind the end there is a second picture.
        let clean = published("a.jpg", bytes + Pictures.jpeg(9, 9, orientation: 3))
        let turned =
            Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        #expect(clean == Pictures.jpeg(4, 3, (0xE1, turned), profile, adobe))
        #expect(ImageFormat.jpeg.size(of: clean) == ImageSize(width: 3, height: 4))
        #expect(published("a.jpg", Pictures.jpeg(4, 3, orientation: 1)) == Pictures.jpeg(4, 3))
    }

    @Test("a JPEG loses the small copy in its head")
    func thumbnail() {
        var bytes = Pictures.jpeg(4, 3)
        let head = Pictures.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 7, 7, 7])
        bytes.replaceSubrange(2..<20, with: head)
        #expect(published("a.jpg", bytes) == Pictures.jpeg(4, 3))
    }

    @Test("a PNG keeps colours, and how it is turned")
    func png() {
        let colours: (String, [UInt8]) = ("iCCP", [1, 0, 0])
        let dots: (String, [UInt8]) = ("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 1])
        let bytes = Pictures.png(
            4, 3, colours, ("eXIf", Pictures.tiff(orientation: 8)), ("tEXt", Array("Author\0张三".utf8)),
            ("iTXt", Array("XML:com.adobe.xmp\0".utf8) + Self.place), ("zTXt", [0]), ("tIME", [7]), ("caBX", [1]), dots)
        let turned = Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0]
        let clean = published("a.png", bytes + Self.place)
        #expect(clean == Pictures.png(4, 3, colours, ("eXIf", turned), dots))
        #expect(ImageFormat.png.size(of: clean) == ImageSize(width: 3, height: 4))
    }

    @Test("a WebP keeps its profile and how it is turned, and its head tells what is there")
    func webp() {
        let bytes = Pictures.extendedWebP(
            4, 3, flags: 0x3C, ("ICCP", [1, 2]), ("EXIF", Pictures.tiff(orientation: 1)), ("XMP ", Self.place),
            ("ABCD", [1]))
        #expect(published("a.webp", bytes) == Pictures.extendedWebP(4, 3, flags: 0x30, ("ICCP", [1, 2])))
        let turned = published(
            "a.webp", Pictures.extendedWebP(4, 3, flags: 0x08, ("EXIF", Pictures.tiff(orientation: 5))))
        #expect(turned == Pictures.extendedWebP(4, 3, flags: 0x08, ("EXIF", Exif.data(orientation: 5))))
        #expect(ImageFormat.webp.size(of: turned) == ImageSize(width: 3, height: 4))
    }

    @Test("a GIF keeps how often it is shown")
    func gif() {
        let loop: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
        let xmp: [UInt8] = [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + [2, 1, 2, 0]
        let comment: [UInt8] = [0x21, 0xFE, 3] + Array("abc".utf8) + [0]
        let dots: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
        let head = Array(Pictures.gif(4, 3).dropLast())
        #expect(published("a.gif", head + loop + xmp + comment + dots + [0x3B, 1]) == head + loop + dots + [0x3B])
    }

    @Test("what is damaged is no picture")
    func damaged() {
        let jpeg = Pictures.jpeg(4, 3)
        #expect(ImageFormat.jpeg.size(of: Array(jpeg.dropLast(2))) == nil)
        #expect(ImageFormat.jpeg.size(of: jpeg.prefix(2) + [0] + jpeg.dropFirst(2)) == nil)
        var png = Pictures.png(4, 3)
        png[png.count - 14] ^= 1
        #expect(ImageFormat.png.size(of: png) == nil)
        let garbage = Pictures.png(4, 3)
        #expect(
            ImageFormat.png.size(
                of: garbage.replacing(
                    Pictures.chunk("IDAT", [0x78, 0x9C, 3]), with: Pictures.chunk("IDAT", Array("garbage".utf8))))
                == nil)
    }

    @Test("what lies beside a record is published clean, and what is none of these is named")
    func library() async {
        let outcome = await Folder {
            File("content/topics/a.jpg", bytes: Pictures.jpeg(4, 3, orientation: 3))
            File("content/topics/b.jpg", bytes: [0, 0, 0, 24] + Array("ftypheic".utf8))
            File("content/topics/c.png", bytes: Pictures.png(1 << 20, 4))
        }.build()
        #expect(
            outcome.problems == [
                "content/topics/b.jpg:1:1 invalid-image this is a HEIC picture with the name of another format",
                "content/topics/c.png:1:1 invalid-image the picture has 1048576 × 4 dots, more than browsers draw",
            ])
        #expect(outcome.library.assets[0].bytes == published("a.jpg", Pictures.jpeg(4, 3, orientation: 3)))
        #expect(!outcome.library.assets[0].bytes.contains(Self.place))
    }
}
