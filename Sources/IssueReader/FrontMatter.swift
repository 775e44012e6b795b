import KGModel
import Yams

/// The YAML block between two `---` lines at the start of a file.
struct FrontMatter {
    /// A scalar value and the line of the file that it starts on.
    struct Value {
        var text: String
        var line: Int
    }

    private(set) var values: [String: Value] = [:]
    /// Bytes of the file that belong to the front matter, its closing line break included.
    private(set) var byteCount = 0
    /// Lines of the file that belong to it.
    private(set) var lineCount = 0
    private(set) var warnings: [String] = []

    /// Reads the front matter at the start of `source`, if there is one. Front matter that is never
    /// closed or that is no YAML is a warning; what can be read of it line by line is kept.
    ///
    /// - Parameter markCount: bytes that a byte order mark, blanked out, takes before it.
    init(_ source: UnsafeBufferPointer<UInt8>, lineStarts: LineStarts, markCount: Int = 0) {
        let limit = min(lineStarts.lineCount, Self.mostLines)
        guard limit > 1, Self.isMark(source, lineStarts, 1, from: markCount, closing: false) else { return }
        guard let close = (2...limit).first(where: { Self.isMark(source, lineStarts, $0, closing: true) })
        else {
            if Self.looksLikeKey(source, lineStarts, 2) {
                warnings.append("line 1: front matter is opened by --- but never closed; read as text")
            }
            return
        }
        // A rule at the start of a text and another one further down are no front matter.
        guard close == 2 || (2..<close).contains(where: { Self.looksLikeKey(source, lineStarts, $0) }) else {
            return
        }
        byteCount = min(source.count, lineStarts.start(of: close + 1))
        lineCount = close
        let start = lineStarts.start(of: 2)
        let end = lineStarts.start(of: close)
        let block = source[start..<max(start, end)]
        if let plain = PlainFrontMatter.values(block) {
            values = plain
        } else {
            read(String(decoding: block, as: UTF8.self))
        }
    }

    subscript(_ key: String) -> Value? { values[key] }

    /// Front matter is short; a `---` far down is something else.
    private static let mostLines = 400

    private mutating func read(_ yaml: String) {
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return }
            guard case .mapping(let mapping) = node else {
                warnings.append("line 2: front matter is no list of `key: value` lines; ignored")
                return
            }
            for (key, value) in mapping {
                guard case .scalar(let name) = key, case .scalar(let scalar) = value else { continue }
                values[name.string.lowercased()] = Value(
                    text: scalar.string, line: (scalar.mark?.line ?? 0) + 1)
            }
        } catch {
            var place = "line 1"
            if case YamlError.parser(_, _, let mark, _) = error { place = "line \(mark.line + 1)" }
            if case YamlError.scanner(_, _, let mark, _) = error { place = "line \(mark.line + 1)" }
            warnings.append(
                "\(place): front matter is not valid YAML; only its plain `key: value` lines were read")
            readPlainLines(yaml)
        }
    }

    /// The keys of a block that YAML rejects, one a line.
    private mutating func readPlainLines(_ yaml: String) {
        for (offset, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { continue }
            let key = line[..<colon].lowercased()
            guard !key.contains(" ") else { continue }
            let value = line[line.index(after: colon)...]
                .drop { $0 == " " }
                .trimmingSuffix { $0.isWhitespace }
                .unquoted
            if !value.isEmpty { values[key] = Value(text: value, line: offset + 2) }
        }
    }

    private static func isMark(
        _ source: UnsafeBufferPointer<UInt8>, _ lines: LineStarts, _ line: Int, from start: Int? = nil,
        closing: Bool
    ) -> Bool {
        let start = start ?? lines.start(of: line)
        var text = source[start..<max(start, lines.end(of: line))]
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text.elementsEqual("---".utf8) || (closing && text.elementsEqual("...".utf8))
    }

    private static func looksLikeKey(
        _ source: UnsafeBufferPointer<UInt8>, _ lines: LineStarts, _ line: Int
    ) -> Bool {
        let text = source[lines.start(of: line)..<max(lines.start(of: line), lines.end(of: line))]
        let key = text.prefix { byte in
            (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: "-")
        }
        guard !key.isEmpty, key.endIndex < text.endIndex, text[key.endIndex] == UInt8(ascii: ":") else {
            return false
        }
        let after = key.endIndex + 1
        return after == text.endIndex || text[after] <= 0x20
    }
}

extension StringProtocol {
    /// Without the characters at the end that satisfy `condition`.
    func trimmingSuffix(while condition: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex {
            let before = index(before: end)
            guard condition(self[before]) else { break }
            end = before
        }
        return self[..<end]
    }

    /// Without a pair of quotation marks around it.
    fileprivate var unquoted: String {
        guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return String(self) }
        return String(dropFirst().dropLast())
    }
}
