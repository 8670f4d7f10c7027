import Formats
import Statistics

extension Asking {
  mutating func agencies() throws(Problem) -> Answer {
    let found = found(.agency)
    let places = snapshot.agencies.ids.indices.filter { place in
      found?.contains(snapshot.agencies.ids[place]) ?? true
    }
    return try collection(
      TableRows(places, of: snapshot.agencies, prepared.agencies.value, Field<Agency>.all),
      Field<Agency>.all, view())
  }

  mutating func agency() throws(Problem) -> Answer {
    guard let agency = snapshot.agencies.place(values[0]) else {
      throw missing("/v1/agencies", snapshot.agencies.ids)
    }
    return try thing(
      agency, of: snapshot.agencies, prepared.agencies.value, Field<Agency>.all, view())
  }

  mutating func platforms() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    let pillars = ids(.pillar, of: snapshot.pillars, see: "/v1/pillars")
    let agencies = agenciesWithPredecessors()
    let found = found(.platform)
    let rows = snapshot.platforms.rows.indices.filter { place in
      let platform = snapshot.platforms.rows[place]
      return (found?.contains(platform.id) ?? true) && matches(indicators, platform.indicators)
        && matches(pillars, platform.pillars)
        && matches(agencies, [platform.owner?.agency])
    }
    return try collection(
      TableRows(rows, of: snapshot.platforms, prepared.platforms.value, Field<Platform>.all),
      Field<Platform>.all, view())
  }

  mutating func platform() throws(Problem) -> Answer {
    guard let platform = snapshot.platforms.place(values[0]) else {
      throw missing("/v1/platforms", snapshot.platforms.ids)
    }
    return try thing(
      platform, of: snapshot.platforms, prepared.platforms.value, Field<Platform>.all, view())
  }

  mutating func meetings() throws(Problem) -> Answer {
    let agencies = agenciesWithPredecessors()
    let rows = snapshot.meetings.rows.indices.filter { place in
      let meeting = snapshot.meetings.rows[place]
      return matches(agencies, meeting.agencies + [meeting.chair])
    }
    return try collection(
      TableRows(rows, of: snapshot.meetings, prepared.meetings.value, Field<Meeting>.all),
      Field<Meeting>.all, view())
  }

  mutating func meeting() throws(Problem) -> Answer {
    guard let meeting = snapshot.meetings.place(values[0]) else {
      throw missing("/v1/meetings", snapshot.meetings.ids)
    }
    return try thing(
      meeting, of: snapshot.meetings, prepared.meetings.value, Field<Meeting>.all, view())
  }

  mutating func sources() throws(Problem) -> Answer {
    let found = found(.source)
    let places = snapshot.sources.ids.indices.filter { place in
      found?.contains(snapshot.sources.ids[place]) ?? true
    }
    return try collection(
      TableRows(places, of: snapshot.sources, prepared.sources.value, Field<Source>.all),
      Field<Source>.all, view())
  }

  mutating func source() throws(Problem) -> Answer {
    guard let source = snapshot.sources.place(values[0]) else {
      throw missing("/v1/sources", snapshot.sources.ids)
    }
    return try thing(
      source, of: snapshot.sources, prepared.sources.value, Field<Source>.all, view(),
      links: [("observations", "/v1/observations?source=\(values[0])")])
  }
}
