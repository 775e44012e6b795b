import KGModel

/// The coarsest shape of a word.
enum WordCode: UInt8 {
    case mark, number, ideograph, small, capitalized, allCapitals, innerCapital, capitalDigit, smallDigit
    case singleCapital, otherScript, opaque

    /// - Parameter bytes: the word's own.
    init(kind: Word.Kind, shape: Word.Shape, bytes: UnsafeBufferPointer<UInt8>) {
        switch kind {
        case .mark: self = .mark
        case .number: self = .number
        case .ideograph: self = .ideograph
        case .letters:
            let first = bytes[0]
            if shape.contains(.digit) {
                self =
                    shape.contains(.capitalized) || shape.contains(.innerCapital)
                    ? .capitalDigit : .smallDigit
            } else if shape.contains(.allCapitals) {
                self = .allCapitals
            } else if shape.contains(.innerCapital) {
                self = .innerCapital
            } else if shape.contains(.capitalized) {
                self = bytes.count == 1 ? .singleCapital : .capitalized
            } else if first >= 0xD6 && first < 0xE1 {
                self = .otherScript
            } else {
                self = .small
            }
        }
    }

    var isCapital: Bool {
        switch self {
        case .capitalized, .allCapitals, .innerCapital, .capitalDigit, .singleCapital: true
        default: false
        }
    }
}

extension Passage.Kind {
    /// A small number, part of the model file's format.
    var order: Int {
        switch self {
        case .title: 0
        case .heading: 1
        case .paragraph: 2
        case .item: 3
        case .row: 4
        case .quotation: 5
        case .reference: 6
        }
    }
}
