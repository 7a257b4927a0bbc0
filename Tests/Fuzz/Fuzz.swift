import FuzzTargets
import Foundation
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
