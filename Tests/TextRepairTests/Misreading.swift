@testable import TextRepair

/// Damages text the way programs do: reads its UTF-8 with a code page.
struct Misreading: CustomStringConvertible, Sendable {
    var page: CodePage
    /// Whether bytes the page lacks, and soft hyphens, are gone; otherwise they stay as control characters.
    var dropsGaps = false
    var times = 1

    var description: String {
        page.name + (dropsGaps ? ", gaps dropped" : "") + (times > 1 ? " ×\(times)" : "")
    }

    func apply(_ text: String) -> String {
        (0..<times).reduce(text) { text, _ in once(text) }
    }

    private func once(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for byte in text.utf8 {
            var scalar = byte < 0x80 ? UInt32(byte) : page.scalars[Int(byte) - 0x80]
            if dropsGaps && (scalar == 0 || scalar == 0xAD) { continue }
            if scalar == 0 { scalar = UInt32(byte) }
            result.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
        }
        return String(result)
    }
}

/// Text in the bytes of a code page; `nil` if the page lacks one of its characters.
func encoded(_ text: String, in page: CodePage) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
        if scalar.value < 0x80 {
            bytes.append(UInt8(scalar.value))
        } else if let index = page.scalars.firstIndex(of: scalar.value) {
            bytes.append(UInt8(0x80 + index))
        } else {
            return nil
        }
    }
    return bytes
}

/// The repaired form of a text.
func repaired(_ text: String) throws -> String {
    try TextRepairer().repair(Array(text.utf8)).text
}

/// Sentences to damage, in many scripts.
let sentences: [(language: String, text: String)] = [
    (
        "French",
        "La lettre d’information présente les modèles récents : où êtes-vous allés cet été, à Paris ?"
    ),
    (
        "Portuguese",
        "As últimas notícias sobre aprendizado de máquina, com aplicações práticas e uma introdução rápida."
    ),
    (
        "Spanish",
        "El artículo describe cómo la traducción automática mejoró en los últimos años; mañana habrá más."
    ),
    (
        "Turkish",
        "Bu haftaki bültende doğal dil işleme alanındaki en yeni çalışmaları ve ilginç araçları bulacaksınız."
    ),
    ("German", "Die größten Überraschungen der Woche: schöne Bücher, süße Äpfel und „gute“ Wörter."),
    ("Polish", "W tym tygodniu zebraliśmy najciekawsze artykuły o przetwarzaniu języka naturalnego."),
    (
        "Russian",
        "Мы собрали лучшие статьи недели о нейронных сетях и машинном переводе. Всё просто: читайте!"
    ),
    ("Greek", "Αυτή είναι η εβδομαδιαία έκδοση για την επεξεργασία της φυσικής γλώσσας."),
    ("Arabic", "مرحبا بكم في نشرة هذا الأسبوع حول معالجة اللغة الطبيعية والتعلم العميق."),
    ("Chinese", "本期简报介绍了自然语言处理领域的最新研究，包括预训练语言模型、机器翻译和问答系统。"),
    ("Japanese", "今週のニュースレターでは、自然言語処理の最新の研究を紹介します。"),
    ("Korean", "이번 주 뉴스레터에서는 자연어 처리의 최신 연구를 소개합니다."),
    ("emoji", "Education 🎓 and tools ⚙️ for the world 🌍, with a family 👨‍👩‍👧 and a flag 🇫🇷 — thanks ❤️"),
]
