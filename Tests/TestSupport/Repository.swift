import Foundation

package enum Repository {
    /// The folder of this repository, which is the five-city library too.
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Set EXEMPLAR_RECORD=1 to write what was built over what is expected, then read the difference in git.
    package static let isRecording = ProcessInfo.processInfo.environment["EXEMPLAR_RECORD"] == "1"
}
