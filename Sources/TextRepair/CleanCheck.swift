extension TextRepairer {
    /// Whether bytes are valid UTF-8 with nothing in them that damage could have left, so that there is nothing to
    /// repair. Looks at 16 bytes at once; takes no memory and needs no language model.
    ///
    /// Damage leaves pairs: the first byte of a UTF-8 sequence and the bytes that follow it are shown by one code
    /// page as two or more characters outside ASCII side by side. Where such neighbours occur, tables tell whether
    /// all bytes of a sequence are there.
    public static func isCleanUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return true }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
        let width = Block.width
        var check = CleanCheck(bytes: bytes)
        // The first and the last block in a copy with zeros around it, so that loads stay inside.
        var padded = [UInt8](repeating: 0, count: 3 + 2 * width)
        let head = Swift.min(width, bytes.count)
        for index in 0..<head { padded[3 + index] = bytes[index] }
        let headIsClean = padded.withUnsafeBytes { copy in
            check.isClean(copy.baseAddress.unsafelyUnwrapped + 3, at: 0, isTail: bytes.count < width)
        }
        guard headIsClean else { return false }
        var place = width
        while place + width <= bytes.count {
            if !check.isClean(base + place, at: place) { return false }
            place += width
        }
        // Zeros after the end show whether a sequence is cut off there.
        for index in padded.indices { padded[index] = 0 }
        var start = place
        if place > bytes.count { start = 0 }
        let before = Swift.min(3, start)
        for index in (start - before)..<bytes.count { padded[3 + index - start] = bytes[index] }
        return padded.withUnsafeBytes { copy in
            check.isClean(copy.baseAddress.unsafelyUnwrapped + 3, at: start, isTail: true)
                && check.isClean(
                    copy.baseAddress.unsafelyUnwrapped + 3 + width, at: start + width, isTail: true)
        }
    }
}

/// Sixteen neighbouring bytes.
private typealias Block = SIMD16<UInt8>
private typealias Mask = SIMDMask<SIMD16<Int8>>

extension Mask {
    /// Whether any lane is set. The library's `any` goes through the lanes one by one.
    @inline(__always)
    fileprivate var hasAny: Bool {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (halves[0] | halves[1]) != 0
    }
}

extension Block {
    fileprivate static let width = 16

    /// Sixteen times the same byte.
    @inline(__always)
    fileprivate static func all(_ byte: UInt8) -> Block { Block(repeating: byte) }

    @inline(__always)
    fileprivate static func load(_ place: UnsafeRawPointer) -> Block {
        place.loadUnaligned(as: Block.self)
    }
}

private struct CleanCheck {
    let bytes: UnsafeRawBufferPointer
    private var lastHadHighBytes = false

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Checks the block at `pointer`, which has three readable bytes before it; `place` is where it lies.
    @inline(__always)
    mutating func isClean(_ pointer: UnsafeRawPointer, at place: Int, isTail: Bool = false) -> Bool {
        let now = Block.load(pointer)
        // Control characters but for tab, line feed, vertical tab, form feed and carriage return.
        let isControl = (now .< Block.all(0x20)) .& ((now &- Block.all(9)) .> Block.all(4))
        if isTail {
            if (isControl .& (now .!= Block.all(0))).hasAny { return false }
        } else if isControl.hasAny {
            return false
        }
        let hasHighBytes = (now .>= Block.all(0x80)).hasAny
        if !hasHighBytes && !lastHadHighBytes { return true }
        lastHadHighBytes = hasHighBytes
        return isCleanBeyondASCII(pointer, now, place)
    }

    @inline(__always)
    private func isCleanBeyondASCII(_ pointer: UnsafeRawPointer, _ now: Block, _ place: Int) -> Bool {
        let one = Block.load(pointer - 1)
        let two = Block.load(pointer - 2)
        let three = Block.load(pointer - 3)
        func all(_ byte: UInt8) -> Block { Block.all(byte) }
        /// Whether each byte is one of `count` from `first` on.
        func isIn(_ block: Block, _ first: UInt8, _ count: UInt8) -> Mask {
            (block &- all(first)) .< all(count)
        }

        // UTF-8: continuation bytes are where the bytes before ask for them, and nowhere else.
        let isContinuation = isIn(now, 0x80, 0x40)
        let isAskedFor = (one .>= all(0xC0)) .| (two .>= all(0xE0)) .| (three .>= all(0xF0))
        var isBad = isContinuation .^ isAskedFor
        isBad .|= isIn(now, 0xC0, 2) .| (now .> all(0xF4))
        // Sequences that could be too long, surrogates, or beyond Unicode.
        let isDelicate = (one .== all(0xE0)) .| (one .== all(0xED)) .| (one .>= all(0xF0))
        if isDelicate.hasAny {
            isBad .|= ((one .== all(0xE0)) .& (now .< all(0xA0)))
                .| ((one .== all(0xED)) .& (now .> all(0x9F)))
            isBad .|= ((one .== all(0xF0)) .& (now .< all(0x90)))
                .| ((one .== all(0xF4)) .& (now .> all(0x8F)))
        }
        if isBad.hasAny { return false }

        // Only blocks with characters of two bytes, or signs of three, can hold traces of damage.
        let mayBeTrace =
            isIn(now, 0xC2, 0x11) .| (now .== all(0xE2)) .| (now .== all(0xEF)) .| isIn(one, 0xC2, 0x11)
        if !mayBeTrace.hasAny { return true }

        // Neighbours that damage could have left: `now` begins a character that may be the trace of a continuation
        // byte, and the one before it, of two or three bytes, may be the trace of a first byte.
        let wasLatin = isIn(two, 0xC2, 5) .& (one .>= all(0x80))
        let wasSign = (three .== all(0xE2)) .| (three .== all(0xEF))
        let wasLetter = isIn(two, 0xCE, 4) .& (one .>= all(0x80))
        let isLatinOrSign =
            isIn(now, 0xC2, 5) .| (now .== all(0xCB)) .| (now .== all(0xE2)) .| (now .== all(0xEF))
        let isGreekSign = (now .== all(0xCE)) .| (now .== all(0xCF))
        var isSuspect =
            ((wasLatin .| wasSign .| wasLetter) .& isLatinOrSign) .| ((wasLatin .| wasSign) .& isGreekSign)
        // The rare letters of Cyrillic and Greek, seen from their second byte.
        let isRareLetter =
            ((one .== all(0xD0)) .& (now .< all(0x90))) .| ((one .== all(0xD1)) .& (now .> all(0x8F)))
            .| ((one .== all(0xD2)) .& (now .< all(0x92))) .| ((one .== all(0xCE)) .& (now .< all(0x91)))
        isSuspect .|= (isRareLetter .& isIn(three, 0xCE, 4) .& (two .>= all(0x80)))
        // Control characters, and a capital of Latin-1 after a small letter, which may be a first byte alone.
        isSuspect .|= ((one .== all(0xC2)) .& (now .< all(0xA0)))
        isSuspect .|= ((one .== all(0xC3)) .& (now .< all(0x9F)) .& isIn(two, 0x61, 26))
        return isHarmless(isSuspect, place)
    }

    /// Looks closer at the bytes of a block that were marked.
    @inline(__always)
    private func isHarmless(_ suspects: Mask, _ place: Int) -> Bool {
        let halves = unsafeBitCast(suspects, to: SIMD2<UInt64>.self)
        for half in 0..<2 {
            var lanes = halves[half].littleEndian
            while lanes != 0 {
                let lane = lanes.trailingZeroBitCount / 8
                if mayBeTrace(at: place + half * 8 + lane) { return false }
                lanes &= ~(0xFF << UInt64(lane * 8))
            }
        }
        return true
    }

    /// Whether a character of which `index` is the first or second byte, and the one before it, are or begin a whole
    /// sequence that was read as some code page.
    @inline(never)
    private func mayBeTrace(at index: Int) -> Bool {
        let buffer = bytes.bindMemory(to: UInt8.self)
        guard index < buffer.count else { return false }
        let start = buffer[index] & 0xC0 == 0x80 ? index - 1 : index
        guard start > 0 else { return start == 0 && buffer[0] == 0xC2 && buffer[1] < 0xA0 }
        if buffer[start] == 0xC2 && start + 1 < buffer.count && buffer[start + 1] < 0xA0 { return true }
        if buffer[start - 1] < 0x80 {
            // A capital between small letters, or Ã at the end of a word.
            guard buffer[start - 1] &- 0x61 < 26, start + 2 < buffer.count else { return false }
            return buffer[start + 2] &- 0x61 < 26 || (buffer[start + 2] == 0x20 && buffer[start + 1] == 0x83)
        }
        var lead = start - 1
        while lead > 0 && start - lead < 4 && buffer[lead] & 0xC0 == 0x80 { lead -= 1 }
        guard let (scalar, _) = Self.scalar(buffer, lead) else { return true }
        let roles = ScalarRoles.of(scalar)
        let leads = roles.lead2 | roles.lead3 | roles.lead4
        if leads == 0 { return false }
        var place = start
        var pages = leads
        for length in 2...4 {
            guard place < buffer.count, buffer[place] >= 0x80,
                let (next, size) = Self.scalar(buffer, place)
            else { return false }
            pages &= next == 0xFFFD ? .max : ScalarRoles.of(next).continuation
            if pages == 0 { return false }
            place += size
            switch length {
            case 2:
                if pages & roles.commonLead2 != 0 { return true }
                // Quotation marks before letters look like this: only a longer run is suspicious.
                if pages & roles.lead2 != 0 && place < buffer.count && buffer[place] >= 0x80 { return true }
            case 3: if pages & roles.lead3 != 0 { return true }
            default: if pages & roles.lead4 != 0 { return true }
            }
        }
        return false
    }

    /// The scalar of two or three bytes at a place. They are UTF-8, or the check fails elsewhere.
    @inline(__always)
    private static func scalar(_ buffer: UnsafeBufferPointer<UInt8>, _ place: Int) -> (
        scalar: UInt32, size: Int
    )? {
        let size = buffer[place] < 0xE0 ? 2 : 3
        guard place + size <= buffer.count, buffer[place] >= 0xC2 else { return nil }
        let first = UInt32(buffer[place])
        let second = UInt32(buffer[place + 1] & 0x3F)
        if size == 2 { return ((first & 0x1F) << 6 | second, 2) }
        return ((first & 0xF) << 12 | second << 6 | UInt32(buffer[place + 2] & 0x3F), 3)
    }
}
