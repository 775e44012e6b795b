/// A line on its way from what it was to what it is repaired to, through one or more layers of damage.
struct DamagedLine {
    /// The number of the line in its text, from 0, and its bytes there without the line feed.
    let number: Int
    let range: Range<Int>

    /// The line as it came.
    let original: [UInt32]

    /// The line as far as it is repaired.
    private(set) var scalars: [UInt32]

    /// For each scalar the place in `original` that it stands for begins at; one more for the end.
    private(set) var origins: [Int32]

    /// For each scalar whether and how surely it was changed.
    private(set) var marks: [Mark]

    struct Mark {
        /// 0 for a scalar as it came; otherwise the number of the damage in `Repair.Step` order, plus one.
        var step: UInt8 = 0
        var confidence: Float = 1
        var alternative: UInt32 = 0
    }

    /// Whether its bytes hold surrogates, which are no UTF-8 and are written anew.
    var hasSurrogates = false

    /// Whether the line differs from its bytes.
    var needsWriting: Bool {
        hasSurrogates || marks.contains { $0.step != 0 } || scalars.contains { $0 >= RawByte.first }
    }

    init(number: Int, range: Range<Int>, scalars: [UInt32]) {
        self.number = number
        self.range = range
        original = scalars
        self.scalars = scalars
        origins = (0...Int32(scalars.count)).map { $0 }
        marks = [Mark](repeating: Mark(), count: scalars.count)
    }

    /// Puts characters in the place of some stretches of the line, which come in order; each character says which
    /// of those that are there it takes up.
    mutating func replace(_ stretches: [(range: Range<Int>, text: [LostBytes.Restored])], step: UInt8) {
        let (oldScalars, oldOrigins, oldMarks) = (scalars, origins, marks)
        scalars.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        var place = 0
        for (range, text) in stretches {
            scalars += oldScalars[place..<range.lowerBound]
            origins += oldOrigins[place..<range.lowerBound]
            marks += oldMarks[place..<range.lowerBound]
            for character in text {
                var mark = oldMarks[character.start]
                if character.isDecoded {
                    for index in character.start..<character.start + character.consumed {
                        mark.confidence = Swift.min(mark.confidence, oldMarks[index].confidence)
                    }
                    mark.step = step
                    mark.confidence *= Float(character.confidence)
                    mark.alternative = character.alternative
                }
                scalars.append(character.scalar)
                origins.append(oldOrigins[character.start])
                marks.append(mark)
            }
            place = range.upperBound
        }
        scalars += oldScalars[place...]
        origins += oldOrigins[place...]
        marks += oldMarks[place...]
    }
}
