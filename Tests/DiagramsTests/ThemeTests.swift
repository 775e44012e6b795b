import Foundation
import KGModel
import Testing

@testable import Diagrams

@Suite struct ThemeTests {
    @Test(arguments: Diagram.Theme.allCases)
    func textIsReadable(theme: Diagram.Theme) {
        let palette = Palette(theme)
        for type in EntityType.allCases {
            #expect(palette.label.contrast(with: palette.fill(type)) >= 4.5, "\(type)")
            let emphasis = palette.emphasis(type)
            #expect(emphasis.label.contrast(with: emphasis.fill) >= 4.5, "\(type)")
        }
        #expect(palette.text.contrast(with: palette.background) >= 7)
        #expect(palette.mutedText.contrast(with: palette.background) >= 4.5)
        #expect(palette.strongEdge.contrast(with: palette.background) >= 4.5)
    }

    /// WCAG asks 3:1 of graphics that one must see to understand; the shape of a node is drawn by its border.
    @Test(arguments: Diagram.Theme.allCases)
    func shapesAreVisible(theme: Diagram.Theme) {
        let palette = Palette(theme)
        for type in EntityType.allCases where theme != .colourBlindSafe {
            #expect(palette.border(type).contrast(with: palette.background) >= 3, "\(type)")
        }
        #expect(palette.weakEdge.contrast(with: palette.background) >= 1.5)
    }

    /// Two types never share both shape and colour.
    @Test(arguments: Diagram.Theme.allCases)
    func typesAreToldApart(theme: Diagram.Theme) {
        let palette = Palette(theme)
        let looks = EntityType.allCases.map { "\($0.corners) \(palette.fill($0).hex)" }
        #expect(Set(looks).count == looks.count)
    }

    /// With each kind of dichromatic vision, types of the same shape keep a clear distance of colour in the safe
    /// theme. Source of the matrices: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based
    /// Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.
    @Test(arguments: [
        (
            "protanopia",
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
        ),
        (
            "deuteranopia",
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881]
        ),
        (
            "tritanopia",
            [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039]
        ),
    ])
    func theSafeThemeIsSafe(vision: String, matrix: [Double]) {
        let palette = Palette(.colourBlindSafe)
        for (a, b) in [(EntityType.model, EntityType.library), (.dataset, .paper), (.person, .organization)] {
            for color in [palette.fill, palette.border] {
                let distance = distance(seen(color(a), matrix), seen(color(b), matrix))
                #expect(distance >= 12, "\(a) and \(b) with \(vision)")
            }
        }
    }

    @Test func themesAreReadInEitherSpelling() {
        #expect(Diagram.Theme(name: "color-blind-safe") == .colourBlindSafe)
        #expect(Diagram.Theme(name: "Dark") == .dark)
        #expect(Diagram.Theme(name: "sepia") == nil)
    }

    private func linear(_ byte: UInt8) -> Double {
        let value = Double(byte) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    /// Linear light as someone sees it.
    private func seen(_ color: Color, _ matrix: [Double]) -> [Double] {
        let light: [Double] = [linear(color.red), linear(color.green), linear(color.blue)]
        return (0..<3).map { row -> Double in
            var sum = 0.0
            for column in 0..<3 { sum += matrix[row * 3 + column] * light[column] }
            return min(max(sum, 0), 1)
        }
    }

    /// CIE 1976 colour difference; 2.3 is just noticeable side by side.
    private func distance(_ a: [Double], _ b: [Double]) -> Double {
        func lab(_ light: [Double]) -> [Double] {
            let x = (0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.95047
            let y = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
            let z = (0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.08883
            func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16 / 116 }
            return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))]
        }
        var sum = 0.0
        for (x, y) in zip(lab(a), lab(b)) { sum += (x - y) * (x - y) }
        return sum.squareRoot()
    }
}
