import Foundation
import FuzzTargets
import Synchronization

// The entry of libFuzzer, which gives inputs and watches which code they reach. Built only by `script/fuzz`.

private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["EXEMPLAR_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("EXEMPLAR_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()

private final class Answer: Sendable {
    let problems = Mutex<[String]>([])
}

/// libFuzzer itself, which is linked in.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What the package manager calls the entry of this program; the one of libFuzzer would be `main`.
@_cdecl("fuzz_main")
public func fuzzMain() -> CInt {
    var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
    return runFuzzer(&count, &arguments) { fuzzOneInput($0, $1) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let (answer, done) = (Answer(), DispatchSemaphore(value: 0))
    Task {
        let problems = await target.run(bytes)
        answer.problems.withLock { $0 = problems }
        done.signal()
    }
    done.wait()
    let problems = answer.problems.withLock { $0 }
    if !problems.isEmpty { fatalError(problems.joined(separator: "\n")) }
    return 0
}
