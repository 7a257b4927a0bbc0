import Content

/// The tables of metrics, of figures and of the tasks that are measured by them.
extension DataTable {
    static func metrics(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.metrics, rows: library.metrics, of: library)
        table.id { $0.id }
        table.fields { $0 }
        return table.table()
    }

    /// One row for each assertion. Value, qualifier and bounds are those of the printed figure where the
    /// library's own table leaves them out; a bound that the print does not set stays empty.
    static func observations(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.observations, rows: library.observations.indices, of: library)
        table.id { library.observations[$0].id }
        table.reference(.metric, to: .metrics, isRequired: true) { library.observations[$0].metric.id }
        table.reference(.place, to: .places, isRequired: true) { library.observations[$0].place.id }
        table.text(.period) { library.observations[$0].period?.text }
        table.date(.start) { library.observations[$0].period?.start }
        table.date(.end) { library.observations[$0].period?.end }
        table.text(.printed) { library.observations[$0].printed }
        table.number(.value) { library.observations[$0].value }
        table.word(.qualifier, isRequired: false) { library.observations[$0].qualifier }
        table.number(.lower) { library.observations[$0].lower }
        table.number(.upper) { library.observations[$0].upper }
        table.localized(.unit) { library.metric(ofObservation: $0)?.unit }
        table.word(.role) { library.observations[$0].role }
        table.number(.baseline) { library.observations[$0].baseline }
        table.number(.target) { library.observations[$0].target }
        table.reference(.source, to: .sources) { library.observations[$0].source?.id }
        table.text(.locator) { library.observations[$0].locator?.id }
        table.text(.speaker) { library.observations[$0].speaker?.id }
        table.words(.flags) { library.observations[$0].cautions }
        table.localized(.note) { library.observations[$0].note }
        return table.table()
    }

    static func tasks(_ library: Library) -> DataTable {
        // By index, since verdicts are found by it.
        var table = DataTableBuilder(.tasks, rows: library.tasks.indices, of: library)
        table.id { library.tasks[$0].id }
        table.fields(except: ["source", "locator"]) { library.tasks[$0] }
        table.word(.verdict, of: TaskVerdict.allCases.map(\.rawValue), labels: "verdict") {
            library.verdict(ofTask: $0).rawValue
        }
        table.fields("source", "locator") { library.tasks[$0] }
        return table.table()
    }

    /// A task may be looked at twice on one day, so nothing tells these rows apart.
    static func checkpoints(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.checkpoints, rows: library.checkpoints, of: library)
        table.fields("task", "date") { $0 }
        table.text(.printed) { $0.printed }
        table.number(.value) { $0.figure?.value }
        table.word(.qualifier, isRequired: false) { $0.figure?.qualifier }
        table.number(.lower) { $0.figure?.lower }
        table.number(.upper) { $0.figure?.upper }
        table.fields(except: ["task", "date"]) { $0 }
        return table.table()
    }
}

extension Library {
    func metric(ofObservation index: Int) -> Metric? {
        let metric = relations.metricOfObservation[index]
        return metric < 0 ? nil : metrics[metric]
    }
}
