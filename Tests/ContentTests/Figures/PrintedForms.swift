import Testing

@testable import Content

/// A print and the whole figure it must give.
struct PrintedForm: Sendable, CustomTestStringConvertible {
    let text: String
    let figure: PrintedFigure

    init(
        _ text: String, _ value: Double, _ qualifier: Qualifier, _ lower: Double?, _ upper: Double?, _ unit: String
    ) {
        self.text = text
        figure = PrintedFigure(value: value, qualifier: qualifier, lower: lower, upper: upper, unit: unit)
    }

    var testDescription: String { text }
}

extension PrintedForm {
    static func exact(_ text: String, _ value: Double, _ unit: String) -> PrintedForm {
        PrintedForm(text, value, .exact, value, value, unit)
    }

    static func moreThan(_ text: String, _ value: Double, _ unit: String) -> PrintedForm {
        PrintedForm(text, value, .moreThan, value, nil, unit)
    }

    static func atLeast(_ text: String, _ value: Double, _ unit: String, upper: Double? = nil) -> PrintedForm {
        PrintedForm(text, value, .atLeast, value, upper, unit)
    }

    static func atMost(_ text: String, _ value: Double, _ unit: String) -> PrintedForm {
        PrintedForm(text, value, .atMost, nil, value, unit)
    }

    static func lessThan(_ text: String, _ value: Double, _ unit: String) -> PrintedForm {
        PrintedForm(text, value, .lessThan, nil, value, unit)
    }

    static func about(_ text: String, _ value: Double, _ unit: String) -> PrintedForm {
        PrintedForm(text, value, .about, nil, nil, unit)
    }

    static func nearly(_ text: String, _ value: Double, _ unit: String) -> PrintedForm {
        PrintedForm(text, value, .nearly, nil, nil, unit)
    }

    static func rounded(_ text: String, _ value: Double, _ bounds: ClosedRange<Double>, _ unit: String) -> PrintedForm {
        PrintedForm(text, value, .rounded, bounds.lowerBound, bounds.upperBound, unit)
    }

    static func range(_ text: String, _ lower: Double, _ upper: Double, _ unit: String) -> PrintedForm {
        PrintedForm(text, lower, .range, lower, upper, unit)
    }
}
