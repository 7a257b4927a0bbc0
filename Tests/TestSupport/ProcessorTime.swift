import Foundation

/// The processor time that the calling thread spends on some work. Tests run side by side, so a clock on the wall would
/// tell of the others too; by this time only the work itself can be found slow.
package func processorTime(of work: () throws -> Void) rethrows -> Duration {
    let start = threadTime()
    try work()
    return threadTime() - start
}

private func threadTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
