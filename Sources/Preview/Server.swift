import FlyingFox
import FlyingSocks
import Foundation

/// Serves a preview to this machine, and to no other.
package struct PreviewServer: Sendable {
    package let preview: Preview
    package let port: UInt16
    private let server: HTTPServer
    private let running: Task<Void, any Error>

    package enum StartError: Error {
        /// No port is free from the one that was asked for on.
        case noPort(UInt16)
    }

    /// How many ports after the first are tried.
    private static let tries: UInt16 = 100

    /// Listens on a port or, if it is taken, on the next free one.
    package init(_ preview: Preview, port first: UInt16) async throws {
        for port in first...first.addingReportingOverflow(Self.tries).partialValue {
            guard try Self.isFree(port) else { continue }
            let server = HTTPServer(
                address: try .inet(ip4: "127.0.0.1", port: port), timeout: 120,
                pool: PromptPool(pool: HTTPServer.defaultPool()), logger: .disabled,
                handler: PreviewHandler(preview: preview, port: port))
            let running = Task { try await server.run() }
            try await server.waitUntilListening()
            (self.preview, self.port, self.server, self.running) = (preview, port, server, running)
            return
        }
        throw StartError.noPort(first)
    }

    private static func isFree(_ port: UInt16) throws -> Bool {
        let socket = try Socket(domain: AF_INET)
        defer { try? socket.close() }
        try socket.setValue(true, for: .localAddressReuse)
        do {
            try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
            return true
        } catch {
            return false
        }
    }

    package var address: String { "http://127.0.0.1:\(port)/" }

    /// Runs until it is stopped.
    package func run() async throws {
        let beat = Task {
            while (try? await Task.sleep(for: Events.beat)) != nil { preview.events.beat() }
        }
        defer { beat.cancel() }
        try await running.value
    }

    package func stop() async { await server.stop() }
}

private struct PreviewHandler: HTTPHandler {
    let preview: Preview
    let port: UInt16

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let headers = Dictionary(request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }) { first, _ in first }
        let asked = Request(method: request.method.rawValue, target: request.target.rawValue, headers: headers)
        if asked.path == ".exemplar/events", asked.method == "GET", asked.refusal(port: port) == nil {
            return HTTPResponse(
                statusCode: .ok,
                headers: [
                    .contentType: "text/event-stream; charset=utf-8", HTTPHeader("Cache-Control"): "no-store",
                    HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
                ],
                body: HTTPBodySequence(from: EventBytes(stream: preview.listen())))
        }
        let response = await preview.respond(to: asked, port: port)
        var fields = HTTPHeaders()
        for (name, value) in response.headers { fields[HTTPHeader(name)] = value }
        // What is left of a request that was too long is not read as the next one.
        if response.status == 413 { fields[.connection] = "close" }
        return HTTPResponse(
            statusCode: HTTPStatusCode(response.status, phrase: ""), headers: fields, body: Data(response.body))
    }
}

extension Preview {
    /// What an open page hears.
    fileprivate func listen() -> AsyncStream<[UInt8]> { events.listen(generation: state.generation) }
}

/// The events of a page as bytes of an answer that has no end.
private struct EventBytes: AsyncBufferedSequence {
    typealias Element = UInt8
    let stream: AsyncStream<[UInt8]>

    func makeAsyncIterator() -> Iterator { Iterator(iterator: stream.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var iterator: AsyncStream<[UInt8]>.Iterator

        mutating func next() async -> UInt8? { nil }
        mutating func nextBuffer(suggested count: Int) async -> [UInt8]? { await iterator.next() }
    }
}
