import Statistics

/// What every message begins with.
enum Header {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  static let instance = "http://www.w3.org/2001/XMLSchema-instance"
  static let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"

  /// Digits of the snapshot's digest that make the message's id.
  private static let digits = 16

  /// Writes what the header says first. Nothing of it is from the clock, so that the same data is
  /// always the same bytes.
  static func write(of snapshot: Snapshot, onto writer: inout XMLWriter) {
    writer.element("mes:ID", "\(Identity.agency)-\(snapshot.digest.prefix(digits))")
    writer.element("mes:Test", "false")
    let newest = max(snapshot.lastUpdated, snapshot.series.newestKnownFrom ?? snapshot.lastUpdated)
    writer.element("mes:Prepared", "\(newest)T00:00:00")
    writer.empty("mes:Sender", ["id": Identity.agency])
  }
}
