import Text

/// What is looked at of a request.
package struct Request: Sendable {
    package var method: String
    /// As it was sent: a path, perhaps with a query behind a question mark.
    package var target: String
    /// By lower-case name.
    package var headers: [String: String]

    package init(method: String = "GET", target: String, headers: [String: String] = [:]) {
        (self.method, self.target, self.headers) = (method, target, headers)
    }

    /// The most bytes that the line of the request, its headers and its body may have.
    static let most = 32_768

    /// Why the request is not answered; nil if it is.
    ///
    /// A page of another site may ask this address under a name of its own (DNS rebinding), so a name that is not that
    /// of this machine is refused: drafts are nobody else's.
    func refusal(port: UInt16) -> Response? {
        let size = target.utf8.count + headers.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        guard size <= Self.most else { return .text(431, "The request is too long.\n") }
        let body = headers["content-length"].map { Int($0) ?? .max } ?? (headers["transfer-encoding"] == nil ? 0 : .max)
        guard body <= Self.most else { return .text(413, "The request is too long.\n") }
        let hosts = ["127.0.0.1", "localhost"]
        guard let host = headers["host"]?.lowercased(),
            hosts.contains(where: { host == "\($0):\(port)" || port == 80 && host == $0 })
        else { return .text(403, "This address is for this machine alone.\n") }
        guard method == "GET" || method == "HEAD" else {
            var response = Response.text(405, "Only GET and HEAD are answered.\n")
            response.headers["Allow"] = "GET, HEAD"
            return response
        }
        return path == nil ? .text(400, "This is no path of the site.\n") : nil
    }

    /// The path below the site, without the slash at its beginning; nil if it is none or would leave the site.
    package var path: String? {
        guard target.hasPrefix("/") else { return nil }
        return Self.path(String(target.prefix { $0 != "?" && $0 != "#" }.dropFirst()))
    }

    /// - Parameter encoded: with percent escapes.
    static func path(_ encoded: String) -> String? {
        let path = encoded.percentDecoded
        guard
            !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" || $0 == "\u{7F}" || $0 == "\u{FFFD}" }
            ),
            !path.hasPrefix("/"), !path.contains("//"),
            !path.pathParts.contains(where: { $0 == ".." || $0 == "." })
        else { return nil }
        return path
    }

    /// The values of a name in the query.
    func values(_ name: String) -> [String] {
        guard let start = target.firstIndex(of: "?") else { return [] }
        return target[target.index(after: start)...].split(separator: "&").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0] == name ? String(parts[1]).percentDecoded : nil
        }
    }
}
