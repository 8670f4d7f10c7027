import Formats
import JSON
import Statistics

extension Asking {
  /// `/v1`: every collection with its count, the maps, the formats, the limits, the licence.
  mutating func index() throws(Problem) -> Answer {
    let data: [Field<Asking>] = Asking.indexFields
    var answer = try thing(
      self, data, view(), Notes(era: era(on: today)),
      links: [
        ("service-desc", "/openapi.json"), ("service-doc", "/docs"),
        ("sdmx", "/sdmx/2.1/dataflow"),
        ("describedby", "/catalog.jsonld"), ("search", "/v1/search{?q,type,limit,offset}"),
      ])
    answer.links = ["<\(absolute("/catalog.jsonld"))>; rel=\"describedby\""]
    return answer
  }

  /// What today's names and maps depend on: the last day on which one of them changed.
  func era(on day: Day) -> String {
    snapshot.lastChange(until: day).description
  }

  /// What all of it is called.
  static let title = Name(
    vi: "Thước đo chuyển đổi số quốc gia", en: "A yardstick of Viet Nam's digital transformation")

  private static let indexFields: [Field<Asking>] = [
    Field("name") { _, _ in .text("ThuocDo") },
    Field("title") { _, _ in .name(title) },
    Field("version") { _, _ in .text("1") },
    Field("collections") { asking, _ in
      let (collections, base) = (asking.collections, asking.base)
      return .list(count: collections.count) { index, writer in
        let collection = collections[index]
        writer.beginObject()
        writer.member("id", collection.id)
        writer.member("name", collection.name)
        writer.member("href", "\(base)/v1/\(collection.id)")
        writer.key("count")
        writer.integer(collection.count)
        writer.endObject()
      }
    },
    Field("maps") { asking, _ in
      let maps = asking.snapshot.maps
      return .list(count: maps.count) { index, writer in
        writer.beginObject()
        writer.member("from", maps[index].from.description)
        writer.member("to", maps[index].to?.description)
        writer.key("provinces")
        writer.integer(maps[index].provinces.count)
        writer.endObject()
      }
    },
    Field("periods") { asking, _ in
      let first = asking.snapshot.coverage.compactMap(\.first).min()
      let last = asking.snapshot.coverage.compactMap(\.last).max { $0.end < $1.end }
      return .nested { writer in
        writer.beginObject()
        writer.member("first", first.map { "\($0.start.civil.year)" })
        writer.member("last", last.map { "\($0.end.civil.year)" })
        writer.endObject()
      }
    },
    Field("formats") { _, _ in
      .list(count: Format.listed.count) { index, writer in
        let (format, place) = Format.listed[index]
        writer.beginObject()
        writer.member("id", format.rawValue)
        writer.member("mediaType", format.contentType)
        if format.mediaTypes.isEmpty {
          writer.key("byAccept")
          writer.bool(false)
        }
        if let place { writer.member("at", place) }
        writer.endObject()
      }
    },
    Field("limits") { asking, _ in
      let limits = asking.limits
      return .nested { writer in
        writer.beginObject()
        for (key, value) in [
          ("rows", limits.rows), ("cells", limits.cells),
          ("valuesPerParameter", limits.valuesPerParameter), ("targetBytes", limits.targetBytes),
          ("errors", APILimits.errors), ("suggestedErrors", APILimits.suggestedErrors),
        ] {
          writer.key(key)
          writer.integer(value)
        }
        writer.endObject()
      }
    },
    Field("license") { _, _ in
      .nested { writer in
        writer.beginObject()
        writer.member("id", License.id)
        writer.member("url", License.url)
        writer.member("covers", License.covers)
        writer.endObject()
      }
    },
  ]

  /// Every collection with the rows that it has today.
  var collections: [(id: String, name: Name, count: Int)] {
    [
      (
        "provinces", Name(vi: "Tỉnh, thành phố", en: "Provinces"),
        map(on: today).provinces.count
      ),
      (
        "regions", Name(vi: "Vùng", en: "Regions"),
        snapshot.regions.rows.count { $0.isValid(on: today) }
      ),
      ("areas", Name(vi: "Địa bàn", en: "Areas"), snapshot.areas.count),
      ("pillars", Name(vi: "Trụ cột", en: "Pillars"), snapshot.pillars.count),
      ("indicators", Name(vi: "Chỉ số", en: "Indicators"), snapshot.indicators.count),
      ("observations", Name(vi: "Giá trị", en: "Observations"), snapshot.series.shownCount),
      ("commitments", Name(vi: "Cam kết", en: "Commitments"), snapshot.commitments.count),
      ("targets", Name(vi: "Chỉ tiêu", en: "Targets"), snapshot.targets.count),
      ("tasks", Name(vi: "Nhiệm vụ", en: "Tasks"), snapshot.tasks.count),
      ("agencies", Name(vi: "Cơ quan", en: "Agencies"), snapshot.agencies.count),
      ("platforms", Name(vi: "Nền tảng", en: "Platforms"), snapshot.platforms.count),
      ("meetings", Name(vi: "Cuộc họp", en: "Meetings"), snapshot.meetings.count),
      ("sources", Name(vi: "Nguồn", en: "Sources"), snapshot.sources.count),
    ]
  }
}

/// On what terms the data may be used.
enum License {
  static let id = "CC-BY-4.0"
  static let url = "https://creativecommons.org/licenses/by/4.0/"
  static let covers = Name(
    vi: "việc chọn lọc và cấu trúc; mỗi nguồn giữ điều kiện của mình",
    en: "the selection and structure; each source keeps its own terms")
}
