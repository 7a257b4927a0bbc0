import Disk
import Foundation

/// Signs with the program `minisign`, which alone sees the secret key.
package struct PackSigner: Sendable {
    package enum Failure: Error, Equatable {
        /// There is no `minisign`.
        case noProgram
        /// What it says that went wrong.
        case failed(String)
    }

    private let program: SystemProgram
    private let key: String

    /// - Parameter key: the file of the secret key.
    package init(key: String) throws(Failure) {
        guard let program = SystemProgram(named: "minisign") else { throw .noProgram }
        (self.program, self.key) = (program, key)
    }

    /// The signature of a list. It says nothing of the time, so that the same list has the same one.
    func signature(of sums: [UInt8]) throws(Failure) -> [UInt8] {
        let (folder, list): (String, String)
        do {
            folder = try makeTemporaryFolder()
            list = folder + "/" + ManifestForm.sumsName
            try replaceFile(list, with: sums)
        } catch { throw .failed("\(error)") }
        defer { removeTemporaryFolder(folder) }
        let signature = folder + "/" + MinisignSignature.fileName
        let answer: SystemProgram.Answer
        do throws(SystemProgram.Failure) {
            answer = try program.run(
                ["-S", "-s", key, "-m", list, "-x", signature, "-t", "fingerprint \(fingerprint(of: sums))"],
                input: (ProcessInfo.processInfo.environment["MINISIGN_PASSWORD"] ?? "") + "\n")
        } catch { throw .failed(error.reason) }
        guard answer.status == 0, let bytes = try? readFile(signature) else {
            throw .failed(answer.errors.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return bytes
    }
}
