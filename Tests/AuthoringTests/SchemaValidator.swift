import Content
import Diagnostics
import Foundation
import Testing
import Text

/// As much of JSON Schema 2020-12 as the program writes; a keyword that it does not know is a failure.
struct SchemaValidator {
    let root: JSON

    /// Where and why a value does not satisfy the schema: `/steps/0/by: type`.
    func problems(_ value: JSON) -> [String] { problems(value, root, at: "") }

    private func problems(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
        guard case .object(let members) = schema else { return ["\(path): the schema is no object"] }
        return members.flatMap { member -> [String] in
            let failure = ["\(path): \(member.name)"]
            switch member.name {
            case "$schema", "$defs", "title", "description", "examples": return []
            case "$ref":
                let name = member.value.string?.replacing("#/$defs/", with: "") ?? ""
                guard let target = root["$defs"]?[name] else { return ["\(path): no definition \(name)"] }
                return problems(value, target, at: path)
            case "anyOf":
                return member.value.array.contains { problems(value, $0, at: path).isEmpty } ? [] : failure
            case "type":
                let types = member.value.string.map { [$0] } ?? member.value.array.compactMap(\.string)
                return types.contains(where: value.isOfType) ? [] : failure
            case "const": return value == member.value ? [] : failure
            case "pattern":
                guard let text = value.string, let pattern = member.value.string else { return [] }
                return text.range(of: pattern, options: .regularExpression) != nil ? [] : failure
            case "format":
                guard member.value == "date" else { return ["\(path): an unknown format"] }
                return value.string.map { CalendarDate($0) != nil } ?? true ? [] : failure
            case "minLength": return value.string?.isEmpty == true ? failure : []
            case "minItems": return value.isOfType("array") && value.array.isEmpty ? failure : []
            case "maxItems": return value.array.count > 1 ? failure : []
            case "minProperties": return value.isOfType("object") && value.members.isEmpty ? failure : []
            case "items":
                return value.array.enumerated().flatMap { problems($1, member.value, at: "\(path)/\($0)") }
            case "properties":
                return value.members.flatMap { pair in
                    member.value[pair.name].map { problems(pair.value, $0, at: "\(path)/\(pair.name)") } ?? []
                }
            case "required":
                let missing = member.value.array.compactMap(\.string).filter { value[$0] == nil }
                return value.isOfType("object") ? missing.map { "\(path)/\($0): required" } : []
            case "propertyNames":
                return value.members.flatMap { problems(.string($0.name), member.value, at: "\(path)/\($0.name)") }
            case "additionalProperties":
                let others = value.members.filter { schema["properties"]?[$0.name] == nil }
                if member.value == false { return others.map { "\(path)/\($0.name): unknown" } }
                return others.flatMap { problems($0.value, member.value, at: "\(path)/\($0.name)") }
            default: return ["\(path): the unknown keyword \(member.name)"]
            }
        }
    }
}

extension JSON {
    subscript(name: String) -> JSON? { members.first { $0.name == name }?.value }

    var members: [Member] { if case .object(let members) = self { members } else { [] } }
    var array: [JSON] { if case .array(let values) = self { values } else { [] } }
    var string: String? { if case .string(let text) = self { text } else { nil } }

    func isOfType(_ name: String) -> Bool {
        switch self {
        case .string: name == "string"
        case .integer: name == "integer" || name == "number"
        case .number: name == "number"
        case .bool: name == "boolean"
        case .null: name == "null"
        case .array: name == "array"
        case .object: name == "object"
        }
    }
}
