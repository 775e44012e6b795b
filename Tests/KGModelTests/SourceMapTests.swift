import KGModel
import Testing

@Suite struct SourceMapTests {
    /// `Some *big* model` without its asterisks, then a second line.
    private static let map: SourceMap = {
        var map = SourceMap()
        map.add(text: 0, source: 100, line: 7)
        map.add(text: 5, source: 106, line: 7)
        map.add(text: 8, source: 110, line: 7)
        map.add(text: 15, source: 120, line: 8)
        return map
    }()

    @Test(arguments: [
        (0, 100, 7), (4, 104, 7), (5, 106, 7), (7, 108, 7), (8, 110, 7), (14, 116, 7), (15, 120, 8),
        (30, 135, 8),
    ])
    func everyByteLeadsToItsPlace(offset: Int, source: Int, line: Int) throws {
        let place = try #require(Self.map.position(of: offset))
        #expect(place.source == source)
        #expect(place.line == line)
    }

    @Test func linesBeginWhereTheSourceHasThem() {
        #expect(Self.map.lineStarts == [15])
        #expect(SourceMap().lineStarts == [])
    }

    @Test func aPassageWithoutAMapLeadsNowhere() {
        #expect(SourceMap().position(of: 0) == nil)
        var late = SourceMap()
        late.add(text: 3, source: 3, line: 1)
        #expect(late.position(of: 2) == nil)
    }

    @Test func whatContinuesTheStretchBeforeItChangesNothing() {
        var map = Self.map
        map.add(text: 18, source: 123, line: 8)
        #expect(map == Self.map)
    }

    @Test func aLaterWordOnTheSamePlaceReplacesTheFormer() throws {
        var map = SourceMap()
        map.add(text: 0, source: 1, line: 1)
        map.add(text: 0, source: 9, line: 2)
        let place = try #require(map.position(of: 0))
        #expect(place.source == 9)
        #expect(place.line == 2)
    }

    @Test(arguments: [0..<20, 3..<20, 5..<9, 6..<7, 15..<20])
    func aPartLeadsWhereTheWholeDoes(range: Range<Int>) throws {
        let part = Self.map.slice(range)
        for offset in range {
            let whole = try #require(Self.map.position(of: offset))
            let place = try #require(part.position(of: offset - range.lowerBound))
            #expect(place == whole)
        }
    }
}
