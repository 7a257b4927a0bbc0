import Diagnostics
import Parallel
import Text

extension Checker {
    /// Reads every picture: its size, and what of it is published. All of them are, so those that nothing shows are
    /// checked too.
    mutating func checkPictures(jobs: Int) async {
        let checked = await library.assets.parallelMap(jobs: jobs, chunkSize: 1) { CheckedPicture($0) }
        for (index, picture) in checked.enumerated() {
            library.imageSizes.append(picture.size)
            if let bytes = picture.published { library.assets[index].bytes = bytes }
            diagnostics += picture.problems
        }
    }
}

extension ImageFormat {
    /// What is wrong with a picture; nothing where the file is none. One of the look needs no size of its own.
    package static func problems(of file: SourceTree.File) -> [Diagnostic] {
        CheckedPicture(file, needsSize: false).problems
    }
}

/// A file beside the records, if it is a picture.
private struct CheckedPicture: Sendable {
    private(set) var size: ImageSize?
    /// Nil where the file is published as it is.
    private(set) var published: [UInt8]?
    private(set) var problems: [Diagnostic] = []

    init(_ file: SourceTree.File, needsSize: Bool = true) {
        guard let format = ImageFormat(path: file.path) else { return }
        if let actual = ImageFormat.name(signatureOf: file.bytes), actual != format.rawValue {
            report(.otherFormat(actual), in: file)
        } else if format == .svg {
            readSVG(file, needsSize: needsSize)
        } else if let picture = format.picture(file.bytes), let size = picture.size {
            self.size = size
            published = picture.published(file.bytes)
            if !size.isDrawn {
                report(.pictureTooLarge(width: size.width, height: size.height), in: file, hint: .makeSmaller)
            }
        } else {
            report(.brokenPicture(format.rawValue), in: file)
        }
    }

    private mutating func readSVG(_ file: SourceTree.File, needsSize: Bool) {
        do {
            let image = try SVGImage(file.bytes)
            for danger in image.dangers {
                report(danger.message, in: file, at: danger.range, hint: danger.hint)
            }
            if image.size == nil, needsSize { report(.pictureWithoutSize, in: file, hint: .giveSize) }
            size = image.size
        } catch {
            report(.unreadableSVG(error.reason), in: file, at: error.range, hint: nil)
        }
    }

    private mutating func report(
        _ message: Diagnostic.Message, in file: SourceTree.File, at range: Range<Int> = 0..<0,
        hint: Diagnostic.Hint? = .exportAgain
    ) {
        problems.append(Diagnostic(message, at: SourceSpan(path: file.path, range: range), hint: hint))
    }
}

extension ImageSize {
    /// Whether browsers draw a picture of so many dots. What is larger is broken, or would stop the device of a reader.
    fileprivate var isDrawn: Bool { width < 1 << 16 && height < 1 << 16 && width * height <= 1 << 28 }
}
