import FlyingFox
import FlyingSocks
import Foundation

/// Serves a preview to this machine, and to no other.
package struct PreviewServer: Sendable {
    package let preview: Preview
    package let port: UInt16
    private let running: Task<Void, any Error>

    package enum Failure: Error {
        /// None can be listened on from the one that was asked for on.
        case noPort(UInt16)
        /// The system would not let it go on.
        case ended(reason: String)
    }

    /// How many ports after the first are tried.
    private static let tries: UInt16 = 100

    /// Listens on a port or, if that cannot be, on the next that can be listened on.
    package init(_ preview: Preview, port first: UInt16) async throws {
        for port in first...min(first, .max - Self.tries) + Self.tries {
            guard (try? Self.probe(port)) != nil else { continue }
            let server = HTTPServer(
                address: try .inet(ip4: "127.0.0.1", port: port), timeout: 120,
                pool: PromptPool(pool: HTTPServer.defaultPool()), logger: .disabled,
                handler: PreviewHandler(preview: preview, port: port))
            let running = Task { try await server.run() }
            guard (try? await server.waitUntilListening()) != nil else {
                running.cancel()
                continue
            }
            (self.preview, self.port, self.running) = (preview, port, running)
            return
        }
        throw Failure.noPort(first)
    }

    /// Fails at once where the server would try for seconds.
    private static func probe(_ port: UInt16) throws {
        let socket = try Socket(domain: AF_INET)
        defer { try? socket.close() }
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
    }

    package var address: String { "http://127.0.0.1:\(port)/" }

    /// Runs until it is stopped; that the system stops it is a ``Failure``.
    package func run() async throws {
        let beat = Task {
            while (try? await Task.sleep(for: Events.beat)) != nil { preview.events.beat() }
        }
        defer { beat.cancel() }
        do {
            try await running.value
        } catch {
            if running.isCancelled { return }
            guard case SocketError.failed(_, _, let message) = error else {
                throw Failure.ended(reason: error.localizedDescription)
            }
            throw Failure.ended(reason: message)
        }
    }

    package func stop() { running.cancel() }
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
                body: HTTPBodySequence(from: StreamedBytes(chunks: preview.listen())))
        }
        let response = await preview.respond(to: asked, port: port)
        var fields = HTTPHeaders()
        for (name, value) in response.headers { fields[HTTPHeader(name)] = value }
        let status = HTTPStatusCode(response.status, phrase: "")
        guard status.code == 413 else {
            return HTTPResponse(statusCode: status, headers: fields, body: Data(response.body))
        }
        // FlyingFox reads a short body to its end, but would take what is left of a long one for the next request. It
        // closes a connection when an answer fails, so this one does once it is sent. A moment later, since the system
        // takes back what the other side has not read yet when bytes are left on a connection that is closed.
        fields[.connection] = "close"
        let answer = AsyncThrowingStream<[UInt8], any Error> { stream in
            stream.yield(response.body)
            Task {
                try? await Task.sleep(for: .seconds(2))
                stream.finish(throwing: SocketError.disconnected)
            }
        }
        return HTTPResponse(
            statusCode: status, headers: fields,
            body: HTTPBodySequence(from: StreamedBytes(chunks: answer), count: response.body.count))
    }
}

extension Preview {
    /// What an open page hears.
    fileprivate func listen() -> AsyncStream<[UInt8]> { events.listen(generation: state.generation) }
}

/// The body of an answer, chunk by chunk.
private struct StreamedBytes<Chunks: AsyncSequence & Sendable>: AsyncBufferedSequence where Chunks.Element == [UInt8] {
    typealias Element = UInt8
    let chunks: Chunks

    func makeAsyncIterator() -> Iterator { Iterator(iterator: chunks.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var iterator: Chunks.AsyncIterator

        mutating func next() async -> UInt8? { nil }
        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { try await iterator.next() }
    }
}
