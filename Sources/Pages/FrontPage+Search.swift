import HTML
import Statistics

/// What was found for the words of a search.
extension FrontPage {
  func write(_ found: Found, _ writer: inout HTMLWriter) {
    let words = desk.choice.query ?? ""
    writer.element("section", ["class": "found", "aria-labelledby": "found"]) { writer in
      writer.element("h2", ["id": "found"]) { writer in
        writer.text(
          desk.say("\(found.total) kết quả cho ", "\(found.total) results for "))
        writer.element("q", words)
      }
      if found.hits.isEmpty {
        writer.element("p") { writer in
          if let near = found.near {
            writer.text(
              desk.say("Không có gì đủ các từ ấy; thử ", "Nothing has all these words; try "))
            writer.element(
              "a", ["href": desk.choice.bare.with { $0.query = near }.address()], near)
          } else {
            writer.text(desk.say("Không có gì đủ các từ ấy.", "Nothing has all these words."))
          }
        }
      }
      writer.element("ol", ["class": "hits"]) { writer in
        for hit in found.hits { write(hit, &writer) }
      }
      if found.total > found.hits.count {
        writer.element("p", ["class": "basis"]) { writer in
          writer.text(
            desk.say(
              "\(found.hits.count) kết quả đầu; tất cả: ", "The first \(found.hits.count); all: "))
          desk.command("/v1/search?q=\(Choice.encoded(words))&limit=100", &writer)
        }
      }
    }
    writer.newline()
  }

  private func write(_ hit: Hit, _ writer: inout HTMLWriter) {
    writer.element("li") { writer in
      writer.element("a", ["href": address(of: hit)], desk.language.pick(hit.name))
      writer.element("small", " " + words(forKind: hit.kind))
      writer.element("span", ["class": "snippet", "lang": "vi"]) { writer in
        for piece in hit.pieces {
          if piece.isMatch {
            writer.element("mark", piece.text)
          } else {
            writer.text(piece.text)
          }
        }
      }
      let successors = hit.successors.compactMap { desk.snapshot.areas.place($0) }
      if !successors.isEmpty {
        writer.text(desk.say(" nay là ", " now "))
        for (place, area) in successors.enumerated() {
          if place > 0 { writer.text(", ") }
          writer.element(
            "a", ["href": desk.address(ofProvince: area)],
            desk.language.pick(desk.snapshot.name(ofArea: area, on: desk.today)))
        }
      }
    }
    writer.newline()
  }

  /// Where people read of it; of what no page speaks of the API's address.
  private func address(of hit: Hit) -> String {
    let front = desk.choice.bare
    switch hit.kind {
    case "province":
      return desk.snapshot.areas.place(hit.id).map { desk.address(ofProvince: $0) } ?? hit.href
    case "indicator":
      return front.with { $0.indicator = hit.id }
        .address(fragment: Desk.Section.places.rawValue)
    case "target" where judged.contains { $0.target.id == hit.id }:
      return front.address(fragment: "target-\(hit.id)")
    case "task": return front.address(fragment: "task-\(hit.id)")
    case "commitment" where hit.id.hasPrefix("\(board?.id ?? "")/"):
      return front.address(fragment: hit.id)
    default: return hit.href
    }
  }

  private func words(forKind kind: String) -> String {
    switch kind {
    case "province": desk.say("tỉnh, thành", "province")
    case "region": desk.say("vùng (JSON)", "region (JSON)")
    case "pillar": desk.say("trụ cột (JSON)", "pillar (JSON)")
    case "indicator": desk.say("chỉ số", "indicator")
    case "commitment": desk.say("cam kết", "commitment")
    case "target": desk.say("chỉ tiêu", "target")
    case "task": desk.say("nhiệm vụ", "task")
    case "agency": desk.say("cơ quan (JSON)", "agency (JSON)")
    case "platform": desk.say("nền tảng (JSON)", "platform (JSON)")
    case "meeting": desk.say("cuộc họp (JSON)", "meeting (JSON)")
    case "source": desk.say("nguồn (JSON)", "source (JSON)")
    default: kind
    }
  }
}
