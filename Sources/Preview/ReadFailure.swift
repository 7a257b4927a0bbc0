import Diagnostics
import Disk
import Text

extension ReadError {
    /// As people are told of it.
    package var phrase: Phrase {
        switch reason {
        case .system(let words): .cannotRead(path: path, reason: Foreign(words))
        case .notARegularFile: .cannotRead(path: path, reason: Phrase.notARegularFile)
        case .deadLink: .cannotRead(path: path, reason: Phrase.deadLink)
        case .nameNotUTF8(let name?): .cannotRead(path: path, reason: Phrase.nameInGBK(name))
        case .nameNotUTF8(nil): .cannotRead(path: path, reason: Phrase.nameNotUTF8)
        case .changing: .cannotRead(path: path, reason: Phrase.changing)
        case .linkOutside: .cannotRead(path: path, reason: Phrase.linkOutside)
        case .special: .cannotRead(path: path, reason: Phrase.special)
        case .tooLarge(let size, let limit):
            .cannotRead(path: path, reason: Phrase.tooLarge(size: megabytes(size), limit: megabytes(limit)))
        }
    }
}
