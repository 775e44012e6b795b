/// The stretches of a text that hold traces of damage, each with the letters around it that help to read it.
struct Islands: Sequence, IteratorProtocol {
    let text: UnsafeBufferPointer<UInt32>
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    private static let longest = 4096
    private static let context = 24

    init(text: UnsafeBufferPointer<UInt32>, bytes: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.bytes = bytes
    }

    private func isLead(_ index: Int) -> Bool { 0xC2...0xF4 ~= bytes[index] }

    private func isWord(_ index: Int) -> Bool { bytes[index] != 0 || Letters.kind(of: text[index]) != .other }

    mutating func next() -> Range<Int>? {
        var lead = place
        while lead < text.count && !isLead(lead) { lead += 1 }
        guard lead < text.count else { return nil }
        var start = lead
        while start > place && lead - start < Self.context && isWord(start - 1) { start -= 1 }
        // On to where nothing of the kind is near.
        var end = lead + 1
        while end < text.count && end - start < Self.longest {
            if isWord(end) || text[end] == 0xFFFD || text[end] == 0x1A || text[end] == 0x3F || isLead(end - 1)
            {
                end += 1
            } else if end + 2 < text.count && (isLead(end + 1) || isLead(end + 2)) {
                end += 1
            } else {
                break
            }
        }
        place = end
        return start..<end
    }
}
