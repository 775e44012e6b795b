import Foundation

/// Where the nodes of an earlier picture stood, so that the next one lines up with it.
public struct SavedLayout: Sendable {
    /// Of the page, in pixels.
    var width: Double
    /// Font size of an ordinary label, in pixels.
    var textSize: Double
    /// Centres by the node's id as SVG writes it, in pixels of the page.
    private var places: [String: Point]

    /// Why a file tells no places.
    public enum ReadError: Error, Sendable, Equatable, CustomStringConvertible {
        /// Neither an SVG nor a JSON file of a diagram.
        case noDiagram
        /// It is one, but says what no picture can have.
        case broken(String)

        public var description: String {
            switch self {
            case .noDiagram: "no diagram of kg; give the .svg or .json file that `kg diagram` wrote"
            case .broken(let what): "a diagram of kg, but \(what); draw it again"
            }
        }
    }

    init(_ picture: Picture) {
        width = picture.scene.size.width
        textSize = picture.textSize
        places = [:]
        for (node, placed) in zip(picture.graph.nodes, picture.nodes) {
            places[SVGWriter.escaped(node.id)] = placed.frame.center
        }
    }

    /// Reads a diagram that `kg` wrote, as SVG or as JSON.
    public init(_ bytes: [UInt8]) throws(ReadError) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let first = text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else {
            throw .noDiagram
        }
        if first == "{" { try self.init(json: bytes) } else { try self.init(svg: text) }
        guard (10...100_000).contains(width), (1...1000).contains(textSize) else {
            throw .broken("its size is impossible")
        }
        guard
            places.values.allSatisfy({
                (-100_000...100_000).contains($0.x) && (-100_000...100_000).contains($0.y)
            })
        else { throw .broken("a node lies outside of any page") }
        guard !places.isEmpty else { throw .broken("it has no nodes") }
    }

    /// The centre of a node; nil for one that was not there.
    func place(of id: String) -> Point? { places[SVGWriter.escaped(id)] }

    // MARK: - SVG

    private init(svg: String) throws(ReadError) {
        let tags = svg.split(separator: "<", omittingEmptySubsequences: true)
        guard let root = tags.first(where: { $0.hasPrefix("svg ") }),
            Self.attribute("data-kg", of: root) == "diagram",
            let width = Self.number("width", of: root), let textSize = Self.number("data-text", of: root)
        else { throw .noDiagram }
        self.width = width
        self.textSize = textSize
        places = [:]
        for tag in tags where tag.hasPrefix("g ") {
            guard let id = Self.attribute("data-id", of: tag), let x = Self.number("data-x", of: tag),
                let y = Self.number("data-y", of: tag)
            else { continue }
            places[String(id)] = Point(x: x, y: y)
        }
    }

    private static func attribute(_ name: String, of tag: Substring) -> Substring? {
        guard let start = tag.range(of: " \(name)=\"") else { return nil }
        return tag[start.upperBound...].firstIndex(of: "\"").map { tag[start.upperBound..<$0] }
    }

    private static func number(_ name: String, of tag: Substring) -> Double? {
        attribute(name, of: tag).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }

    // MARK: - JSON

    private struct File: Codable {
        struct Node: Codable {
            var id: String
            var x: Double
            var y: Double
        }
        var kg: String
        var width: Double
        var text: Double
        var nodes: [Node]
    }

    private init(json: [UInt8]) throws(ReadError) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(json)), file.kg == "diagram" else {
            throw .noDiagram
        }
        width = file.width
        textSize = file.text
        places = [:]
        for node in file.nodes { places[node.id] = Point(x: node.x, y: node.y) }
    }

    /// `{"kg": "diagram", "width": …, "text": …, "nodes": [{"id": …, "x": …, "y": …}]}`, ids as SVG writes them.
    var json: String {
        var lines = places.sorted { $0.key < $1.key }.map { id, point in
            "    {\"id\": \"\(Self.escaped(id))\", \"x\": \(point.x.short), \"y\": \(point.y.short)}"
        }.joined(separator: ",\n")
        if !lines.isEmpty { lines = "\n\(lines)\n  " }
        return """
            {
              "kg": "diagram",
              "width": \(width.short),
              "text": \(textSize.short),
              "nodes": [\(lines)]
            }

            """
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
            }
        }
        return result
    }
}
