/// Rows of fields as CSV (RFC 4180) or as tab-separated text.
public enum Delimited {
    /// One line of CSV, without its line break.
    public static func csv(_ fields: [String]) -> String {
        fields.map { field in
            field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
                ? "\"" + doubled(field) + "\"" : field
        }.joined(separator: ",")
    }

    /// By code points: a quotation mark with an accent on it is still one to those who read it.
    private static func doubled(_ field: String) -> String {
        var text = ""
        for scalar in field.unicodeScalars {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    /// One line of tab-separated text; tabs and line breaks within a field become blanks.
    public static func tsv(_ fields: [String]) -> String {
        fields.map { field in
            String(field.map { $0 == "\t" || $0.isNewline ? " " : $0 })
        }.joined(separator: "\t")
    }
}
