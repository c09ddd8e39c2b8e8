import QuipuCore
import Testing

@testable import QuipuQuery

@Suite struct POSIXTimeZoneTests {
  private func rule(_ text: String) -> POSIXTimeZone? { POSIXTimeZone(Array(text.utf8)[...]) }

  /// Local days of the changes in a year with the new offsets, in seconds.
  private func changes(_ text: String, _ year: Int) throws -> [String] {
    let zone = try #require(rule(text))
    let start = try #require(CivilDate(year: year, month: 1, day: 1)).daysSinceEpoch * 86_400
    return try zone.changes(from: start, through: start + 365 * 86_400).map { change in
      let utc = try TemporalZone.utc.dateTime(at: change.instant, nanosecond: 0)
      return "\(utc.local) \(change.after)"
    }
  }

  @Test func yearlyChanges() throws {
    #expect(try changes("CET-1CEST,M3.5.0,M10.5.0/3", 2024) == ["2024-03-31T01:00 7200", "2024-10-27T01:00 3600"])
    #expect(try changes("EST5EDT,M3.2.0,M11.1.0", 2023) == ["2023-03-12T07:00 -14400", "2023-11-05T06:00 -18000"])
    // South of the equator daylight time spans the new year.
    #expect(
      try changes("AEST-10AEDT,M10.1.0,M4.1.0/3", 2024) == ["2024-04-06T16:00 36000", "2024-10-05T16:00 39600"])
    // Ireland's standard time is that of summer.
    #expect(try changes("IST-1GMT0,M10.5.0,M3.5.0/1", 2024) == ["2024-03-31T01:00 3600", "2024-10-27T01:00 0"])
    #expect(
      try changes("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2024) == ["2024-03-31T01:00 -3600", "2024-10-27T01:00 -7200"])
    #expect(try changes("AAA0BBB,J60/0,J61/0", 2024) == ["2024-03-01T00:00 3600", "2024-03-01T23:00 0"])
    #expect(try changes("AAA0BBB,59/0,60/0", 2024) == ["2024-02-29T00:00 3600", "2024-02-29T23:00 0"])
  }

  @Test func daylightTimeAllYear() throws {
    let zone = try #require(rule("XXX3EDT4,0/0,J365/23"))
    #expect(zone.daylight?.offset == -14_400)
    for instant in stride(from: 0, to: 800 * 86_400, by: 7200) { #expect(zone.offset(at: instant) == -14_400) }
    #expect(zone.changes(from: 0, through: 800 * 86_400).isEmpty)
  }

  @Test func offsetsAlone() {
    #expect(rule("UTC0")?.standard == 0)
    #expect(rule("<+0545>-5:45")?.standard == 20_700)
    #expect(rule("LMT+1:02:03")?.offset(at: 5) == -3723)
  }

  @Test(arguments: [
    "", "C-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,M10.5.0x", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,0,366", "CET-1:60",
    "CET-168", "<CET-1", "CET-19CEST,M3.5.0,M10.5.0",
  ]) func refuses(text: String) {
    #expect(rule(text) == nil)
  }
}
