import ArgumentParser
import Diagrams
import Foundation
import KGModel

extension Diagram.Format: ExpressibleByArgument {}
extension Diagram.Layout: ExpressibleByArgument {}
extension DiagramError: KGError { var exitStatus: Int32 { 2 } }

extension Diagram.Theme: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
}

extension PictureSize: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    public var defaultValueDescription: String { height.map { "\(width)x\($0)" } ?? "\(width)" }
}

/// How pictures look and where they go: the same for diagrams and charts.
struct PictureOptions: ParsableArguments {
    @Option(help: "light, dark, print or colour-blind-safe.")
    var theme: Diagram.Theme = .light

    @Option(
        help: ArgumentHelp(
            "Pixels: a width (680), a width and height (1200x630), column (680) or card (1200x630).",
            valueName: "size"))
    var size: PictureSize = .column

    @Option(help: ArgumentHelp("The width alone, in pixels.", valueName: "pixels"))
    var width: Int?

    @Option(help: ArgumentHelp("Pixels of a PNG for each pixel of the picture, 1 to 4.", valueName: "n"))
    var scale = 1

    @Option(help: ArgumentHelp("The heading above the picture.", valueName: "text"))
    var title: String?

    @Flag(help: "Print a text for readers who cannot see the picture; without -o nothing else.")
    var altText = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file; standard output without it.", valueName: "file"),
        completion: .file())
    var output: String?

    var pictureSize: PictureSize { width.map { PictureSize(width: $0) } ?? size }

    func validate() throws {
        for side in [pictureSize.width, pictureSize.height].compactMap({ $0 })
        where !PictureSize.sides.contains(side) {
            throw ValidationError(
                "\(side) pixels: give \(PictureSize.sides.lowerBound) to \(PictureSize.sides.upperBound) for a side"
            )
        }
        guard (1...4).contains(scale) else { throw ValidationError("--scale \(scale): give 1 to 4") }
    }

    /// What was asked for, else what the file's name ends in, else SVG.
    func format(_ asked: Diagram.Format?) throws -> Diagram.Format {
        if let asked { return asked }
        guard let output, let dot = output.lastIndex(of: ".") else { return .svg }
        let ending = output[output.index(after: dot)...].lowercased()
        if ending == "gv" { return .dot }
        guard let format = Diagram.Format(rawValue: ending) else {
            throw CommandError(
                "\(output): a picture ends in .svg, .png, .pdf, .dot or .json; or choose one with --format")
        }
        return format
    }

    /// Writes the picture: into a file that is there whole or not at all, or to standard output.
    func write(
        alternativeText: @autoclosure () throws -> String, isBitmap: Bool, _ render: () throws -> [UInt8]
    ) throws {
        if altText { Output.write(try alternativeText() + "\n") }
        guard let output else {
            if altText { return }
            if Terminal.isOutputTerminal, isBitmap {
                throw CommandError("a picture is no text for a terminal; name a file with -o")
            }
            FileHandle.standardOutput.write(Data(try render()))
            return
        }
        let data = Data(try render())
        do {
            try data.write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandError("\(output): cannot be written; check the folder and its permissions")
        }
    }
}

/// Months in full.
enum MonthNames {
    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// `March 2020`.
    static func text(_ date: IssueDate) -> String {
        date.month.map { "\(names[$0 - 1]) \(date.year)" } ?? "\(date.year)"
    }
}
