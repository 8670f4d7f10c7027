import API
import Testing

/// Tables of comma-separated values, however they are put together.
@Suite struct TableTests {
  /// All of them: then each column is asked by itself, as `fields=` does.
  private static let fields =
    "indicator,area,areaCode,areaName,period,value,low,high,outOf,qualifier,status,otherStatus,"
    + "missing,derivation,published,source,locator,excerpt,periodText,note"
  /// What was added behind all others.
  private static let later = ",confirmedBy,statedChange"

  @Test(arguments: [
    ("", ""), ("area=VN", ""), ("indicator=dti", ""), ("province=48,24,46&period=2022..", ""),
    ("indicator=dti&boundaries=today", ""), ("area=46-2008&boundaries=2024-06-30", ""),
    ("indicator=population&groupBy=region", ""), ("status=O", ""), ("sort=-value", ""),
    ("indicator=papi-e-governance&province=24&boundaries=2025-07-01", ""),
    ("limit=700&offset=311", ""), ("asOf=2024-06-30", ""), ("latest=2&level=province", ""),
    ("vintages=all", ",vintage"), ("vintages=all&asOf=2025-01-06&area=VN", ",vintage"),
    ("change=previous", ",change"), ("province=48&change=year&acrossBreaks=true", ",change"),
  ])
  func `a table is the same where its columns are asked one by one`(
    query: String, more: String
  ) {
    let target = "/v1/observations?\(query)\(query.isEmpty ? "" : "&")format=csv"
    let fast = ask(target)
    let slow = ask("\(target)&fields=\(TableTests.fields)\(more)\(TableTests.later)")
    #expect(fast.status == 200)
    // What was added to vintages stands behind all columns unasked, beside its own if asked for.
    let isSame =
      more == ",vintage"
      ? TableTests.columns(of: fast.bytes) == TableTests.columns(of: slow.bytes)
      : fast.bytes == slow.bytes
    #expect(isSame)
    #expect(fast.bytes.count { $0 == UInt8(ascii: "\n") } > 1)
  }

  @Test func `all figures of the data are in these tables`() throws {
    let rows = ask("/v1/observations?vintages=all&format=csv").text
    #expect(rows.contains(",range,") && rows.contains(",withheld,") && rows.contains("\""))
  }

  /// The cells of a table by the name of their column, as they are written.
  static func columns(of table: [UInt8]) -> [[UInt8]: [ArraySlice<UInt8>]] {
    var rows: [[ArraySlice<UInt8>]] = [[]]
    var start = 0
    var isQuoted = false
    for (place, byte) in table.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, 0x0D where !isQuoted:
        rows[rows.count - 1].append(table[start..<place])
        start = place + 1
      case 0x0A where !isQuoted:
        rows.append([])
        start = place + 1
      default: break
      }
    }
    rows.removeAll { $0.isEmpty }
    var columns: [[UInt8]: [ArraySlice<UInt8>]] = [:]
    for (place, name) in (rows.first ?? []).enumerated() {
      columns[Array(name)] = rows.map { $0[place] }
    }
    return columns
  }
}
