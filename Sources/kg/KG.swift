import IssueReader
import KGModel
import Foundation
@main struct Main { static func main() throws {
  let f = IssueFinder(paths: Array(CommandLine.arguments.dropFirst()))
  for p in f.problems { print("PROBLEM", p) }
  for file in f.files {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
    let r = try IssueReader().read(bytes, path: file.path)
    print("##", file.path, "|", r.issue.title, "|", r.issue.date?.description ?? "-", "|", r.issue.number ?? -1, "|", r.issue.language ?? "-", r.issue.warnings)
    if ProcessInfo.processInfo.environment["V"] != nil {
    var bad = 0
    for p in r.passages {
      print(p.lines, p.kind, p.text)
      for l in p.links { print("    L", l.range, l.url, l.identity?.description ?? "") }
      let t = Array(p.text.utf8)
      var i = 0
      // verify the map
      while i < t.count {
        if t[i] > 0x20, let s = p.source.position(of: i), s.source < bytes.count, bytes[s.source] == t[i] {} else if t[i] > 0x20 { bad += 1 }
        i += 1
      } }
    print("   BAD", bad) }
    else {
    var bad = 0, all = 0
    for p in r.passages {
      let t = Array(p.text.utf8)
      for i in t.indices where t[i] > 0x20 { all += 1
        if let s = p.source.position(of: i), s.source < bytes.count, bytes[s.source] == t[i] {} else { bad += 1 } }
    }
    if bad > 0 { print("   bad", bad, "of", all) } }
  }
} }
