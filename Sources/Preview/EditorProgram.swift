import Text

/// How a page opens a file in the editor's own program: an address with `{path}`, `{line}` and `{column}` in it.
package struct EditorProgram: Sendable, Equatable {
    /// As it was chosen.
    package let name: String
    private let address: String?

    /// The programs that are known by name.
    package static let known = [
        "vscode": "vscode://file{path}:{line}:{column}", "vscodium": "vscodium://file{path}:{line}:{column}",
        "cursor": "cursor://file{path}:{line}:{column}", "zed": "zed://file{path}:{line}:{column}",
        "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
    ]
    package static let none = EditorProgram(name: "none", address: nil)

    private init(name: String, address: String?) { (self.name, self.address) = (name, address) }

    /// - Parameter name: of a known program, `none`, or an address of one's own.
    package init?(_ name: String) {
        if name == "none" {
            self = .none
        } else if let address = Self.known[name] {
            self.init(name: name, address: address)
        } else if name.contains("{path}"), name.contains(":") {
            self.init(name: name, address: name)
        } else {
            return nil
        }
    }

    /// - Parameter path: from the root of the disk.
    func href(_ path: String, line: Int, column: Int) -> String? {
        address?.replacing("{path}", with: path.percentEncoded(keeping: "/:")).replacing("{line}", with: String(line))
            .replacing("{column}", with: String(column))
    }
}
