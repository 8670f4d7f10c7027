/// How far one target has come, by one of the indicators that measure it.
package struct Goal: Sendable {
  package var target: String
  package var indicator: String?
  package var name: String
  package var status: Status
  /// What is aimed at.
  package var aim: Value
  /// How it is compared: "≥", "≤", "≈".
  package var sign = ""
  package var value: Value?
  /// The value as it is said, where that is not the number alone: a range, "> 10".
  package var valueText: String?
  package var valuePeriod: String?
  package var baseline: Value?
  /// Where the straight line to the aim stands at the end of the value's period.
  package var expected: Value?
  package var unit = ""
  /// Whether less is better: ranks.
  package var isDownward = false
  /// Whether the value is what the aim speaks of, so that both stand on one scale.
  package var isLevel = true
  package var due: String?
  /// The number of the act that set it.
  package var act: String?
  /// In words: why there is no status, or how it was computed.
  package var reason: String?
  package var formula: String?
  /// By the other indicators that measure it; those with a value are told in words.
  package var others: [Goal] = []
  /// Where it leads to.
  package var link: String?

  package enum Status: String, Sendable, CaseIterable {
    case met, onTrack, behind, missed, noData
  }

  package init(target: String, name: String, status: Status, aim: Value) {
    self.target = target
    self.name = name
    self.status = status
    self.aim = aim
  }
}

extension Goal.Status {
  package func word(_ language: Language) -> String {
    switch self {
    case .met: language.pick("Đã đạt", "Met")
    case .onTrack: language.pick("Đúng tiến độ", "On track")
    case .behind: language.pick("Chậm tiến độ", "Behind")
    case .missed: language.pick("Không đạt", "Missed")
    case .noData: language.pick("Chưa đánh giá được", "Cannot be judged yet")
    }
  }

  func color(_ theme: Theme) -> Color {
    switch self {
    case .met: theme.lines[2]
    case .onTrack: theme.lines[0]
    case .behind: theme.lines[4]
    case .missed: theme.lines[1]
    case .noData: theme.rule
    }
  }

  /// Its sign, which tells it without its colour.
  func draw(_ x: Double, _ y: Double, _ theme: Theme, _ canvas: inout Canvas) {
    let color = color(theme)
    let paper = theme.paper
    if self == .noData {
      canvas.hatching(x, y, 16, 16, paper, color)
      return
    }
    canvas.rectangle(x, y, 16, 16, color, radius: 8)
    switch self {
    case .met: canvas.path([(x + 4, y + 8.5), (x + 7, y + 11.5), (x + 12, y + 5)], paper, width: 2)
    case .onTrack: canvas.polygon([(x + 5, y + 4), (x + 12, y + 8), (x + 5, y + 12)], paper)
    case .behind:
      canvas.line(x + 8, y + 3.5, x + 8, y + 8.5, paper, width: 2)
      canvas.line(x + 7.5, y + 8.5, x + 11.5, y + 10.5, paper, width: 2)
    case .missed, .noData:
      canvas.line(x + 5, y + 5, x + 11, y + 11, paper, width: 2)
      canvas.line(x + 5, y + 11, x + 11, y + 5, paper, width: 2)
    }
  }
}
