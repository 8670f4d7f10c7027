import Charts
import Testing

/// Provinces as tiles.
@Suite struct TileMapTests {
  @Test(arguments: Samples.styles) func `strangers stand below, and nothing overlaps`(
    _ style: Style
  ) {
    let ids = Centroids.of34.keys.sorted() + ["99-2030", "98-2030"]
    let tiles = ids.enumerated().map { place, id in
      var tile = TileMap.Tile(
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
        TileMap.Tile(area: id, name: names[place % names.count], value: Value("13608.8"))
      }
      let map = TileMap(
        Style(width: width), Samples.caption(), indicator: "population", period: "2024", tiles)
      let drawing = Drawing(map.svg())
      for tile in tiles {
        let ground = drawing.all("rect").first { $0.data["area"] == tile.area }
        let left = ground?.number("x") ?? 0
        let right = left + (ground?.number("width") ?? 0)
        for text in drawing.all("text") where text.data["area"] == tile.area {
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
      TileMap.Tile(area: id, name: id, value: Value("\(place / 2)"))
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
}

/// Both maps: each unit one tile, where geography puts it.
@Suite struct TilePlacesTests {
  static let maps = [Centroids.of63, Centroids.of34]

  @Test(arguments: maps) func `each unit has one tile, and no two have the same`(
    _ map: [String: Centroids.Point]
  ) {
    let ids = map.keys.sorted()
    let (places, columns, rows) = TilePlaces.places(of: ids)
    #expect(Set(places).count == ids.count)
    #expect(places.allSatisfy { $0.column < columns && $0.row < rows })
    // A stranger would have a row of its own.
    #expect(TilePlaces.places(of: ids + ["xx"]).rows == rows + 2)
    #expect(columns <= 7)
  }

  @Test(arguments: maps) func `what lies clearly north or east of another stands so`(
    _ map: [String: Centroids.Point]
  ) {
    let ids = map.keys.sorted()
    let places = TilePlaces.places(of: ids).places
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
    let places = Dictionary(uniqueKeysWithValues: zip(ids, TilePlaces.places(of: ids).places))
    for (id, point) in map {
      let nearest = map.filter { $0.key != id }.min {
        point.distance(to: $0.value) < point.distance(to: $1.value)
      }
      guard let mine = places[id], let its = nearest.flatMap({ places[$0.key] }) else { continue }
      let steps = max(abs(mine.column - its.column), abs(mine.row - its.row))
      #expect(steps <= 2, "\(id) \(nearest?.key ?? "")")
    }
  }
}
