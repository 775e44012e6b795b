/// Takes the time of writing out of a PDF, so that the same picture gives the same file.
enum PDFDate {
    /// Every digit of `/CreationDate (D:…)` and `/ModDate (D:…)` becomes that of a fixed date;
    /// lengths, and with them the file's table of offsets, stay.
    static func removed(from pdf: [UInt8]) -> [UInt8] {
        var pdf = pdf
        for key in ["/CreationDate", "/ModDate"] {
            let key = Array(key.utf8)
            var start = 0
            while let found = position(of: key, in: pdf, from: start) {
                start = found + key.count
                guard let open = pdf[start...].prefix(4).firstIndex(of: UInt8(ascii: "(")),
                    let close = pdf[open...].prefix(40).firstIndex(of: UInt8(ascii: ")"))
                else { continue }
                let fixed = Array("D:20000101000000".utf8)
                for (offset, index) in (open + 1..<close).enumerated() {
                    // The rest is the time zone: `Z`, `+01'00`.
                    pdf[index] =
                        offset < fixed.count ? fixed[offset] : UInt8(ascii: offset == fixed.count ? "Z" : " ")
                }
            }
        }
        return pdf
    }

    private static func position(of key: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = key.first, bytes.count >= key.count else { return nil }
        var index = start
        while let next = bytes[index...].firstIndex(of: first), next + key.count <= bytes.count {
            if bytes[next..<next + key.count].elementsEqual(key) { return next }
            index = next + 1
        }
        return nil
    }
}
