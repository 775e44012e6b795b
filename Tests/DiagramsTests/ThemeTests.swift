import Foundation
import KGModel
import Testing

@testable import Diagrams

@Suite struct ThemeTests {
    @Test(arguments: Diagram.Theme.allCases)
    func textIsReadable(theme: Diagram.Theme) {
        let palette = Palette(theme)
        for type in EntityType.allCases {
            #expect(contrast(palette.label, palette.fill(type)) >= 4.5)
        }
        #expect(contrast(palette.text, palette.background) >= 7)
        #expect(contrast(palette.mutedText, palette.background) >= 4.5)
        #expect(contrast(palette.strongEdge, palette.background) >= 4.5)
    }

    @Test(arguments: Diagram.Theme.allCases)
    func typesHaveColoursOfTheirOwn(theme: Diagram.Theme) {
        let palette = Palette(theme)
        #expect(Set(EntityType.allCases.map(palette.fill)).count == EntityType.allCases.count)
    }

    /// Source: Web Content Accessibility Guidelines 2.2, "contrast ratio".
    private func contrast(_ a: Color, _ b: Color) -> Double {
        func luminance(_ color: Color) -> Double {
            let parts = [color.red, color.green, color.blue].map { byte in
                let value = Double(byte) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
        return (light + 0.05) / (dark + 0.05)
    }
}
