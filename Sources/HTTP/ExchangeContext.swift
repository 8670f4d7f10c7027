/// What all connections of one loop have in common, lent to each exchange while it acts.
package struct ExchangeContext {
  package let application: Application
  package let limits: Limits
  package let allowances: Allowances
  /// The time of the event at hand.
  package var now: Instant
  /// The second of now, as answers say it.
  package var date: DateLine
  /// The same for answers over TLS; nil where nobody is served over it.
  package var secureDate: DateLine?
  /// Whether the server stops: then every answer is the last of its connection.
  package var isStopping = false
  /// Room for the fields of a head, lent to an exchange while it reads one: a connection at rest
  /// holds none.
  var spareFields: [FieldLine] = []
  var known: KnownHeads
  package var counts = Counts()
  /// Where each answer has its line; nil where no log is kept.
  package var log: AccessLines?

  package init(
    application: Application, limits: Limits, deadlines: Deadlines, now: Instant, date: DateLine
  ) {
    self.application = application
    self.limits = limits
    known = KnownHeads(limits)
    self.allowances = Allowances(deadlines)
    self.now = now
    self.date = date
  }

  /// The date line for a connection that speaks TLS, or does not.
  func date(isSecure: Bool) -> DateLine {
    if isSecure, let secureDate { return secureDate }
    return date
  }

  /// Lets the application and what is known of its answers go on to the current era.
  package mutating func refresh() {
    known.forget(unless: application.era())
  }
}
