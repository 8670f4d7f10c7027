import Formats
import HTTP
import JSON
import Statistics

/// How every collection and every single thing is answered: sorting, fields, paging, envelope,
/// links. One mechanism, whatever the rows are.
extension Asking {
  /// What an answer's `meta` says beside the counts and the snapshot.
  struct Notes {
    /// On which map the answer stands.
    var boundaries: String?
    /// On which day what is said was known.
    var asOf: Day?
    /// What `meta` says besides, as the closure writes it.
    var more: (@Sendable (inout JSONWriter) -> Void)?
    var newestPeriod: Period?
    /// How many rows are given unasked, and how many may be asked for, where that is not all.
    var page: (size: Int, bounds: ClosedRange<Int>)?
    /// Why there are no rows, where the resource knows better than its conditions tell.
    var emptiness: Emptiness?
    /// What `meta` says besides, for those who describe it.
    var members: [Schema.Member] = []
    /// What the bytes depend on beside data and address.
    var era = ""
    /// The categories that were asked for, where the rows make a cube.
    var axes = CubeAxes()

    /// The same with the day on which everything was known.
    var dependence: String { "\(era) \(asOf.map { "\($0)" } ?? "")" }
  }

  /// A page of rows that are already selected and in the resource's order.
  mutating func collection<Row>(
    _ rows: [Row], _ fields: [Field<Row>], _ view: View, _ notes: Notes = Notes()
  ) throws(Problem) -> Answer {
    try collection(ListedRows(rows, fields), fields, view, notes)
  }

  /// The same of rows that know how to write themselves whole, and maybe make a cube.
  mutating func collection<Row>(
    _ rows: some Rows<Row>, _ fields: [Field<Row>], _ view: View, _ notes: Notes = Notes()
  ) throws(Problem) -> Answer {
    let chosen = chosenFields(fields)
    let order = sorting(rows, fields, view)
    tell(fields, rows.count > 0 ? rows.row(at: 0) : nil, view, notes, isList: true)
    let limit = integer(.limit, in: notes.page?.bounds ?? APILimits.limit) ?? notes.page?.size
    let offset = integer(.offset, in: APILimits.offset) ?? 0
    try settled()
    if isProbe {
      return Answer(content: .whole([]), total: rows.count, newestPeriod: notes.newestPeriod)
    }
    if !order.isEmpty, rows.count > limits.rows { throw tooManyRows(rows.count, toSort: true) }
    let from = min(offset, rows.count)
    let to = limit.map { min(from + $0, rows.count) } ?? rows.count
    if format == .json || format == .jsonstat, to - from > limits.rows {
      throw tooManyRows(to - from)
    }
    let sorted = order.isEmpty ? nil : Sorting(order, view).sorted(rows)
    let page = Page(total: rows.count, count: to - from, limit: limit, offset: offset)
    let turns = [("next", page.next), ("prev", page.previous)].compactMap { name, offset in
      offset.map { (name, address(replacing: [.offset: $0 == 0 ? nil : "\($0)"])) }
    }
    var answer = Answer(content: .whole([]), total: rows.count, era: notes.dependence)
    answer.links = turns.map { "<\(absolute($0.1))>; rel=\"\($0.0)\"" }
    let chosenRows = ChosenRows(rows, sorted, from..<to, chosen, fields, view)
    let isLong = (to - from) * rows.bytesOfRow > APILimits.wholeBytes
    let writeMeta = { [self] (writer: inout JSONWriter) in
      writer.key("meta")
      writer.beginObject()
      page.write(onto: &writer)
      if from == to {
        (notes.emptiness ?? Emptiness(self, total: rows.count)).write(onto: &writer, base: base)
      }
      finishMeta(&writer, notes)
    }
    switch format {
    case .csv: answer.content = isLong ? .pieces(chosenRows.table) : .whole(chosenRows.table().all)
    case .ndjson:
      answer.content = isLong ? .pieces(chosenRows.lines) : .whole(chosenRows.lines().all)
    case .jsonstat: answer.content = try cube(of: chosenRows, notes.axes, writeMeta)
    case .json:
      var writer = JSONWriter(capacity: 1024 + min(to - from, 1000) * rows.bytesOfRow)
      writer.beginObject()
      writer.key("data")
      writer.beginArray()
      // Held only where it is needed: of a writer that is there twice the room is lost.
      let opening = isLong ? writer : JSONWriter()
      if isLong {
        writer.bytes = []
      } else {
        chosenRows.write(onto: &writer)
      }
      writer.endArray()
      writeMeta(&writer)
      writer.key("links")
      writer.beginObject()
      writer.member("self", absolute(address()))
      for (name, address) in turns { writer.member(name, absolute(address)) }
      writer.endObject()
      writer.endObject()
      let closing = writer.bytes
      answer.content =
        isLong ? .pieces({ chosenRows.array(opening, closing) }) : .whole(writer.bytes)
    default: preconditionFailure("no route offers rows as \(format)")
    }
    return answer
  }

  /// One thing; `links` are its relations beside `self`.
  mutating func thing<Row>(
    _ row: Row, _ fields: [Field<Row>], _ view: View, _ notes: Notes = Notes(),
    links: [(name: String, href: String)] = []
  ) throws(Problem) -> Answer {
    let chosen = chosenFields(fields) ?? fields
    tell(fields, row, view, notes, isList: false)
    try settled()
    return enveloped(notes, links: links) { $0.object(row, chosen, view) }
  }

  /// One row of a table whose rows are written beforehand.
  mutating func thing<Row>(
    _ place: Int, of table: Table<Row>, _ pieces: JSONPieces, _ fields: [Field<Row>], _ view: View,
    _ notes: Notes = Notes(), links: [(name: String, href: String)] = []
  ) throws(Problem) -> Answer {
    if text(.fields) != nil || telling != nil {
      return try thing(table.rows[place], fields, view, notes, links: links)
    }
    try settled()
    return enveloped(notes, links: links) { $0.piece(pieces, place) }
  }

  /// An object in the envelope.
  func enveloped(
    _ notes: Notes = Notes(), links: [(name: String, href: String)] = [],
    _ write: (inout JSONWriter) -> Void
  ) -> Answer {
    var writer = JSONWriter(capacity: 4096)
    writer.beginObject()
    writer.key("data")
    write(&writer)
    writer.key("meta")
    writer.beginObject()
    finishMeta(&writer, notes)
    writer.key("links")
    writer.beginObject()
    writer.member("self", absolute(address()))
    for link in links { writer.member(link.name, absolute(link.href)) }
    writer.endObject()
    writer.endObject()
    return Answer(content: .whole(writer.bytes), era: notes.dependence)
  }

  private func finishMeta(_ writer: inout JSONWriter, _ notes: Notes) {
    notes.more?(&writer)
    if let boundaries = notes.boundaries { writer.member("boundaries", boundaries) }
    if let asOf = notes.asOf {
      writer.key("asOf")
      writer.day(asOf)
    }
    writer.piece(prepared.colophon, 0)
    writer.endObject()
  }

  /// `fields=`: in the order given; nil where all are wanted.
  private mutating func chosenFields<Row>(_ fields: [Field<Row>]) -> [Field<Row>]? {
    tell(.fields) { _ in
      .set(
        of: .named("\(Telling.name(of: Row.self))Field", .codes(fields.map(\.name))),
        atMost: fields.count)
    }
    guard let names = list(.fields) else { return nil }
    let allowed = fields.map(\.name)
    return names.compactMap { name in
      let field = fields.first { $0.name == name }
      if field == nil {
        wrong { asking in
          .unknownValue(
            "fields", name, vi: "không phải là trường nào ở đây", en: "is no field here",
            suggestions: asking.nearest(to: name, among: allowed), allowed: allowed)
        }
      }
      return field
    }
  }

  /// `sort=`: fields that are one string, number or date; `-` before one for descending.
  private mutating func sorting<Row>(
    _ rows: some Rows<Row>, _ fields: [Field<Row>], _ view: View
  ) -> [(field: Field<Row>, descending: Bool)] {
    if text(.sort) == nil, telling == nil { return [] }
    let sample = rows.count > 0 ? rows.row(at: 0) : nil
    let sortable = fields.filter { field in
      sample.map { field.value($0, view).isSortable } ?? true
    }
    let allowed = sortable.map(\.name)
    tell(.sort) { _ in .named("\(Telling.name(of: Row.self))Order", .order(by: allowed)) }
    guard let names = list(.sort) else { return [] }
    var seen = Set<String>()
    return names.compactMap { text in
      let descending = text.hasPrefix("-")
      let name = descending ? String(text.dropFirst()) : text
      guard let field = sortable.first(where: { $0.name == name }) else {
        wrong { asking in
          .unknownValue(
            "sort", text, vi: "không phải là trường sắp xếp được ở đây",
            en: "is no field to sort by here",
            suggestions: asking.nearest(to: name, among: allowed), allowed: allowed)
        }
        return nil
      }
      if !seen.insert(name).inserted {
        // The same text twice has been reported with the list.
        if names.count(where: { $0 == text }) == 1 { wrong(.repeatedValue("sort", name)) }
        return nil
      }
      return (field, descending)
    }
  }

  /// 400: more rows than are given at once, or than are held at once to be sorted.
  func tooManyRows(_ count: Int, toSort: Bool = false) -> Problem {
    let most = limits.rows
    let detail =
      toSort
      ? Name(
        vi: "Có \(count) dòng cần sắp xếp; nhiều nhất là \(most). Hãy thu hẹp câu hỏi, hay bỏ"
          + " “sort”: khi ấy format=csv và format=ndjson có mọi dòng.",
        en: "\(count) rows are to be sorted; at most \(most) are. Narrow the question, or leave"
          + " \"sort\" out: format=csv and format=ndjson then have every row.")
      : Name(
        vi: "Câu trả lời có \(count) dòng; nhiều nhất là \(most). Hãy thêm limit=1..10000 và"
          + " offset, thu hẹp, hay dùng format=csv hoặc format=ndjson, có mọi dòng.",
        en: "The answer has \(count) rows; at most \(most) are given. Add limit=1..10000 and"
          + " offset, narrow it, or take format=csv or format=ndjson, which have every row.")
    return .parameters([ParameterError(.tooMany, toSort ? "sort" : "limit", "", detail)])
  }
}

/// Which part of the rows an answer holds.
private struct Page {
  var total: Int
  var count: Int
  var limit: Int?
  var offset: Int

  /// The offset of the page after this one, if there are rows for it.
  var next: Int? {
    limit.flatMap { offset + $0 < total ? offset + $0 : nil }
  }

  /// The offset of the page before this one; beyond the end it is the last page with rows.
  var previous: Int? {
    guard let limit, offset > 0, total > 0 else { return nil }
    return max(0, min(offset, total) - limit)
  }

  func write(onto writer: inout JSONWriter) {
    for (key, value) in [("total", total), ("count", count), ("limit", limit), ("offset", offset)]
      as [(String, Int?)]
    {
      writer.key(key)
      if let value { writer.integer(value) } else { writer.null() }
    }
  }
}

/// The rows and fields that were asked for, in the order that was.
struct ChosenRows<All: Rows> {
  let rows: All
  /// The places of the rows, where they are sorted.
  let sorted: [Int]?
  /// Of `sorted`, or of the rows themselves.
  let range: Range<Int>
  /// Nil where all fields are wanted.
  let chosen: [Field<All.Row>]?
  let fields: [Field<All.Row>]
  let view: View

  init(
    _ rows: All, _ sorted: [Int]?, _ range: Range<Int>, _ chosen: [Field<All.Row>]?,
    _ fields: [Field<All.Row>], _ view: View
  ) {
    (self.rows, self.sorted, self.range) = (rows, sorted, range)
    (self.chosen, self.fields, self.view) = (chosen, fields, view)
  }

  /// Gives one after another; nil at the end.
  func begin() -> () -> All.Row? {
    var left = range
    let next = sorted == nil ? rows.rows(from: range.lowerBound) : nil
    return {
      guard let place = left.popFirst() else { return nil }
      return next?() ?? sorted.map { rows.row(at: $0[place]) }
    }
  }

  /// Makes what writes one as a JSON object.
  private func line() -> (All.Row, inout JSONWriter) -> Void {
    guard let chosen else { return rows.lines(view) }
    return { [view] row, writer in writer.object(row, chosen, view) }
  }

  /// Makes what writes the next ones as JSON, so many at most, and says how many; 0 at the end.
  private func writing() -> (Int, inout JSONWriter) -> Int {
    writing(line) { rows.writing(from: $0, view) }
  }

  /// - Parameters:
  ///   - line: makes what writes one.
  ///   - many: makes what writes all fields of the next ones from a place on.
  private func writing<Writer>(
    _ line: () -> (All.Row, inout Writer) -> Void,
    _ many: (Int) -> (Int, inout Writer) -> Int
  ) -> (Int, inout Writer) -> Int {
    if sorted == nil, chosen == nil {
      let write = many(range.lowerBound)
      var left = range.count
      return { most, writer in
        let count = write(min(most, left), &writer)
        left -= count
        return count
      }
    }
    return oneByOne(begin(), line())
  }

  /// Writes all at once.
  func write(onto writer: inout JSONWriter) {
    _ = writing()(range.count, &writer)
  }

  func table() -> any Pieces {
    let columns = chosen?.flatMap(\.columns) ?? rows.columns
    return RowPieces.table(
      columns.map(\.name),
      writing {
        if chosen == nil { return rows.tableLines(view) }
        return { [view] row, writer in writer.line(row, columns, view) }
      } _: {
        rows.tableWriting(from: $0, view)
      })
  }

  func lines() -> any Pieces { RowPieces.lines(writing()) }

  func array(_ opening: JSONWriter, _ closing: [UInt8]) -> any Pieces {
    RowPieces.array(opening, writing(), closing)
  }
}

/// Rows in the order of some of their fields; the order they came in breaks ties.
private struct Sorting<Row> {
  let order: [(field: Field<Row>, descending: Bool)]
  let view: View

  init(_ order: [(field: Field<Row>, descending: Bool)], _ view: View) {
    self.order = order
    self.view = view
  }

  /// The places of the rows in their new order.
  func sorted(_ rows: some Rows<Row>) -> [Int] {
    let keyed = (0..<rows.count).map { place in
      let row = rows.row(at: place)
      return (place: place, keys: order.map { $0.field.value(row, view) })
    }
    let sorted = keyed.sorted { one, other in
      for (index, part) in order.enumerated() {
        if let first = one.keys[index].precedes(
          other.keys[index], descending: part.descending)
        {
          return first
        }
      }
      return one.place < other.place
    }
    return sorted.map(\.place)
  }
}
