import Testing

@testable import Preview

@Suite("Who is answered, and where paths lead")
struct RequestTests {
    private func status(_ request: Request) -> Int? { request.refusal(port: 4000)?.status }

    @Test("this machine by its names is answered; names of others, which a foreign page may point here, are not")
    func hosts() {
        func status(_ host: String?) -> Int? {
            self.status(Request(target: "/", headers: host.map { ["host": $0] } ?? [:]))
        }
        #expect(status("127.0.0.1:4000") == nil)
        #expect(status("localhost:4000") == nil)
        #expect(status("LOCALHOST:4000") == nil)
        for host in [
            "evil.example", "evil.example:4000", "127.0.0.1", "127.0.0.1:4001", "127.0.0.1:4000.evil.example", "",
        ] {
            #expect(status(host) == 403, "\(host)")
        }
        #expect(status(nil) == 403)
    }

    @Test("GET and HEAD are answered; what would change something is not")
    func methods() {
        let headers = ["host": "127.0.0.1:4000"]
        for method in ["GET", "HEAD"] { #expect(status(Request(method: method, target: "/", headers: headers)) == nil) }
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"] {
            let refusal = Request(method: method, target: "/", headers: headers).refusal(port: 4000)
            #expect(refusal?.status == 405 && refusal?.headers["Allow"] == "GET, HEAD", "\(method)")
        }
    }

    @Test("a request of a megabyte is refused, whether in its address, its headers or its body")
    func size() {
        let megabyte = String(repeating: "a", count: 1 << 20)
        let host = ["host": "127.0.0.1:4000"]
        #expect(status(Request(target: "/" + megabyte, headers: host)) == 431)
        #expect(status(Request(target: "/", headers: host.merging(["cookie": megabyte]) { $1 })) == 431)
        #expect(status(Request(target: "/", headers: host.merging(["content-length": "1048576"]) { $1 })) == 413)
        #expect(
            status(Request(target: "/", headers: host.merging(["content-length": "99999999999999999999"]) { $1 }))
                == 413)
        #expect(status(Request(target: "/", headers: host.merging(["transfer-encoding": "chunked"]) { $1 })) == 413)
        #expect(status(Request(target: "/?" + megabyte.prefix(20_000), headers: host)) == nil)
    }

    @Test(
        "a path stays below the site",
        arguments: [
            ("/", ""), ("/a/b.html?x=1#y", "a/b.html"), ("/places/", "places/"), ("/%E7%9B%98.html", "盘.html"),
            ("/a%20b.html", "a b.html"), ("/..", nil), ("/a/../../etc/passwd", nil), ("/%2e%2e/etc/passwd", nil),
            ("/a/%2E%2e/b", nil), ("/a/./b", nil), ("//etc/passwd", nil), ("/%2Fetc/passwd", nil), ("/a\\..\\b", nil),
            ("/a%5C..%5Cb", nil), ("/a%00.html", nil), ("/%FF", nil), ("http://a/b", nil), ("*", nil), ("", nil),
        ] as [(String, String?)])
    func paths(target: String, path: String?) {
        #expect(Request(target: target).path == path)
        #expect((status(Request(target: target, headers: ["host": "localhost:4000"])) == 400) == (path == nil))
    }
}
