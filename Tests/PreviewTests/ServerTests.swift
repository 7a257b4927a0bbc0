import FlyingSocks
import Foundation
import TestSupport
import Testing

@testable import Preview

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("The server, asked as a browser asks")
struct ServerTests {
    private func ask(
        _ server: PreviewServer, _ path: String, method: String = "GET", headers: [String: String] = [:]
    ) async throws -> (HTTPURLResponse, Data) {
        var request = URLRequest(url: try #require(URL(string: server.address + path)))
        request.httpMethod = method
        request.cachePolicy = .reloadIgnoringLocalCacheData
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        return (try #require(response as? HTTPURLResponse), data)
    }

    @Test("pages, heads, ranges, what has not changed and what is refused; a second server takes the next port")
    func requests() async throws {
        let library = try await PreviewedLibrary()
        let server = try await PreviewServer(library.preview, port: 46_100)
        let second = try await PreviewServer(library.preview, port: server.port)
        #expect(second.port > server.port)
        second.stop()

        let (page, body) = try await ask(server, "index.html")
        #expect(page.statusCode == 200 && page.value(forHTTPHeaderField: "Content-Type") == "text/html; charset=utf-8")
        #expect(String(decoding: body, as: UTF8.self).contains(Preview.script))
        #expect(page.value(forHTTPHeaderField: "Access-Control-Allow-Origin") == nil)
        let (head, nothing) = try await ask(server, "index.html", method: "HEAD")
        #expect(nothing.isEmpty && head.expectedContentLength == Int64(body.count))
        let (part, bytes) = try await ask(server, "assets/style.css", headers: ["Range": "bytes=0-9"])
        #expect(part.statusCode == 206 && bytes.count == 10)
        let tag = page.value(forHTTPHeaderField: "ETag") ?? ""
        #expect(try await ask(server, "index.html", headers: ["If-None-Match": tag]).0.statusCode == 304)
        #expect(try await ask(server, "index.html").0.statusCode == 200)
        #expect(try await ask(server, "none").0.statusCode == 404)
        #expect(try await ask(server, "index.html", method: "POST").0.statusCode == 405)
        #expect(try await ask(server, "index.html", headers: ["Host": "evil.example"]).0.statusCode == 403)
        #expect(try await ask(server, "search/manifest.js").0.statusCode == 200)
        server.stop()
    }

    /// A server of a library, for as long as something is asked of it.
    private func served(from port: UInt16, _ ask: (PreviewServer) async throws -> Void) async throws {
        let library = try await PreviewedLibrary()
        let server = try await PreviewServer(library.preview, port: port)
        // The library goes with its last owner.
        defer { withExtendedLifetime(library) { server.stop() } }
        try await ask(server)
    }

    @Test("the last ports are as good as others")
    func lastPorts() async throws {
        try await served(from: 65_500) { server async throws in
            #expect(try await ask(server, "index.html").0.statusCode == 200)
        }
    }

    @Test("the body of a request is not taken for the next one")
    func body() async throws {
        try await served(from: 46_300) { server async throws in
            let next = "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r\n\r\n"
            for size in ["Transfer-Encoding: chunked", "Content-Length: 3000000"] {
                let answer = try await say("POST / HTTP/1.1\r\n\(size)\r\n\r\n\(next)", to: server.port)
                #expect(answer.hasPrefix("HTTP/1.1 413 "), "\(answer)")
                #expect(answer.split(separator: "HTTP/1.1 ").count == 1 && answer.hasSuffix(".\n"), "\(answer)")
            }
        }
    }

    @Test("a server that is stopped ends without an error")
    func stopped() async throws {
        let library = try await PreviewedLibrary()
        let server = try await PreviewServer(library.preview, port: 46_400)
        let running = Task { try await server.run() }
        server.stop()
        try await running.value
    }

    /// Everything that comes back until the server closes the connection.
    private func say(_ text: String, to port: UInt16) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: those of tasks are few, and the server needs one.
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let socket = try Socket(domain: AF_INET)
                        defer { try? socket.close() }
                        var patience = timeval(tv_sec: 300, tv_usec: 0)
                        setsockopt(
                            socket.file.rawValue, SOL_SOCKET, SO_RCVTIMEO, &patience,
                            socklen_t(MemoryLayout<timeval>.size))
                        try socket.connect(to: .inet(ip4: "127.0.0.1", port: port))
                        _ = try socket.write(Data(text.utf8), from: 0)
                        var answer: [UInt8] = []
                        while let bytes = try? socket.read(atMost: 4096), !bytes.isEmpty { answer += bytes }
                        return String(decoding: answer, as: UTF8.self)
                    })
            }
        }
    }
}
