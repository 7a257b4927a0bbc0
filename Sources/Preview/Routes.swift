import Content
import Diagnostics
import Disk
import Embedded
import Site
import Text

extension Preview {
    /// Put into every page as its last element; all else is what a build writes.
    package static let script = "<script src=\"/.exemplar/preview.js\" defer></script>\n"

    /// The folder of what is not the site's.
    private static let ownFolder = ".exemplar/"

    /// The answer to a request, without that to `/.exemplar/events`, which has no end.
    ///
    /// - Parameter port: on which the server listens.
    package func respond(to request: Request, port: UInt16) async -> Response {
        if let refusal = request.refusal(port: port) { return refusal.answering(request) }
        let path = request.path ?? ""
        let state = await settled()
        let response =
            path.hasPrefix(Self.ownFolder)
            ? await own(String(path.dropFirst(Self.ownFolder.count)), request, state) : await file(path, state)
        return response.answering(request)
    }

    // MARK: Files of the site

    private func file(_ path: String, _ state: PreviewState) async -> Response {
        guard let good = state.good else { return page(503, state) }
        if !path.isEmpty, !path.hasSuffix("/"), good.hasPage(at: path + "/index.html") {
            return Response(status: 308, headers: ["Location": "/" + path + "/"])
        }
        let name = Self.fileName(path)
        let file = await good.file(at: name)
        let isPage = file.isMissing || name.hasSuffix(".html")
        return Response(
            status: file.isMissing ? 404 : 200,
            headers: [
                "Content-Type": isPage ? contentType(of: ".html") : contentType(of: name),
                "ETag": "\"\(file.tag)\"",
                "Server-Timing": Self.timing(await good.tag(of: name)),
            ],
            body: isPage ? Self.withScript(file.bytes) : file.bytes)
    }

    private static func fileName(_ path: String) -> String {
        path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    }

    static func withScript(_ page: [UInt8]) -> [UInt8] {
        let end = page.lastIndex(of: Array("</body>".utf8)) ?? page.count
        return page[..<end] + Array(script.utf8) + page[end...]
    }

    // MARK: What preview says

    private func own(_ name: String, _ request: Request, _ state: PreviewState) async -> Response {
        switch name {
        case "", "index.html": return page(200, state)
        case "status": return json(state.status)
        case "page": return json(await answer(to: request, state))
        case "preview.js", "worker.js", "preview.css":
            let text = embeddedText("preview/" + name) ?? ""
            return Response(status: 200, headers: ["Content-Type": contentType(of: name)], body: Array(text.utf8))
        default: return .text(404, "There is no such address.\n")
        }
    }

    /// A page of preview's own, which differs after each change.
    private func page(_ status: Int, _ state: PreviewState) -> Response {
        let html = state.planned?.site.recordsPage(
            state.problems, failure: state.failure, hasGoodSite: state.good != nil)
        return Response(
            status: status,
            headers: ["Content-Type": contentType(of: ".html"), "Server-Timing": Self.timing(state.tag)],
            body: Self.withScript(Array((html ?? (state.failure ?? "").htmlEscaped).utf8)))
    }

    private func json(_ value: JSON) -> Response {
        Response(
            status: 200, headers: ["Content-Type": contentType(of: ".json")],
            body: Array((value.text() + "\n").utf8))
    }

    /// What a page asks that is open: whether it, or what it loaded, has changed, and what there is to show on it.
    private func answer(to request: Request, _ state: PreviewState) async -> JSON {
        let address = request.values("path").first ?? "/"
        var tags: [JSON.Member] = []
        for path in [address] + request.values("loaded") {
            guard let name = Request.path(String(path.dropFirst())) else { continue }
            tags.append(.init(name: path, value: .string(await tag(of: name, state))))
        }
        let name = Request.path(String(address.dropFirst())) ?? ""
        let shown = name.hasPrefix(Self.ownFolder) ? nil : state.good?.planned.site
        let page = shown?.plan.page(at: Self.fileName(name))
        let strip = shown?.editorStrip(for: page, problems: state.problems) { self.settings.href($0) }
        var panel: String?
        if let shown, state.errors > 0 {
            panel = state.planned?.site.problemPanel(
                for: page.map { ($0, shown) }, problems: state.problems, failure: state.failure)
        }
        return .object([
            "generation": .integer(state.generation), "errors": .integer(state.errors), "tags": .object(tags),
            "panel": .string(panel ?? ""), "strip": .string(strip ?? ""),
        ])
    }

    /// What changes when what is shown at a path changes.
    private func tag(of path: String, _ state: PreviewState) async -> String {
        guard let good = state.good, !path.hasPrefix(Self.ownFolder) else { return state.tag }
        return await good.tag(of: Self.fileName(path))
    }

    /// The header by which a page knows what it has loaded.
    private static func timing(_ tag: String) -> String { "tag;desc=\"\(tag)\"" }
}

extension Array where Element == UInt8 {
    /// Where a text begins for the last time.
    fileprivate func lastIndex(of text: [UInt8]) -> Int? {
        var index = count - text.count
        while index >= 0 {
            if self[index] == text[0], self[index..<index + text.count].elementsEqual(text) { return index }
            index -= 1
        }
        return nil
    }
}
