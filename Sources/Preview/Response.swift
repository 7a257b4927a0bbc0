import Text

/// What is sent for a request.
package struct Response: Sendable, Equatable {
    package var status: Int
    package var headers: [String: String] = [:]
    package var body: [UInt8] = []

    static func text(_ status: Int, _ text: String) -> Response {
        Response(status: status, headers: ["Content-Type": contentType(of: ".txt")], body: Array(text.utf8))
    }

    /// The answer with what every one has.
    var complete: Response {
        var response = self
        response.headers.merge(
            [
                "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff",
                // Another site in the same browser cannot load a script, a style or a picture of this one.
                "Cross-Origin-Resource-Policy": "same-origin", "Content-Length": String(body.count),
            ]) { own, _ in own }
        return response
    }

    /// The part of the answer that a request asks for: nothing if the browser has it already (RFC 9110, 13), a range
    /// (14), no body for HEAD.
    func answering(_ request: Request) -> Response {
        var response = self
        if status == 200, let tag = headers["ETag"] {
            if let known = request.headers["if-none-match"],
                Self.tags(known).contains(where: { $0 == tag || $0 == "*" })
            {
                response.status = 304
            } else {
                response.headers["Accept-Ranges"] = "bytes"
                let isSame = request.headers["if-range"].map { $0 == tag } ?? true
                if isSame, let range = request.headers["range"] { response.cut(to: range) }
            }
        }
        response = response.complete
        if request.method == "HEAD" || response.status == 304 { response.body = [] }
        return response
    }

    private static func tags(_ list: String) -> [String] {
        list.split { $0 == "," || $0 == " " }.map { String($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) }
    }

    /// Cuts the body to a range such as `bytes=0-99`, `bytes=100-` or `bytes=-100`. Several ranges, and what is none,
    /// are answered as a whole, as the standard allows.
    private mutating func cut(to header: String) {
        guard header.hasPrefix("bytes="), !header.contains(",") else { return }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        // `Int` would take a sign.
        func isEnd(_ text: Substring) -> Bool {
            text.utf8.allSatisfy { 0x30...0x39 ~= $0 } && (text.isEmpty || Int(text) != nil)
        }
        guard ends.count == 2, ends.allSatisfy(isEnd) else { return }
        let range: Range<Int>
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?) where last >= first:
            range = min(first, body.count)..<min(last, body.count - 1) + 1
        case (let first?, nil): range = min(first, body.count)..<body.count
        case (nil, let count?): range = max(0, body.count - count)..<body.count
        default: return
        }
        guard !range.isEmpty else {
            self = Response(status: 416, headers: ["Content-Range": "bytes */\(body.count)"])
            return
        }
        status = 206
        headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.count)"
        body = Array(body[range])
    }
}

/// The type that a browser is told of a file, by its name.
func contentType(of path: String) -> String {
    guard let type = mediaType(of: path) else { return "application/octet-stream" }
    let isText = type.hasPrefix("text/") || ["application/json", "application/xml"].contains(type)
    return isText ? type + "; charset=utf-8" : type
}
