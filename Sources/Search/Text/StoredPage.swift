/// What is stored of a page to show it as a result and to find the words in it again.
struct StoredPage {
    private var document: SearchDocument

    init(_ document: SearchDocument) {
        self.document = document
    }

    private var texts: [String] {
        [
            document.path, document.title, document.names.joined(separator: "\n"), document.summary,
            document.also.joined(separator: "\n"),
        ]
    }

    /// In bytes of UTF-8.
    var size: Int {
        document.sections.reduce(texts.reduce(0) { $0 + $1.utf8.count }) {
            $0 + $1.anchor.utf8.count + $1.heading.utf8.count + $1.text.utf8.count
        }
    }

    var fingerprint: Fingerprint {
        var fingerprint = Fingerprint()
        for text in texts { fingerprint.add(text) }
        for section in document.sections {
            for text in [section.anchor, section.heading, section.text] { fingerprint.add(text) }
        }
        return fingerprint
    }

    /// `["path","title","names","summary","also",["anchor","heading","text"],…]`, each text coded.
    func append(to output: inout [UInt8], code: TextCode) {
        func append(_ texts: [String]) {
            for (index, text) in texts.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                output.append(UInt8(ascii: "\""))
                code.encode(text, to: &output)
                output.append(UInt8(ascii: "\""))
            }
        }
        output.append(UInt8(ascii: "["))
        append(texts)
        for section in document.sections {
            output += Array(",[".utf8)
            append([section.anchor, section.heading, section.text])
            output.append(UInt8(ascii: "]"))
        }
        output.append(UInt8(ascii: "]"))
    }
}
