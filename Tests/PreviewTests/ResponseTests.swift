import Testing

@testable import Preview

@Suite("What is sent of a file")
struct ResponseTests {
    private let file = Response(
        status: 200, headers: ["ETag": "\"t\"", "Content-Type": contentType(of: "a.txt")],
        body: Array("0123456789".utf8))

    private func answer(_ headers: [String: String], method: String = "GET") -> Response {
        file.answering(Request(method: method, target: "/a.txt", headers: headers))
    }

    @Test("HEAD has everything but the body")
    func head() {
        let (get, head) = (answer([:]), answer([:], method: "HEAD"))
        #expect(get.body == file.body && head.body.isEmpty)
        #expect(get.headers == head.headers && head.headers["Content-Length"] == "10")
    }

    @Test("what the browser has already is not sent again", arguments: ["\"t\"", "W/\"t\"", "\"a\", \"t\"", "*"])
    func known(tags: String) {
        let answer = answer(["if-none-match": tags])
        #expect(answer.status == 304 && answer.body.isEmpty && answer.headers["ETag"] == "\"t\"")
    }

    @Test("what has changed is sent")
    func changed() { #expect(answer(["if-none-match": "\"old\""]).status == 200) }

    @Test(
        "a range is sent alone",
        arguments: [
            ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
            ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
            ("bytes=8-99", 206, "89", "bytes 8-9/10"), ("bytes=10-", 416, "", "bytes */10"),
            ("bytes=-0", 416, "", "bytes */10"), ("bytes=99999999999999999999-", 200, "0123456789", nil),
            ("bytes=3-1", 200, "0123456789", nil), ("bytes=0-1,3-4", 200, "0123456789", nil),
            ("bytes=--5", 200, "0123456789", nil), ("bytes=+1-", 200, "0123456789", nil),
            ("bytes=-+2", 200, "0123456789", nil), ("bytes=-", 200, "0123456789", nil),
            ("lines=1-2", 200, "0123456789", nil), ("bytes=0-9223372036854775807", 206, "0123456789", "bytes 0-9/10"),
        ] as [(String, Int, String, String?)])
    func range(header: String, status: Int, body: String, range: String?) {
        let answer = answer(["range": header])
        #expect(answer.status == status && String(decoding: answer.body, as: UTF8.self) == body)
        #expect(answer.headers["Content-Range"] == range && answer.headers["Content-Length"] == "\(body.utf8.count)")
    }

    @Test("a range of a file that has changed since is answered as a whole")
    func changedRange() {
        #expect(answer(["range": "bytes=0-3", "if-range": "\"old\""]).status == 200)
        #expect(answer(["range": "bytes=0-3", "if-range": "\"t\""]).status == 206)
    }

    @Test("texts are sent as UTF-8, and what is unknown as bytes")
    func types() {
        #expect(contentType(of: "a/b.html") == "text/html; charset=utf-8")
        #expect(contentType(of: "search/x0.AB.js") == "text/javascript; charset=utf-8")
        #expect(contentType(of: "a.b/PIC.PNG") == "image/png")
        #expect(contentType(of: "a.b/none") == "application/octet-stream")
    }

    @Test("the script stands before the end of the page, even of one without an end")
    func script() {
        func page(_ text: String) -> String { String(decoding: Preview.withScript(Array(text.utf8)), as: UTF8.self) }
        #expect(page("<p></body> a</body></html>\n") == "<p></body> a\(Preview.script)</body></html>\n")
        #expect(page("<p>") == "<p>\(Preview.script)")
        #expect(page("") == Preview.script)
    }

    @Test("an editor is opened by an address that any path can stand in")
    func editor() {
        #expect(
            EditorProgram("vscode")?.href("/a b/盘&.md", line: 3, column: 7)
                == "vscode://file/a%20b/%E7%9B%98%26.md:3:7")
        #expect(EditorProgram("x://{path}#{line}")?.href("/a.md", line: 3, column: 7) == "x:///a.md#3")
        #expect(EditorProgram("none")?.href("/a.md", line: 1, column: 1) == nil)
        #expect(EditorProgram("vscod") == nil)
    }
}
