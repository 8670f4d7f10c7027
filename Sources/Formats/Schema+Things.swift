import Statistics

/// What the fields say that are objects or lists of them.
extension Schema {
  static let units = Schema.list(
    of: .named("UnitName", .object(["id": .text(), "code": .text(), "name": .name])))
  static let formerNames = Schema.list(
    of: .named(
      "FormerName",
      .object(
        [
          "name": .name, "type": .codes(of: ProvinceType.self), "validFrom": .orNull(.day),
          "validTo": .day, "act": .orNull(.text()),
        ], maybe: ["notes": .list(of: .name)])))
  static let lineageSteps = Schema.list(
    of: .named(
      "LineageStep",
      .object([
        "id": .text(), "name": .name, "share": .codes(["whole", "part"]), "on": .orNull(.day),
        "act": .orNull(.text()),
      ])))

  static let unitOfMeasure = Schema.named(
    "UnitOfMeasure", .object(["code": .text(), "symbol": .text(), "name": .orNull(.name)]))
  static let aggregation = Schema.named(
    "Aggregation",
    .object(
      ["rule": .codes(of: AggregationRule.self)],
      maybe: ["over": .text(), "weight": .text(), "source": .text(), "excerpt": .text()]))
  static let breaks = Schema.list(
    of: .named(
      "MethodBreak",
      .object([
        "period": .period, "what": .orNull(.name), "act": .orNull(.text()),
        "source": .orNull(.text()),
      ])))
  static let coverage = Schema.named(
    "Coverage",
    .object([
      "first": .orNull(.period), "last": .orNull(.period), "observations": .integer(),
      "complete": .list(of: .period),
      "partial": .list(
        of: .object(["period": .period, "have": .integer(), "of": .integer()])),
    ]))
  static let measures = Schema.list(
    of: .object(["type": .codes(["commitment", "target"]), "id": .text()]))

  static let groups = Schema.list(
    of: .object(["id": .text(), "name": .name, "items": .list(of: .text())]))
  static let commitments = Schema.list(
    of: .named(
      "CommitmentItem",
      .object(
        Field<CommitmentRow>.all.map { field in
          Member(field.name, field.says ?? .anything, always: field.isAlways)
        })))
  static let wordings = Schema.list(
    of: .named(
      "Wording",
      .object(
        [
          "vi": .text(), "source": .text(), "locator": .orNull(.text()), "official": .flag,
        ], maybe: ["note": .name])))
  static let measuredBy = Schema.list(
    of: .object(["indicator": .text(), "why": .orNull(.name)]))
  static let commitmentProgress = Schema.named(
    "CommitmentProgress",
    .object([
      "indicatorsWithData": .integer(),
      "targets": .object(
        TargetStatus.allCases.map { Member($0.rawValue, .integer()) }),
    ]))

  static let derivation = Schema.named(
    "Derivation",
    .object([
      "rule": .codes(of: AggregationRule.self), "boundaries": .day,
      "inputs": .list(
        of: .object(["area": .text(), "value": .orNull(.number)], maybe: ["source": .text()])),
    ]))
  static let conflict = Schema.list(
    of: .object(["value": .orNull(.number), "source": .text()]))
  static let statedChange = Schema.named(
    "StatedChange",
    .object(
      ["kind": .codes(of: StatedChangeKind.self), "qualifier": .codes(of: Qualifier.self)],
      maybe: ["value": .number, "low": .number, "high": .number, "since": .period]))
  static let change = Schema.named(
    "Change",
    .object(
      [
        "from": .orNull(.period), "difference": .orNull(.number), "percent": .orNull(.number),
      ],
      maybe: ["refused": .codes(of: Change.Refusal.self), "acrossBreak": .flag]))
  static let vintage = Schema.named(
    "Vintage",
    .object(
      ["knownFrom": .day, "shown": .flag],
      maybe: ["replacedBy": .text(), "replacedOn": .day, "rejected": .name]))

  static let targetProgress = Schema.list(
    of: .named(
      "TargetProgress",
      .object(
        ["indicator": .text(), "status": .codes(of: TargetStatus.self)],
        maybe: [
          "reason": .codes(of: NoDataReason.self), "observation": shortObservation,
          "baseline": shortObservation, "gap": .number, "expected": .number,
          "requiredPerYear": .number, "formula": .name,
        ])))
  private static let shortObservation = Schema.named(
    "ShortObservation",
    .object(
      ["period": .orNull(.period), "value": .orNull(.number)],
      maybe: [
        "low": .number, "high": .number, "qualifier": .codes(of: Qualifier.self),
        "published": .orNull(.date), "source": .orNull(.text()),
      ]))
  static let related = Schema.list(
    of: .object(["indicator": .text(), "reason": .name]))
  static let due = Schema.orNull(
    .named(
      "Due",
      .object([
        "text": .text(), "period": .orNull(.period), "bound": .orNull(.codes(of: DueBound.self)),
      ])))
  static let questions = Schema.named(
    "Questions",
    .object([
      "goal": .orNull(.name),
      "who": .orNull(
        .object(["lead": .list(of: agencyMention), "with": .list(of: agencyMention)])),
      "what": .orNull(.name), "when": .orNull(.object(["text": .text()])),
      "accountable": .orNull(.name), "product": .orNull(.name),
      "result": .orNull(
        .object([
          "outcome": .codes(of: TaskOutcome.self), "text": .orNull(.name),
          "date": .orNull(.date), "source": .text(), "excerpt": .orNull(.text()),
        ])),
    ]))
  static let agencyMention = Schema.named(
    "AgencyMention", .object(["agency": .orNull(.text()), "asWritten": .text()]))
  static let mentions = Schema.list(
    of: .object([
      "source": .text(), "locator": .orNull(.text()), "excerpt": .orNull(.text()),
    ]))
  static let uses = Schema.object([
    "observations": .integer(), "targets": .integer(), "tasks": .integer(),
    "commitments": .integer(),
  ])
}
