import Diagnostics
import Text
import Yams

extension JSON {
    /// The value of a YAML node by the core schema of YAML 1.2, as editors and validators see it: days are texts.
    package init(_ node: Node) {
        switch node {
        case .scalar(let scalar): self = .init(scalar)
        case .alias: self = .null
        case .sequence(let sequence): self = .array(sequence.map { JSON($0) })
        case .mapping(let mapping):
            self = .object(mapping.map { Member(name: $0.scalar?.string ?? "", value: JSON($1)) })
        }
    }

    private init(_ scalar: Node.Scalar) {
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any else {
            self = .string(text)
            return
        }
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = true
        case "false", "False", "FALSE": self = false
        default:
            let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
            if isNumber, let number = Int(text) {
                self = .integer(number)
            } else if isNumber, text.utf8.contains(where: { (0x30...0x39).contains($0) }), let number = Double(text) {
                self = .number(number)
            } else {
                self = .string(text)
            }
        }
    }
}
