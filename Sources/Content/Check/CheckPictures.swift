import Diagnostics

extension Checker {
    /// Reads the size of every picture. All of them are published, so those that nothing shows are checked too.
    mutating func checkPictures() {
        for file in library.assets { library.imageSizes.append(size(of: file)) }
    }

    private mutating func size(of file: SourceTree.File) -> ImageSize? {
        guard let format = ImageFormat(path: file.path) else { return nil }
        if let actual = ImageFormat(signatureOf: file.bytes), actual != format {
            reportInvalid(file, "this is a \(actual.rawValue) picture with the name of another format")
            return nil
        }
        guard format == .svg else {
            guard let size = format.size(of: file.bytes) else {
                reportInvalid(file, "this is no whole \(format.rawValue) picture")
                return nil
            }
            return size
        }
        do {
            let image = try SVGImage(file.bytes)
            for danger in image.dangers {
                report(
                    .dangerousImage, danger.reason, at: SourceSpan(path: file.path, range: danger.range),
                    hint: "save it as a plain SVG, with what it needs embedded")
            }
            if image.size == nil {
                reportInvalid(file, "the picture has no size", hint: "give <svg> a width and a height, or a viewBox")
            }
            return image.size
        } catch {
            report(
                .invalidImage, "this SVG cannot be read: \(error.reason)",
                at: SourceSpan(path: file.path, range: error.range))
            return nil
        }
    }

    private mutating func reportInvalid(
        _ file: SourceTree.File, _ message: String, hint: String = "export it again, with the ending of its format"
    ) {
        report(.invalidImage, message, at: SourceSpan(path: file.path, range: 0..<0), hint: hint)
    }
}
