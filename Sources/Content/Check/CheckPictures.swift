import Diagnostics
import Text

extension Checker {
    /// Reads the size of every picture. All of them are published, so those that nothing shows are checked too.
    mutating func checkPictures() {
        for file in library.assets { library.imageSizes.append(size(of: file)) }
    }

    private mutating func size(of file: SourceTree.File) -> ImageSize? {
        guard let format = ImageFormat(path: file.path) else { return nil }
        if let actual = ImageFormat(signatureOf: file.bytes), actual != format {
            reportInvalid(file, .otherFormat(actual.rawValue))
            return nil
        }
        guard format == .svg else {
            guard let size = format.size(of: file.bytes) else {
                reportInvalid(file, .brokenPicture(format.rawValue))
                return nil
            }
            return size
        }
        do {
            let image = try SVGImage(file.bytes)
            for danger in image.dangers {
                report(danger.message, at: SourceSpan(path: file.path, range: danger.range), hint: danger.hint)
            }
            if image.size == nil {
                reportInvalid(file, .pictureWithoutSize, hint: .giveSize)
            }
            return image.size
        } catch {
            report(.unreadableSVG(error.reason), at: SourceSpan(path: file.path, range: error.range))
            return nil
        }
    }

    private mutating func reportInvalid(
        _ file: SourceTree.File, _ message: Diagnostic.Message, hint: Diagnostic.Hint = .exportAgain
    ) {
        report(message, at: SourceSpan(path: file.path, range: 0..<0), hint: hint)
    }
}
