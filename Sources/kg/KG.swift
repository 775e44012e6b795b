import IssueReader
import KGModel
import Recognition
import Foundation
@main struct Main { static func main() throws {
  let (pipeline, _) = try Pipeline.standard()
  let f = IssueFinder(paths: Array(CommandLine.arguments.dropFirst()))
  for file in f.files {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
    let r = try IssueReader().read(bytes, path: file.path)
    for m in pipeline.mentions(in: r) {
      let e: String
      switch m.reference { case .entry(_, let n): e = n; case .name(let n): e = n; default: e = NameKey(m.surface).text }
      let o: [String: Any] = ["issue": file.path, "line": m.line, "surface": m.surface, "type": m.type.rawValue, "entity": e, "recognizer": m.recognizer]
      print(String(data: try JSONSerialization.data(withJSONObject: o), encoding: .utf8)!)
    }
  }
} }
