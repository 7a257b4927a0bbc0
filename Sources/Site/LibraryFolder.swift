import Content
import Diagnostics
import Disk

/// Why a folder is no library; nil if it is one.
package func libraryRefusal(_ folder: String) -> Diagnostics.Phrase? {
    if fileKind(folder + "/" + Configuration.fileName) == nil {
        return .noSettings(file: Configuration.fileName, folder: folder)
    }
    return fileKind(folder + "/content") == nil ? .noContent(folder) : nil
}
