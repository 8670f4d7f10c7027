/// The units of a map as tiles in their places, each with its name and figure, the darker (on dark
/// paper the brighter) the higher.
package struct TileMap: Sendable {
  package var style: Style
  package var caption: Caption
  package var indicator: String
  package var period: String
  /// At most `mostTiles`.
  package var tiles: [AreaFigure]
  package var unit = ""

  package static let mostTiles = 200

  package init(
    _ style: Style, _ caption: Caption, indicator: String, period: String,
    _ tiles: [AreaFigure]
  ) {
    precondition((1...TileMap.mostTiles).contains(tiles.count))
    self.style = style
    self.caption = caption
    self.indicator = indicator
    self.period = period
    self.tiles = tiles
  }

  private static let gap = 2.0
  /// Of the lists beside the map.
  private static let rowHeight = 21.0
  private static let mostListed = 20

  package func svg() -> [UInt8] {
    var sheet = Sheet(style, caption)
    let plan = TilePlaces.plan(of: tiles.map(\.area))
    let isBeside = style.width >= 640
    // Beside words the map is about as high as the whole is wide.
    let most =
      isBeside
      ? min(
        sheet.width * 0.52 / Double(plan.columns),
        max(44, sheet.width * 1.05 / Double(plan.rows))) : sheet.width / Double(plan.columns)
    let side = min(most, 64)
    let wide = side * Double(plan.columns)
    let ofWords = isBeside ? sheet.width - wide - 28 : sheet.width
    let classes = Classes(tiles)
    sheet.head(within: ofWords)
    legend(classes, plan.islands, ofWords, &sheet)
    let grid = Grid(
      left: isBeside ? sheet.right - wide : sheet.left + (sheet.width - wide) / 2,
      top: isBeside ? sheet.margin : sheet.bottom, side: side)
    if isBeside {
      extremes(ofWords, downTo: grid.top + Double(plan.rows) * side, &sheet)
    }
    sheet.hasLinks = tiles.contains { $0.link != nil }
    let (figures, areRounded) = figures(width: grid.inner - 3, size: TileMap.size(grid.inner))
    let said = tiles.map { $0.text(style.language, unit: unit) }
    for place in tiles.indices {
      draw(
        tiles[place], plan.places[place], plan.islands, on: grid, classes, figures[place],
        said[place], &sheet)
    }
    sheet.bottom = max(sheet.bottom, grid.top + Double(plan.rows) * side)
    return sheet.finish(notes: areRounded ? [Numerals.note(style.language)] : []) {
      words(said, plan.islands, &$0)
    }
  }

  /// Where columns and rows lie.
  private struct Grid {
    let left: Double
    let top: Double
    let side: Double

    /// Of a tile, without the gap around it.
    var inner: Double { side - TileMap.gap }

    func corner(_ place: TilePlaces.Place) -> (x: Double, y: Double) {
      (left + Double(place.column) * side, top + Double(place.row) * side)
    }
  }

  /// What a screen reader says: every unit's figure.
  private func words(
    _ said: [String], _ islands: [TilePlaces.Island], _ canvas: inout Canvas
  ) {
    for place in tiles.indices {
      if place > 0 { canvas.write("; ") }
      canvas.words(tiles[place].name)
      let own = islands.filter { $0.unit == tiles[place].area }.map { $0.name(style.language) }
      if !own.isEmpty {
        canvas.write(" (\(style.language.pick("gồm", "with")) \(own.joined()))")
      }
      canvas.write(" ")
      canvas.words(said[place])
    }
  }

  private func legend(
    _ classes: Classes, _ islands: [TilePlaces.Island], _ width: Double, _ sheet: inout Sheet
  ) {
    let language = style.language
    var entries: [Legend.Entry] = []
    if !Ramp.draw(classes, unit, min(width, 420), &sheet) {
      entries = Ramp.entries(classes, unit, style)
    }
    let missing = tiles.filter { $0.value == nil }
    if !missing.isEmpty {
      entries.append(
        Legend.Entry(.hatching, Legend.reasons(missing.map(\.missing), language)))
    }
    if tiles.contains(where: { $0.marks.contains(.derived) }) {
      entries.append(
        Legend.Entry(
          .corner,
          language.pick("tính từ các tỉnh cũ theo quy tắc", "derived from the former provinces")))
    }
    if tiles.contains(where: { $0.marks.contains(.estimated) }) {
      entries.append(
        Legend.Entry(.outline, language.pick("ước tính, dự báo", "estimate, forecast")))
    }
    let owned = islands.compactMap { island in
      tiles.first { $0.area == island.unit }.map {
        let name = island.name(language)
        return language.pick("\(name) thuộc \($0.name)", "\(name) is part of \($0.name)")
      }
    }
    if !owned.isEmpty { entries.append(Legend.Entry(.island, owned.joined(separator: "; "))) }
    Legend.draw(entries, &sheet, width: width)
    sheet.bottom += 8
  }

  /// The highest and the lowest in words, as many as there is room for beside the map.
  private func extremes(_ width: Double, downTo bottom: Double, _ sheet: inout Sheet) {
    let numbers = tiles.map { $0.value?.number }
    let known = tiles.indices.filter { numbers[$0] != nil }.sorted { one, other in
      let (mine, its) = (numbers[one] ?? 0, numbers[other] ?? 0)
      return mine != its ? mine > its : one < other
    }
    guard known.count >= 12 else { return }
    let language = style.language
    let areBeside = width >= 420
    let column = areBeside ? min((width - 32) / 2, 260) : min(width, 260)
    let top = sheet.bottom + 8
    let heading = Sheet.textSize * 1.5
    let room = areBeside ? bottom - top - heading : (bottom - top - 14) / 2 - heading
    let count = min(max(5, Int(room / TileMap.rowHeight)), known.count / 2, TileMap.mostListed)
    sheet.bottom = top
    list(
      language.pick("Cao nhất", "Highest"), known.prefix(count), sheet.left, column, &sheet)
    let bottom = sheet.bottom
    sheet.bottom = areBeside ? top : bottom + 14
    list(
      language.pick("Thấp nhất", "Lowest"), known.suffix(count),
      areBeside ? sheet.left + column + 32 : sheet.left, column, &sheet)
    sheet.bottom = max(sheet.bottom, bottom)
  }

  private func list(
    _ title: String, _ places: ArraySlice<Int>, _ left: Double, _ width: Double,
    _ sheet: inout Sheet
  ) {
    let some = places.map { tiles[$0] }
    let size = Sheet.textSize
    sheet.paragraph(
      title, width, at: left, size: size, sheet.theme.ink, isBold: true, leading: 1.5)
    let number = Numerals.even(some.compactMap(\.value), style.language, digits: 6)
    for tile in some {
      sheet.canvas.line(left, sheet.bottom, left + width, sheet.bottom, sheet.theme.faint)
      sheet.bottom += TileMap.rowHeight
      let value = tile.value.map { tile.sign + number($0) + unit } ?? ""
      let wide = Advances.width(of: value, size: size, isBold: true)
      let isDerived = tile.marks.contains(.derived)
      let room = width - 12 - wide - (isDerived ? 14 : 0)
      if isDerived {
        Corner.draw(
          left + width - wide - 6, sheet.bottom - 15, sheet.theme.ink, &sheet.canvas)
      }
      sheet.canvas.text(
        Fitting.cut(tile.name, width: room, size: size), left, sheet.bottom - 6, size: size,
        sheet.theme.ink)
      sheet.canvas.text(
        value, left + width, sheet.bottom - 6, size: size, sheet.theme.ink, .end, isBold: true)
    }
  }

  private func draw(
    _ tile: AreaFigure, _ place: TilePlaces.Place, _ islands: [TilePlaces.Island], on grid: Grid,
    _ classes: Classes, _ figure: String?, _ said: String, _ sheet: inout Sheet
  ) {
    sheet.canvas.open(link: tile.link)
    sheet.canvas.datum(" data-indicator=\"", indicator)
    sheet.canvas.datum(" data-area=\"", tile.area)
    sheet.canvas.datum(" data-period=\"", period)
    sheet.canvas.datum(" data-value=\"", tile.value?.text)
    sheet.canvas.datum(" data-mark=\"", tile.marks.word)
    sheet.canvas.entitle(tile.name, said)
    let shade = tile.value.map { classes.shade(of: classes.place(of: $0.number)) }
    for island in islands where island.unit == tile.area {
      draw(island, of: place, shade, on: grid, &sheet)
    }
    let (x, y) = grid.corner(place)
    let side = grid.inner
    ground(tile.marks, shade, x, y, side, radius: 3, &sheet)
    if shade != nil, tile.marks.contains(.derived) {
      Corner.draw(x + side, y, ink(shade), &sheet.canvas)
    }
    let size = TileMap.size(side)
    var lines = TileMap.lines(of: tile.name, width: side - 3, size: size)
    if let figure { lines.append(figure) }
    write(lines, hasNumber: shade != nil, x + side / 2, y + side / 2, size, ink(shade), &sheet)
    sheet.canvas.close()
  }

  private func ink(_ shade: Int?) -> Color {
    shade.map { style.theme.ink(onClass: $0) } ?? style.theme.ink
  }

  /// What words stand on: a shade of the map, or hatching where nothing is known.
  private func ground(
    _ marks: Marks, _ shade: Int?, _ x: Double, _ y: Double, _ side: Double, radius: Double,
    _ sheet: inout Sheet
  ) {
    let theme = style.theme
    guard let shade else {
      sheet.canvas.hatching(x + 0.5, y + 0.5, side - 1, side - 1, theme.paper, theme.rule)
      // The name is read on paper, not on the lines.
      sheet.canvas.rectangle(x + 3, y + side * 0.2, side - 6, side * 0.6, theme.paper)
      return
    }
    sheet.canvas.rectangle(x, y, side, side, theme.classes[shade], radius: radius)
    if marks.contains(.estimated) {
      sheet.canvas.outline(x + 1, y + 1, side - 2, side - 2, ink(shade))
    }
  }

  private func write(
    _ lines: [String], hasNumber: Bool, _ x: Double, _ y: Double, _ size: Double, _ ink: Color,
    _ sheet: inout Sheet
  ) {
    let leading = size * 1.14
    var base = y - leading * Double(lines.count) / 2 + size * 0.86
    for (place, line) in lines.enumerated() {
      let isNumber = hasNumber && place == lines.count - 1
      sheet.canvas.text(line, x, base, size: size, ink, .middle, isBold: isNumber)
      base += leading
    }
  }

  /// An archipelago at sea, of its unit's shade and tied to it.
  private func draw(
    _ island: TilePlaces.Island, of unit: TilePlaces.Place, _ shade: Int?, on grid: Grid,
    _ sheet: inout Sheet
  ) {
    let (fromX, fromY) = grid.corner(unit)
    let (x, y) = grid.corner(island.place)
    let side = grid.inner
    let level = fromY + side / 2
    // Over the sea to the east, then south.
    let bend = [(x: fromX + side, y: level), (x: x + side / 2, y: level), (x: x + side / 2, y: y)]
    let straight = [(x: fromX + side, y: level), (x: x, y: level)]
    sheet.canvas.path(
      island.place.row == unit.row ? straight : bend, style.theme.rule, width: 1.2,
      dash: Canvas.dash)
    ground([], shade, x, y, side, radius: side / 4, &sheet)
    let size = TileMap.size(side)
    let lines = TileMap.lines(of: island.name(style.language), width: side - 3, size: size)
    write(lines, hasNumber: false, x + side / 2, y + side / 2, size, ink(shade), &sheet)
  }

  /// Of the type on a tile: three lines with some air.
  private static func size(_ side: Double) -> Double { min(14, (side - 3) / 3.9) }

  /// Figures with as many digits as go into every tile, and whether any has more.
  private func figures(width: Double, size: Double) -> (figures: [String?], areRounded: Bool) {
    let known = tiles.compactMap(\.value)
    for digits in [6, 5, 4, 3, 2] {
      let areRounded = Numerals.isRounded(known, digits: digits)
      let number = Numerals.even(known, style.language, digits: digits)
      let figures = tiles.map { tile in tile.value.map { tile.sign + number($0) } }
      let fits = figures.allSatisfy {
        $0.map { Advances.width(of: $0, size: size, isBold: true) <= width } ?? true
      }
      if fits { return (figures, areRounded) }
    }
    let least = Numerals.even(known, style.language, digits: 1)
    let figures = tiles.map { tile in
      tile.value.map {
        tile.sign + Fitting.cut(least($0), width: width, size: size, isBold: true)
      }
    }
    return (figures, true)
  }

  /// A name in two lines; where it does not fit, shortened as people do: TT Huế, BR-VT.
  static func lines(of name: String, width: Double, size: Double) -> [String] {
    let all = Fitting.words(of: name)
    if all.count <= 2 { return all.map { Fitting.cut($0, width: width, size: size) } }
    let words = all.filter { $0 != "-" && $0 != "–" }
    func fits(_ text: String) -> Bool { Advances.width(of: text, size: size) <= width }
    if words.count <= 2 { return words.map { Fitting.cut($0, width: width, size: size) } }
    // In the middle before anywhere else.
    let middle = words.count / 2
    for split in [middle] + (1..<words.count).filter({ $0 != middle }) {
      let lines = [words[..<split], words[split...]].map { $0.joined(separator: " ") }
      if lines.allSatisfy(fits) { return lines }
    }
    func initials(_ words: some Sequence<String>) -> String { words.map { $0.prefix(1) }.joined() }
    if words.count < all.count {
      return [all.map { $0 == "–" ? "-" : String($0.prefix(1)) }.joined()]
    }
    let last = words[words.count - 1]
    return [initials(words.dropLast()), Fitting.cut(last, width: width, size: size)]
  }
}

/// The sign of a derived figure on a tile.
enum Corner {
  static func draw(_ right: Double, _ top: Double, _ color: Color, _ canvas: inout Canvas) {
    canvas.polygon([(right - 8, top), (right, top), (right, top + 8)], color)
  }
}
