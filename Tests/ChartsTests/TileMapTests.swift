import Charts
import Testing

/// Provinces as tiles.
@Suite struct TileMapTests {
  @Test(arguments: Samples.styles) func `strangers stand below, and nothing overlaps`(
    _ style: Style
  ) {
    let ids = Centroids.of34.keys.sorted() + ["99-2030", "98-2030"]
    let tiles = ids.enumerated().map { place, id in
      var tile = AreaFigure(
        area: id, name: "Bà Rịa - Vũng Tàu", value: place == 3 ? nil : Value("\(place).123456"))
      tile.marks = place % 2 == 0 ? .derived : place % 5 == 0 ? .estimated : []
      return tile
    }
    let map = TileMap(style, Samples.caption(), indicator: "dti", period: "2024", tiles)
    let drawing = Drawing(map.svg())
    #expect(drawing.flaws == [])
    #expect(drawing.all("g").count == ids.count)
  }

  @Test func `words stay within their tile`() {
    let names = ["Thái Nguyên", "Tuyên Quang", "Hồ Chí Minh", "Huế", "Bà Rịa - Vũng Tàu"]
    for width in Samples.widths {
      let tiles = Centroids.of63.keys.sorted().enumerated().map { place, id in
        AreaFigure(area: id, name: names[place % names.count], value: Value("13608.8"))
      }
      let map = TileMap(
        Style(width: width), Samples.caption(), indicator: "population", period: "2024", tiles)
      let drawing = Drawing(map.svg())
      for tile in tiles {
        let grounds = drawing.all("rect").filter { $0.data["area"] == tile.area }
        for text in drawing.all("text") where text.data["area"] == tile.area {
          let ground = grounds.first {
            let (y, high) = ($0.number("y"), $0.number("height"))
            let (x, wide) = ($0.number("x"), $0.number("width"))
            return y <= text.number("y") && text.number("y") <= y + high
              && x <= text.number("x") && text.number("x") <= x + wide
          }
          let left = ground?.number("x") ?? 0
          let right = left + (ground?.number("width") ?? 0)
          let wide = Advances.width(
            of: text.text, size: text.number("font-size"),
            isBold: text.attributes["font-weight"] != nil)
          #expect(text.number("x") - wide / 2 >= left - 0.1)
          #expect(text.number("x") + wide / 2 <= right + 0.1)
          #expect(text.number("font-size") >= 9)
        }
      }
    }
  }

  @Test func `higher figures have stronger shades, equal ones the same`() {
    let ids = Centroids.of34.keys.sorted()
    let tiles = ids.enumerated().map { place, id in
      AreaFigure(area: id, name: id, value: Value("\(place / 2)"))
    }
    let map = TileMap(Style(), Samples.caption(), indicator: "x", period: "2024", tiles)
    let drawing = Drawing(map.svg())
    let shades = ids.compactMap { id in
      drawing.all("rect").first { $0.data["area"] == id }?.attributes["fill"]
    }
    #expect(Set(shades).count == 5)
    for pair in stride(from: 0, to: 34, by: 2) { #expect(shades[pair] == shades[pair + 1]) }
    #expect(shades.first == "#dff0ea")
    #expect(shades.last == "#123c62")
  }

  @Test(arguments: Samples.styles) func `archipelagos have their unit's shade, and no figure`(
    _ style: Style
  ) {
    let tiles = Centroids.of34.keys.sorted().enumerated().map { place, id in
      AreaFigure(area: id, name: "Tỉnh \(place)", value: place == 9 ? nil : Value("\(place)"))
    }
    let map = TileMap(style, Samples.caption(), indicator: "x", period: "2024", tiles)
    let drawing = Drawing(map.svg())
    #expect(drawing.flaws == [])
    let names = style.language == .vi ? ["Hoàng", "Trường"] : ["Hoang", "Truong"]
    for (name, unit) in zip(names, ["48-2025", "56-2025"]) {
      let grounds = drawing.all("rect").filter { $0.data["area"] == unit }
      #expect(grounds.count == 2)
      #expect(Set(grounds.map { $0.attributes["fill"] }).count == 1)
      let words = drawing.all("text").filter { $0.data["area"] == unit }
      #expect(words.count { $0.text == name } == 1)
      // A figure is bold.
      let figures = words.count { $0.attributes["font-weight"] != nil }
      #expect(figures == (tiles.first { $0.area == unit }?.value == nil ? 0 : 1))
    }
    let legend = style.language == .vi ? "Hoàng Sa thuộc Tỉnh" : "Hoang Sa is part of Tỉnh"
    #expect(drawing.labels.map(\.text).joined(separator: " ").contains(legend))
    #expect(drawing.all("desc").first?.text.contains("\(names[1]) Sa") == true)
  }

  @Test func `the legend is one bar of shades with the value from which on each is`() {
    let tiles = Centroids.of34.keys.sorted().enumerated().map { place, id in
      AreaFigure(area: id, name: id, value: Value("\(place).5"))
    }
    let map = TileMap(Style(width: 360), Samples.caption(), indicator: "x", period: "2024", tiles)
    let drawing = Drawing(map.svg())
    let ramp = drawing.all("rect").filter {
      $0.data["area"] == nil && $0.number("height") == 12 && $0.number("width") > 20
    }
    #expect(ramp.count == 5)
    for (one, other) in zip(ramp, ramp.dropFirst()) {
      #expect(abs(one.number("x") + one.number("width") - other.number("x")) < 0.2)
    }
    for text in ["0,5", "6,5", "33,5"] { #expect(drawing.labels.contains { $0.text == text }) }
  }

  private func map(_ figures: [(sign: String, value: String)], _ width: Int) -> Drawing {
    let ids = Centroids.of34.keys.sorted()
    let tiles = ids.enumerated().map { place, id in
      let figure = figures[place * figures.count / ids.count]
      var tile = AreaFigure(area: id, name: id, value: Value(figure.value))
      tile.sign = figure.sign
      return tile
    }
    let style = Style(width: width)
    return Drawing(
      TileMap(style, Samples.caption(), indicator: "x", period: "2024", tiles).svg())
  }

  @Test(arguments: [360, 1200])
  func `the legend says "less than" as the figures do, and one value once`(_ width: Int) {
    let drawing = map([("< ", "10"), ("", "10"), ("", "20"), ("", "30.5")], width)
    let legend = drawing.all("text").filter {
      $0.data["area"] == nil && $0.number("font-size") == 11
    }
    #expect(legend.count { $0.text == "< 10,0" } == 1)
    #expect(legend.count { $0.text == "10,0" } == 0)
    #expect(legend.count { $0.text == "30,5" } == 1)
  }

  @Test func `figures that do not fit a tile are rounded, and the map says so`() {
    func isNoted(_ value: String) -> Bool {
      map([("", value)], 360).labels.contains { $0.text.hasPrefix("Số ghi trên hình đã làm tròn") }
    }
    #expect(isNoted("45.29351"))
    #expect(!isNoted("45.3"))
  }

  @Test func `the lists beside a map fill its height, and mark what is derived`() {
    let tiles = Centroids.of63.keys.sorted().enumerated().map { place, id in
      var tile = AreaFigure(area: id, name: id, value: Value("\(place)"))
      tile.marks = .derived
      return tile
    }
    let chart = TileMap(
      Style(width: 900), Samples.caption(), indicator: "x", period: "2024", tiles)
    let drawing = Drawing(chart.svg())
    #expect(drawing.flaws == [])
    let names = drawing.all("text").filter { text in
      text.data["area"] == nil && tiles.contains { $0.area == text.text }
    }
    #expect(names.count == 40)
    // Of each tile and of each row, and one of the legend.
    let corners = drawing.all("path").filter {
      $0.attributes["d"]?.hasSuffix("z") == true && $0.attributes["stroke"] == nil
    }
    #expect(corners.count == 63 + 40 + 1)
  }

  @Test func `why there are no figures is said in the words of the data`() {
    let tiles = Centroids.of34.keys.sorted().enumerated().map { place, id in
      var tile = AreaFigure(area: id, name: id, value: place > 1 ? Value("1") : nil)
      tile.missing = place == 0 ? "không áp dụng" : "không công bố"
      return tile
    }
    let map = TileMap(Style(), Samples.caption(), indicator: "x", period: "2024", tiles)
    #expect(Drawing(map.svg()).labels.contains { $0.text == "không áp dụng, không công bố" })
  }

  @Test(arguments: [("Thừa Thiên Huế", ["TT", "Huế"]), ("Bà Rịa - Vũng Tàu", ["BR-VT"])])
  func `long names are shortened as people do`(name: String, lines: [String]) {
    let tiles = Centroids.of63.keys.sorted().map {
      AreaFigure(area: $0, name: name, value: nil)
    }
    let map = TileMap(Style(width: 320), Samples.caption(), indicator: "x", period: "2024", tiles)
    let words = Drawing(map.svg()).all("text").filter { $0.data["area"] == "01-2008" }
    #expect(words.map(\.text) == lines)
  }
}

/// Both maps: each unit one tile, where geography puts it.
@Suite struct TilePlacesTests {
  static let maps = [Centroids.of63, Centroids.of34]

  @Test(arguments: maps) func `each unit has one tile, and no two have the same`(
    _ map: [String: Centroids.Point]
  ) {
    let ids = map.keys.sorted()
    let plan = TilePlaces.plan(of: ids)
    let all = plan.places + plan.islands.map(\.place)
    #expect(plan.places.count == ids.count)
    #expect(Set(all).count == ids.count + 2)
    #expect(all.allSatisfy { $0.column < plan.columns && $0.row < plan.rows })
    // A stranger would have a row of its own.
    #expect(TilePlaces.plan(of: ids + ["xx"]).rows == plan.rows + 2)
    #expect(plan.columns <= 7)
  }

  @Test(arguments: maps) func `what lies clearly north or east of another stands so`(
    _ map: [String: Centroids.Point]
  ) {
    let ids = map.keys.sorted()
    let places = TilePlaces.plan(of: ids).places
    for (one, mine) in zip(ids, places) {
      for (other, its) in zip(ids, places) {
        guard let a = map[one], let b = map[other] else { continue }
        if a.latitude - b.latitude > 1.5 { #expect(mine.row < its.row, "\(one) \(other)") }
        if a.longitude - b.longitude > 1, abs(a.latitude - b.latitude) < 1 {
          #expect(mine.column > its.column, "\(one) \(other)")
        }
      }
    }
  }

  @Test(arguments: maps) func `the nearest neighbour is near`(_ map: [String: Centroids.Point]) {
    let ids = map.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(ids, TilePlaces.plan(of: ids).places))
    for (id, point) in map {
      let nearest = map.filter { $0.key != id }.min {
        point.distance(to: $0.value) < point.distance(to: $1.value)
      }
      guard let mine = places[id], let its = nearest.flatMap({ places[$0.key] }) else { continue }
      let steps = max(abs(mine.column - its.column), abs(mine.row - its.row))
      #expect(steps <= 2, "\(id) \(nearest?.key ?? "")")
    }
  }

  @Test(arguments: maps) func `Hoàng Sa and Trường Sa lie at sea, with the units they belong to`(
    _ map: [String: Centroids.Point]
  ) throws {
    let ids = map.keys.sorted()
    let plan = TilePlaces.plan(of: ids)
    #expect(plan.islands.map { $0.name(.vi) } == ["Hoàng Sa", "Trường Sa"])
    #expect(plan.islands.map { $0.name(.en) } == ["Hoang Sa", "Truong Sa"])
    for (island, code) in zip(plan.islands, ["48-", "56-"]) {
      #expect(island.unit.hasPrefix(code))
      let unit = plan.places[try #require(ids.firstIndex(of: island.unit))]
      // To the east, with water in between, and no land beyond.
      #expect(island.place.column > unit.column)
      #expect(island.place.row >= unit.row)
      for place in plan.places where abs(place.row - island.place.row) <= 1 {
        let isApart = place.row != island.place.row || place.column < island.place.column - 1
        #expect(place.column < island.place.column && isApart)
      }
    }
    #expect(TilePlaces.plan(of: ["01-2008", "48-2025"]).islands.map(\.unit) == ["48-2025"])
  }
}
