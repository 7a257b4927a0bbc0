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
        guard let good = state.good else { return page(503, records(state)) }
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
                // By this a page knows what it has loaded.
                "Server-Timing": "tag;desc=\"\(await good.tag(of: name))\"",
            ],
            body: isPage ? Self.withScript(file.bytes) : file.bytes)
    }

    private static func fileName(_ path: String) -> String {
        path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    }

    static func withScript(_ page: [UInt8]) -> [UInt8] {
        let end = page.lastRange(of: Array("</body>".utf8)) ?? page.count
        return page[..<end] + Array(script.utf8) + page[end...]
    }

    // MARK: What preview says

    private func own(_ name: String, _ request: Request, _ state: PreviewState) async -> Response {
        switch name {
        case "", "index.html": return page(200, records(state))
        case "status": return json(state.status)
        case "page": return json(await answer(to: request, state))
        case "preview.js", "worker.js", "preview.css":
            let text = embeddedText("preview/" + name) ?? ""
            return Response(status: 200, headers: ["Content-Type": contentType(of: name)], body: Array(text.utf8))
        default: return .text(404, "There is no such address.\n")
        }
    }

    private func page(_ status: Int, _ html: String) -> Response {
        Response(
            status: status, headers: ["Content-Type": contentType(of: ".html")],
            body: Self.withScript(Array(html.utf8)))
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
            guard let good = state.good, let name = Request.path(String(path.dropFirst())) else { continue }
            tags.append(.init(name: path, value: .string(await good.tag(of: Self.fileName(name)))))
        }
        let isOwn = address.dropFirst().hasPrefix(Self.ownFolder)
        let name = Self.fileName(Request.path(String(address.dropFirst())) ?? "")
        let page = state.good.flatMap { good in good.planned.site.plan.page(at: name).map { ($0, good.planned.site) } }
        let problems = problems(state)
        let strip = state.good?.planned.site.editorStrip(for: page?.0, problems: problems) { self.href($0, 1, 1) }
        let panel = state.planned.map {
            $0.site.problemPanel(for: page, problems: problems, failure: state.failure)
        }
        return .object([
            "generation": .integer(state.generation), "errors": .integer(state.errors), "tags": .object(tags),
            "panel": .string(state.errors == 0 || isOwn || state.good == nil ? "" : panel ?? state.failure ?? ""),
            "strip": .string(isOwn ? "" : strip ?? ""),
        ])
    }

    private func records(_ state: PreviewState) -> String {
        guard let planned = state.planned else { return (state.failure ?? "").htmlEscaped }
        return planned.site.recordsPage(problems(state), failure: state.failure)
    }

    private func problems(_ state: PreviewState) -> EditorProblems {
        EditorProblems(
            state.problems.map {
                EditorProblem($0, href: href($0.place.path, $0.place.start.line, $0.place.start.column))
            }, languages: state.planned?.site.library.languages ?? [])
    }

    private func href(_ path: String, _ line: Int, _ column: Int) -> String? {
        settings.editor.href(resolvedPath(settings.folder) + "/" + path, line: line, column: column)
    }
}

extension Array where Element == UInt8 {
    /// Where a text begins for the last time.
    fileprivate func lastRange(of text: [UInt8]) -> Int? {
        var index = count - text.count
        while index >= 0 {
            if self[index] == text[0], self[index..<index + text.count].elementsEqual(text) { return index }
            index -= 1
        }
        return nil
    }
}
