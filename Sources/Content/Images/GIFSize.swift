/// The size of a GIF's logical screen (GIF89a, 18).
func gifSize(_ bytes: [UInt8]) -> ImageSize? {
    ImageSize(checking: bytes.littleEndian(at: 6, count: 2), bytes.littleEndian(at: 8, count: 2))
}
