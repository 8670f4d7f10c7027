import JSON
import Statistics

/// Writes a cube as a JSON-stat 2.0 dataset, some cells at a time.
///
/// JSON-stat has one text where others here have two. Labels are the Vietnamese names, the same
/// words as in every other format, and the English ones stand in each dimension's `extension`:
/// so the bytes do not depend on who asks, and a label is a name that can be looked for.
package struct CubeWriter<Row> {
  private let cube: Cube<Row>
  private let view: View
  /// `value`, `status`, and the lists of `extension`, as they are written.
  private let lists: [(field: Field<Row>, isOfExtension: Bool)]
  private let source: Field<Row>?

  /// What a field may not say again, since the cube itself says it.
  private static var ownFields: [String] {
    ["indicator", "area", "areaCode", "areaName", "period", "value", "status"]
  }
  /// What `extension` says unasked, where any cell has something to say.
  private static var extensionFields: [String] {
    [
      "low", "high", "outOf", "qualifier", "otherStatus", "missing", "source", "change", "rank",
      "rankedOf",
      "peerMean", "previousRank", "rankChange", "rankBasis",
    ]
  }

  /// - Parameters:
  ///   - fields: all fields of the rows.
  ///   - chosen: those that were asked for; nil where none were named.
  package init(_ cube: Cube<Row>, _ fields: [Field<Row>], _ chosen: [Field<Row>]?, _ view: View) {
    self.cube = cube
    self.view = view
    source = fields.first { $0.name == "source" }
    let named = { name in fields.filter { $0.name == name } }
    let besides =
      chosen?.filter { !CubeWriter.ownFields.contains($0.name) }
      ?? fields.filter { CubeWriter.extensionFields.contains($0.name) }
    let isStatusWanted = chosen?.contains { $0.name == "status" } ?? true
    lists =
      (named("value") + (isStatusWanted ? named("status") : [])).map { ($0, false) }
      + besides.filter { field in cube.contains { !field.value($0, view).isEmpty } }
      .map { ($0, true) }
  }

  /// - Parameters:
  ///   - href: the dataset's own address.
  ///   - notes: writes what `extension` says of the whole.
  /// - Returns: What writes the next part, a number of cells at most, and says whether there may be
  ///   more.
  package func writing(
    href: String, notes: @escaping (inout JSONWriter) -> Void
  ) -> (_ cells: Int, inout JSONWriter) -> Bool {
    var list = -1
    var cell = 0
    return { [self] most, writer in
      if list < 0 {
        writer.beginObject()
        writeHead(href, onto: &writer)
        list = 0
      }
      if list == lists.count {
        writeEnd(notes, onto: &writer)
        return false
      }
      if cell == 0 { begin(list, onto: &writer) }
      let field = lists[list].field
      let end = min(cell + most, cube.count)
      for place in cell..<end {
        if let row = cube[place] {
          field.value(row, view).write(onto: &writer)
        } else {
          writer.null()
        }
      }
      cell = end
      if cell == cube.count {
        writer.endArray()
        list += 1
        cell = 0
      }
      return true
    }
  }

  private func begin(_ list: Int, onto writer: inout JSONWriter) {
    if lists[list].isOfExtension, !lists[list - 1].isOfExtension {
      writer.key("extension")
      writer.beginObject()
    }
    writer.key(lists[list].field.key)
    writer.beginArray()
  }

  private func writeEnd(_ notes: (inout JSONWriter) -> Void, onto writer: inout JSONWriter) {
    if lists.last?.isOfExtension != true {
      writer.key("extension")
      writer.beginObject()
    }
    notes(&writer)
    writer.endObject()
    writer.endObject()
  }

  private func writeHead(_ href: String, onto writer: inout JSONWriter) {
    let snapshot = view.snapshot
    let axes = cube.axes
    let indicators = axes.indicators.map { snapshot.indicators.rows[$0] }
    let dimensions = [
      CubeDimension(
        "indicator", role: "metric", Name(vi: "Chỉ số", en: "Indicator"),
        ids: indicators.map(\.id), names: indicators.map(\.name)),
      CubeDimension(
        "area", role: "geo", Name(vi: "Địa bàn", en: "Area"), ids: axes.places.map(view.id),
        names: axes.places.map(view.name)),
      CubeDimension(
        "period", role: "time", Name(vi: "Kỳ", en: "Period"),
        ids: axes.periods.map(\.description),
        names: axes.periods.map { Name(vi: $0.description, en: $0.description) }),
    ]
    writer.member("version", "2.0")
    writer.member("class", "dataset")
    writer.member("label", label(dimensions))
    writer.member("source", attribution)
    writer.member("updated", snapshot.lastUpdated.description)
    writer.member("href", href)
    writer.key("id")
    writer.strings(dimensions.map(\.id))
    writer.key("size")
    writer.beginArray()
    for size in axes.sizes { writer.integer(size) }
    writer.endArray()
    writer.key("role")
    writer.beginObject()
    for dimension in dimensions {
      writer.key(dimension.role)
      writer.strings([dimension.id])
    }
    writer.endObject()
    writer.key("dimension")
    writer.beginObject()
    for dimension in dimensions {
      dimension.write(onto: &writer) { writer in
        if dimension.role == "metric" { writeUnits(of: indicators, onto: &writer) }
      }
    }
    writer.endObject()
  }

  /// What all cells have in common; of an empty cube, nothing that merely fills it.
  private func label(_ dimensions: [CubeDimension]) -> String {
    let common = zip(dimensions, cube.isFiller).filter { $0.ids.count == 1 && !$1 }
      .compactMap(\.0.names.first?.vi)
    return common.isEmpty ? "Thước đo chuyển đổi số quốc gia" : common.joined(separator: ", ")
  }

  /// The titles of few documents, or how many there are: `extension` says which gives which cell.
  private var attribution: String {
    let ids = cube.distinct { row in
      if case .text(let id) = source?.value(row, view) { id } else { nil }
    }
    if ids.isEmpty { return "ThuocDo" }
    if ids.count > 3 { return "ThuocDo, \(ids.count) văn bản" }
    return ids.sorted(by: precedes).compactMap { view.snapshot.sources[$0]?.title }
      .joined(separator: "; ")
  }

  private func writeUnits(of indicators: [Indicator], onto writer: inout JSONWriter) {
    writer.key("unit")
    writer.beginObject()
    for indicator in indicators {
      let unit = view.snapshot.units[indicator.unit]
      writer.key(indicator.id)
      writer.beginObject()
      writer.member("label", unit?.name.vi ?? indicator.unit)
      writer.member("symbol", unit?.symbol ?? "")
      writer.member("position", "end")
      writer.member("base", indicator.unit)
      writer.key("multiplier")
      writer.integer(indicator.unitMultiplier)
      writer.key("decimals")
      writer.integer(indicator.decimals)
      writer.endObject()
    }
    writer.endObject()
  }
}

/// One dimension of a cube: what it and its categories are called.
private struct CubeDimension {
  let id: String
  let role: String
  let label: Name
  let ids: [String]
  /// Each another: where two units bear one name, their ids tell them apart.
  let names: [Name]

  init(_ id: String, role: String, _ label: Name, ids: [String], names: [Name]) {
    self.id = id
    self.role = role
    self.label = label
    self.ids = ids
    var counts: [String: Int] = [:]
    for name in names { counts[name.vi, default: 0] += 1 }
    self.names = zip(ids, names).map { id, name in
      counts[name.vi] == 1 ? name : Name(vi: "\(name.vi) (\(id))", en: "\(name.en) (\(id))")
    }
  }

  /// - Parameter more: writes what else the categories have.
  func write(onto writer: inout JSONWriter, more: (inout JSONWriter) -> Void) {
    writer.key(id)
    writer.beginObject()
    writer.member("label", label.vi)
    writer.key("category")
    writer.beginObject()
    writer.key("index")
    writer.strings(ids)
    write(\.vi, "label", onto: &writer)
    more(&writer)
    writer.endObject()
    writer.key("extension")
    writer.beginObject()
    writer.key("en")
    writer.beginObject()
    writer.member("label", label.en)
    // Periods are called the same in every language.
    if role != "time" { write(\.en, "categories", onto: &writer) }
    writer.endObject()
    writer.endObject()
    writer.endObject()
  }

  private func write(_ text: (Name) -> String, _ key: String, onto writer: inout JSONWriter) {
    writer.key(key)
    writer.beginObject()
    for (id, name) in zip(ids, names) { writer.member(id, text(name)) }
    writer.endObject()
  }
}
