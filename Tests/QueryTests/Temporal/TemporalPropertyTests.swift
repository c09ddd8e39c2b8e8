import QuipuCore
import QuipuGraph
import QuipuTestSupport
import Testing

@testable import QuipuQuery

/// Laws that hold for all values.
@Suite struct TemporalPropertyTests {
  @Test func whatIsPrintedIsReadBack() throws {
    var random = RandomTemporals(seed: 1)
    for _ in 0..<2000 {
      for value in try random.values() {
        let text = try #require(value.propertyValue?.isoText)
        #expect(try parse(text, like: value) == value, "\(text)")
      }
    }
  }

  private func parse(_ text: String, like value: Value) throws -> Value {
    switch value {
    case .date: try TemporalType.date.parse(text, .system)
    case .localTime: try TemporalType.localtime.parse(text, .system)
    case .time: try TemporalType.time.parse(text, .system)
    case .localDateTime: try TemporalType.localdatetime.parse(text, .system)
    case .dateTime: try TemporalType.datetime.parse(text, .system)
    default: .duration(try DurationText.duration(text))
    }
  }

  @Test func aDurationWithoutMonthsTakenAwayAgain() throws {
    var random = RandomTemporals(seed: 2)
    for _ in 0..<2000 {
      var duration = random.duration()
      guard abs(duration.seconds / 86_400) < 200_000_000_000, abs(duration.days) < 200_000_000_000 else { continue }
      duration.months = 0
      let start = LocalDateTime(date: CivilDate(daysSinceEpoch: 5), time: random.time())
      for value in [Value.localDateTime(start), .localTime(start.time), .date(start.date)] {
        guard let later = try? TemporalArithmetic.add(value, .duration(duration)) else { continue }
        #expect(try TemporalArithmetic.subtract(later, .duration(duration)) == value, "\(value) \(duration)")
      }
    }
  }

  @Test func theDurationBetweenLeadsFromOneToTheOther() throws {
    var random = RandomTemporals(seed: 3)
    for _ in 0..<3000 {
      let (a, b) = (random.local(), random.local())
      let between = try DurationBetween(.localDateTime(a), .localDateTime(b), .system)
      for duration in [try between.between(), try between.inSeconds()] {
        let end = try TemporalArithmetic.add(.localDateTime(a), .duration(duration))
        #expect(end == .localDateTime(b), "\(a) \(b) \(duration)")
      }
    }
  }

  @Test func betweenZonedTimesToo() throws {
    var random = RandomTemporals(seed: 4)
    for _ in 0..<2000 {
      let (a, b) = (try random.zoned(), try random.zoned())
      let between = try DurationBetween(.dateTime(a), .dateTime(b), .system)
      for duration in [try between.between(), try between.inSeconds()] {
        guard case .dateTime(let end)? = try TemporalArithmetic.add(.dateTime(a), .duration(duration)) else {
          Issue.record("no date and time")
          return
        }
        #expect(end.epochSeconds == b.epochSeconds, "\(a) \(b) \(duration) \(end)")
      }
    }
  }

  @Test func sumsOfDurationsCommuteAndCancel() throws {
    var random = RandomTemporals(seed: 5)
    for _ in 0..<2000 {
      let (a, b) = (Value.duration(random.duration()), Value.duration(random.duration()))
      guard let sum = try? TemporalArithmetic.add(a, b) else { continue }
      #expect(try TemporalArithmetic.add(b, a) == sum)
      #expect(try TemporalArithmetic.subtract(sum, b) == a)
    }
  }

  @Test func multiplesOfDurations() throws {
    var random = RandomTemporals(seed: 6)
    for _ in 0..<1000 {
      let duration = random.duration()
      let value = Value.duration(duration)
      #expect(try TemporalArithmetic.multiply(value, .int(1)) == value)
      #expect(try TemporalArithmetic.divide(value, .double(1)) == value)
      guard let double = try? TemporalArithmetic.multiply(.double(2), value) else { continue }
      #expect(try TemporalArithmetic.add(value, value) == double)
      #expect(try TemporalArithmetic.divide(double, .int(2)) == value)
    }
  }

  @Test func truncatingAgainChangesNothing() throws {
    var random = RandomTemporals(seed: 7)
    for _ in 0..<300 {
      for value in try random.values().dropLast() {
        for type in TemporalType.allCases {
          for unit in TruncationUnit.allCases {
            guard let once = try? type.truncate(unit, value, ValueMap(), .system, now: 0) else { continue }
            #expect(try type.truncate(unit, once, ValueMap(), .system, now: 0) == once, "\(unit) \(value)")
          }
        }
      }
    }
  }

  @Test func componentsMakeTheDateAgain() throws {
    var random = RandomTemporals(seed: 8)
    let calendars = [
      ["year", "month", "day"], ["year", "ordinalDay"], ["year", "quarter", "dayOfQuarter"],
      ["weekYear", "week", "dayOfWeek"],
    ]
    for _ in 0..<2000 {
      let date = Value.date(random.date())
      for keys in calendars {
        let pairs = try keys.map { key in
          (key: key == "weekYear" ? "year" : key, value: try #require(TemporalComponents.component(key, of: date)))
        }
        let built = try? TemporalType.date.build(ValueMap(pairs), .system, now: (0, 0))
        // The first and last weeks belong to years beyond the calendar.
        let isAtEdge = TemporalComponents.component("weekYear", of: date).map { year in
          [.int(1_000_000_000), .int(-1_000_000_000)].contains(year)
        }
        #expect(built == date || isAtEdge == true, "\(date) \(keys)")
      }
    }
  }

  @Test func orderIsTotal() throws {
    var random = RandomTemporals(seed: 9)
    for _ in 0..<1000 {
      let rows = [try random.values(), try random.values(), try random.values()]
      for (i, a) in rows[0].enumerated() {
        let (b, c) = (rows[1][i], rows[2][i])
        #expect(TemporalComparison.order(a, b) == -TemporalComparison.order(b, a))
        #expect(TemporalComparison.order(a, a) == 0)
        #expect((TemporalComparison.order(a, b) == 0) == (a == b))
        if TemporalComparison.order(a, b) <= 0, TemporalComparison.order(b, c) <= 0 {
          #expect(TemporalComparison.order(a, c) <= 0)
        }
      }
    }
  }

  @Test func otherTypesAreNeitherEqualNorOrdered() throws {
    var random = RandomTemporals(seed: 10)
    let values = try random.values() + [.int(1), .string("2020-01-01"), .null]
    for (i, a) in values.enumerated() {
      for (j, b) in values.enumerated() where i != j {
        #expect(TemporalComparison.compare(a, b) == nil)
        #expect(TemporalComparison.equal(a, b) == nil)
      }
    }
  }
}
