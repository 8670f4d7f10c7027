import Formats
import JSON
import Statistics

/// Collections of figures as JSON-stat: a dense cube, which has a place for one figure a cell.
extension Asking {
  /// - Parameters:
  ///   - asked: the categories that were asked for.
  ///   - notes: writes what is said of the whole.
  func cube<All: Rows>(
    of chosen: ChosenRows<All>, _ asked: CubeAxes, _ notes: @escaping (inout JSONWriter) -> Void
  ) throws(Problem) -> Answer.Content {
    let cube: Cube<All.Row>
    do throws(CubeMisfit) {
      cube = try Cube(
        chosen.begin(), at: chosen.rows.coordinates, asked: asked, others: firstOfData,
        byTime: text(.sort) == nil, most: limits.cells)
    } catch {
      switch error {
      case .tooManyCells: throw tooManyCells
      case .noPeriod: throw noPeriod
      }
    }
    let writer = CubeWriter(cube, chosen.fields, chosen.chosen, chosen.view)
    let make = { [href = absolute(address())] in
      RowPieces.cube(writer.writing(href: href, notes: notes))
    }
    let isLong = cube.count * APILimits.bytesOfCell > APILimits.wholeBytes
    return isLong ? .pieces(make) : .whole(make().all)
  }

  /// What stands for a dimension of which nothing was asked and nothing found: none may be empty.
  private var firstOfData: CubeAxes {
    CubeAxes(
      indicators: Array(snapshot.indicators.rows.indices.prefix(1)),
      places: snapshot.areas.rows.indices.prefix(1).map { .area($0) },
      periods: Array(snapshot.observations.periods.prefix(1)))
  }

  private var tooManyCells: Problem {
    let most = limits.cells
    return .parameters([
      ParameterError(
        .tooMany, "format", Format.jsonstat.rawValue,
        Name(
          vi: "Khối JSON-stat có hơn \(most) ô; nhiều nhất là \(most)."
            + " Hãy thu hẹp câu hỏi, hay dùng format=csv hoặc format=ndjson, có mọi dòng.",
          en: "The JSON-stat cube has more than \(most) cells, which is the most."
            + " Narrow the question, or take format=csv or format=ndjson, which have every row."))
    ])
  }

  /// 400: there is a figure whose document states no period.
  private var noPeriod: Problem {
    var error = ParameterError.conflict(
      "format", Format.jsonstat.rawValue,
      vi: "Có giá trị mà văn bản không nêu kỳ, không có chỗ trong khối JSON-stat;"
        + " hãy thêm period=1900.. để bỏ qua chúng, hay dùng format=csv, format=ndjson.",
      en: "Some figure's document states no period, so that it has no place in a JSON-stat cube;"
        + " add period=1900.. to leave such figures out, or take format=csv or format=ndjson.")
    error.suggestions = ["period=1900.."]
    return .parameters([error])
  }

  /// 406: a cell of a cube has one value, not all that it ever had.
  var noCubeOfVintages: Problem {
    var problem = Problem.notAcceptable(
      Format.jsonstat.rawValue,
      offered: Format.ofRows.map(\.contentType))
    problem.detail = Name(
      vi: "Một ô của JSON-stat có một giá trị, nên “jsonstat” không đi cùng “vintages=all”;"
        + " hãy dùng json, csv hay ndjson.",
      en: "A cell of JSON-stat has one value, so \"jsonstat\" does not go with \"vintages=all\";"
        + " take json, csv or ndjson.")
    return problem
  }

  /// The periods that were asked for: those of a list, the ends of a span.
  var askedPeriods: [Period] {
    let ends = text(.period)?.split(separator: ",").flatMap { $0.split(separator: "..") } ?? []
    return ends.compactMap { Period($0) }
  }
}
