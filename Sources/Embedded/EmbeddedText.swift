/// The text of a file that came with the program.
///
/// - Parameter path: below `templates/`, as in `embeddedTemplates`, which is generated from that folder.
package func embeddedText(_ path: String) -> String? {
    embeddedTemplates.first { $0.path == path }?.text
}
