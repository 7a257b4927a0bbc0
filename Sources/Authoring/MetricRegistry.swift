import Content
import Diagnostics

/// The bytes of metrics.yaml, to which metrics are added at the end.
package struct MetricRegistry: Sendable {
    private var bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether a line begins with this id as a key: entries stand at the left margin.
    package func contains(_ id: String) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n")).contains { line in
            ["\(id):", "\"\(id)\":", "'\(id)':"].contains { line.starts(with: $0.utf8) }
        }
    }

    /// The file with one more entry; what stood there is unchanged.
    package func adding(_ form: RecordForm) -> [UInt8] { adding(form, values: [:]) }

    /// - Parameter values: fields whose values are known.
    func adding(_ form: RecordForm, values: [String: YAMLValue]) -> [UInt8] {
        var result = bytes
        if let last = result.last, last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        if !result.isEmpty { result.append(UInt8(ascii: "\n")) }
        return result + Array(form.metricEntry(values: values).utf8)
    }
}
