import QuipuGraph
import QuipuTestSupport
import Testing

@testable import QuipuQuery

@Suite struct TimeZoneDatabaseTests {
  private func rules(_ name: String) throws -> TimeZoneRules {
    try #require(TimeZoneDatabase.system.rules(of: name), "\(name): is the package tzdata installed?")
  }

  @Test func namesThatLeadNowhere() {
    for name in [
      "", "/", "Europe/", "/Europe/Paris", "Europe//Paris", "../Europe/Paris", "Europe/../Europe/Paris", "Europe/.",
      "Europe/Paris\u{0}", "Europe\\Paris", "Europe", "europe/paris", "tzdata.zi", "zone.tab", "Mars/Olympus",
      "right/Europe/Paris", "posix/Europe/Paris", "Zürich", String(repeating: "A", count: 5000),
    ] {
      #expect(TimeZoneDatabase.system.rules(of: name) == nil, "\(name)")
    }
  }

  @Test func withoutADatabaseThereIsUTC() {
    let none = TimeZoneDatabase(directories: ["/nonexistent"])
    #expect(none.rules(of: "UTC")?.offset(at: 0) == 0)
    #expect(none.rules(of: "Etc/GMT")?.offset(at: 1 << 40) == 0)
    #expect(none.rules(of: "Europe/Paris") == nil)
  }

  @Test func mergedZonesShareTheirHistory() throws {
    let day = -4_800_000_000
    #expect(try rules("Europe/Stockholm").offset(at: day) == rules("Europe/Berlin").offset(at: day))
    #expect(try rules("Africa/Accra").offset(at: day) == rules("Africa/Abidjan").offset(at: day))
    for (name, target) in TimeZoneLinks.merged {
      #expect(TimeZoneLinks.merged[target] == nil, "\(name) leads to a merged zone")
      #expect(TimeZoneDatabase.isZoneName(name) && TimeZoneDatabase.isZoneName(target))
    }
  }

  @Test func offsetsChangeAtTransitionsOnly() throws {
    for name in RandomTemporals.zones {
      let rules = try rules(name)
      let changes = rules.changes(from: -1 << 40, through: 5_000_000_000)
      #expect(!changes.isEmpty)
      for (i, change) in changes.enumerated() {
        #expect(rules.offset(at: change.instant - 1) == change.before, "\(name) \(change)")
        #expect(rules.offset(at: change.instant) == change.after, "\(name) \(change)")
        if i > 0 {
          #expect(changes[i - 1].instant < change.instant)
          #expect(changes[i - 1].after == change.before, "\(name) \(change)")
        }
      }
    }
  }

  /// Around each change, clocks show what the offsets before and after make of it.
  @Test func clocksAroundTransitions() throws {
    for name in RandomTemporals.zones {
      let rules = try rules(name)
      for change in rules.changes(from: -3_000_000_000, through: 5_000_000_000) {
        let low = change.instant + min(change.before, change.after)
        let high = change.instant + max(change.before, change.after)
        let isGap = change.after > change.before
        let inside: TimeZoneRules.Resolution =
          isGap
          ? .gap(before: change.before, after: change.after) : .overlap(before: change.before, after: change.after)
        #expect(rules.resolve(local: low - 1) == .single(offset: change.before), "\(name) \(change)")
        #expect(rules.resolve(local: low) == inside, "\(name) \(change)")
        #expect(rules.resolve(local: high - 1) == inside, "\(name) \(change)")
        #expect(rules.resolve(local: high) == .single(offset: change.after), "\(name) \(change)")
      }
    }
  }

  /// A moment told in a zone is the same moment.
  @Test func momentsSurviveTheClock() throws {
    var random = SplitMix64(seed: 21)
    for name in RandomTemporals.zones {
      let zone = try TemporalZone(name: name, .system)
      for _ in 0..<500 {
        let instant = Int.random(in: -5_000_000_000...50_000_000_000, using: &random)
        let told = try zone.dateTime(at: instant, nanosecond: 7)
        #expect(told.epochSeconds == instant)
        #expect(try zone.dateTime(told.local, preferring: told.offset) == told)
        #expect(zone.allows(told.offset, at: told.local))
      }
    }
  }
}
