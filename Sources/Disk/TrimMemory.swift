import CDisk

/// Gives memory that was freed back to the system. Worth its milliseconds after much of it was, and before much is taken of another
/// size, which would not fit into the gaps.
package func trimMemory() { exemplar_trim_memory() }
