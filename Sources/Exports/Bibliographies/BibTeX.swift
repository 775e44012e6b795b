import KnowledgeGraph

/// The papers of the graph for BibTeX, biblatex, JabRef and Zotero. Keys stay as long as addresses do.
public enum BibTeX: ExportFormat {
    public static let name = "bibtex"
    public static let summary = "papers for LaTeX, JabRef, Zotero"

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        let references = Reference.all(graph)
        for (index, one) in references.enumerated() {
            if index > 0 { out.write("\n") }
            out.write("@misc{\(one.key),\n")
            // Twice in braces: BibTeX would change the case of `BERT`.
            out.write("  title = {{\(Self.latex(one.title))}},\n")
            if !one.authors.isEmpty {
                // `and` within a name would part it.
                let authors = one.authors.map { name in
                    name.split(separator: " ").contains("and") ? "{\(latex(name))}" : latex(name)
                }
                out.write("  author = {\(authors.joined(separator: " and "))},\n")
            }
            if let year = one.year { out.write("  year = {\(year)},\n") }
            if let month = one.month { out.write("  month = \(months[month - 1]),\n") }
            if let arxiv = one.arxiv {
                out.write("  eprint = {\(arxiv)},\n  archiveprefix = {arXiv},\n")
            }
            if let doi = one.doi { out.write("  doi = {\(Self.latex(doi))},\n") }
            if let url = one.url { out.write("  url = {\(verbatim(url))},\n") }
            out.write("}\n")
        }
        let notes = references.isEmpty ? ["no papers among these names"] : []
        return Export([ExportFile("papers.bib", out)], notes: notes)
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// LaTeX's own characters as commands; BibTeX counts braces, escaped or not, so none stays alone.
    static func latex(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&", "%", "$", "#", "_": result += "\\" + String(scalar)
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            // Straight marks would be turned into closing ones, and quotation marks end some programs' fields.
            case "\"": result += "\\textquotedbl{}"
            case "<": result += "\\textless{}"
            case ">": result += "\\textgreater{}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An address is taken as it stands; what would end the field is written as addresses write it.
    private static func verbatim(_ url: String) -> String {
        var result = ""
        for scalar in url.unicodeScalars {
            switch scalar {
            case "{", "}", "\\", "\"", " ", "<", ">", "^", "`":
                result += "%" + String(scalar.value, radix: 16, uppercase: true)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
