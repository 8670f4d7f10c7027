extension Day {
  /// Writes `YYYY-MM-DD`.
  package func write(onto bytes: inout [UInt8]) {
    let (year, month, day) = civil
    Day.append(year / 100, onto: &bytes)
    Day.append(year % 100, onto: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Day.append(month, onto: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Day.append(day, onto: &bytes)
  }

  private static func append(_ twoDigits: Int, onto bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "0") + UInt8(twoDigits / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(twoDigits % 10))
  }
}
