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

    var isChanged: Bool { marks.contains { $0.step != 0 } }

    init(number: Int, range: Range<Int>, scalars: [UInt32]) {
        self.number = number
        self.range = range
        original = scalars
        self.scalars = scalars
        origins = (0...Int32(scalars.count)).map { $0 }
        marks = [Mark](repeating: Mark(), count: scalars.count)
    }

    /// Puts characters in the place of `scalars[range]`; each says which of them it takes up.
    mutating func replace(_ range: Range<Int>, with restored: [LostBytes.Restored], step: UInt8) {
        var newMarks: [Mark] = []
        newMarks.reserveCapacity(restored.count)
        for character in restored {
            var mark = marks[character.start]
            if character.isDecoded {
                for index in character.start..<character.start + character.consumed {
                    mark.confidence = Swift.min(mark.confidence, marks[index].confidence)
                }
                mark.step = step
                mark.confidence *= Float(character.confidence)
                mark.alternative = character.alternative
            }
            newMarks.append(mark)
        }
        let newOrigins = restored.map { origins[$0.start] }
        marks.replaceSubrange(range, with: newMarks)
        origins.replaceSubrange(range, with: newOrigins)
        scalars.replaceSubrange(range, with: restored.map(\.scalar))
    }
}
