import Formats
import Statistics

extension Asking {
  mutating func agencies() throws(Problem) -> Answer {
    let found = found(.agency)
    return try collection(
      snapshot.agencies.rows.filter { found?.contains($0.id) ?? true }, Field<Agency>.all, view())
  }

  mutating func agency() throws(Problem) -> Answer {
    guard let agency = snapshot.agencies[values[0]] else {
      throw missing("/v1/agencies", snapshot.agencies.ids)
    }
    return try thing(agency, Field<Agency>.all, view())
  }

  mutating func platforms() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    let pillars = ids(.pillar, of: snapshot.pillars, see: "/v1/pillars")
    let agencies = agenciesWithPredecessors()
    let found = found(.platform)
    let rows = snapshot.platforms.rows.filter { platform in
      (found?.contains(platform.id) ?? true) && matches(indicators, platform.indicators)
        && matches(pillars, platform.pillars)
        && matches(agencies, [platform.owner?.agency])
    }
    return try collection(rows, Field<Platform>.all, view())
  }

  mutating func platform() throws(Problem) -> Answer {
    guard let platform = snapshot.platforms[values[0]] else {
      throw missing("/v1/platforms", snapshot.platforms.ids)
    }
    return try thing(platform, Field<Platform>.all, view())
  }

  mutating func meetings() throws(Problem) -> Answer {
    let agencies = agenciesWithPredecessors()
    let rows = snapshot.meetings.rows.filter { meeting in
      matches(agencies, meeting.agencies + [meeting.chair])
    }
    return try collection(rows, Field<Meeting>.all, view())
  }

  mutating func meeting() throws(Problem) -> Answer {
    guard let meeting = snapshot.meetings[values[0]] else {
      throw missing("/v1/meetings", snapshot.meetings.ids)
    }
    return try thing(meeting, Field<Meeting>.all, view())
  }

  mutating func sources() throws(Problem) -> Answer {
    let found = found(.source)
    return try collection(
      snapshot.sources.rows.filter { found?.contains($0.id) ?? true }, Field<Source>.all, view())
  }

  mutating func source() throws(Problem) -> Answer {
    guard let source = snapshot.sources[values[0]] else {
      throw missing("/v1/sources", snapshot.sources.ids)
    }
    return try thing(
      source, Field<Source>.all, view(),
      links: [("observations", "/v1/observations?source=\(source.id)")])
  }
}
