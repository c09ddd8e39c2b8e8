import QuipuCore
import QuipuGraph
import Testing

/// Dates, times and durations: text to value and back.
@Suite struct TemporalValuesTests {
  static let roundTrips: [(PropertyValue.Kind, String)] = [
    (.date, "2024-07-23"), (.date, "0000-01-01"), (.date, "9999-12-31"), (.date, "-0044-03-15"),
    (.date, "+10000-01-01"),
    (.localTime, "00:00"), (.localTime, "23:59:59.999999999"), (.localTime, "12:31:14.000003"),
    (.localTime, "12:34:54.7"),
    (.time, "10:15Z"), (.time, "10:15:30+01:00"), (.time, "21:40-01:30"), (.time, "10:15+00:00:09"),
    (.time, "00:00+18:00"), (.localDateTime, "2015-07-21T21:40:32.142"), (.localDateTime, "2015-07-21T00:00"),
    (.dateTime, "1984-10-11T12:31:14.645Z"), (.dateTime, "2000-01-01T00:00+01:00[Europe/Stockholm]"),
    (.duration, "PT0S"), (.duration, "P1Y2M3DT4H5M6.7S"), (.duration, "P-27DT-21H-40M-32.142S"),
    (.duration, "PT-0.001S"),
    (.duration, "P12Y5M-14DT16H"), (.duration, "PT17531639991215H59M59S"), (.duration, "P-1Y-2M"),
    (.duration, "PT2562047788015215H30M7S"), (.duration, "PT-2562047788015215H-30M-8S"),
  ]

  @Test(arguments: roundTrips) func readsBackWhatItWrites(kind: PropertyValue.Kind, text: String) {
    let value = PropertyValue(iso: text, kind: kind)
    #expect(value?.isoText == text)
    #expect(value?.kind == kind)
  }

  /// Other spellings of the same.
  @Test(arguments: [
    (PropertyValue.Kind.localTime, "2140", "21:40"), (.localTime, "214032", "21:40:32"), (.localTime, "21", "21:00"),
    (.localTime, "21:40:32,5", "21:40:32.5"), (.time, "21:40:32.142+0100", "21:40:32.142+01:00"),
    (.time, "21-01", "21:00-01:00"), (.dateTime, "2014-07-21T2140+00:00", "2014-07-21T21:40Z"),
    (.duration, "P2W", "P14D"), (.duration, "-P1DT1.5S", "P-1DT-1.5S"), (.duration, "PT90S", "PT1M30S"),
    (.duration, "P14M", "P1Y2M"), (.duration, "-P-1M", "P1M"), (.date, "+2024-07-23", "2024-07-23"),
  ]) func otherSpellings(kind: PropertyValue.Kind, text: String, normal: String) {
    #expect(PropertyValue(iso: text, kind: kind)?.isoText == normal)
  }

  @Test(arguments: [
    (PropertyValue.Kind.date, "2024-02-30"), (.date, "2024-7-23"), (.date, "2024-07-23T"), (.date, ""),
    (.date, "24-07-23"),
    (.localTime, "24:00"), (.localTime, "12:60"), (.localTime, "12:00:60"), (.localTime, "12:"), (.localTime, "1"),
    (.localTime, "12:00:00."), (.localTime, "12:00:00.1234567890"), (.localTime, "12:00Z"), (.time, "12:00"),
    (.time, "12:00+19:00"), (.time, "12:00+01:60"), (.time, "12:00Zx"), (.localDateTime, "2024-07-23 12:00"),
    (.localDateTime, "2024-07-23"), (.dateTime, "2024-07-23T12:00"), (.dateTime, "2024-07-23T12:00Z["),
    (.dateTime, "2024-07-23T12:00Z[]"), (.duration, "P"), (.duration, "PT"), (.duration, "P1YT"), (.duration, "1Y"),
    (.duration, "P1"), (.duration, "P1M1Y"), (.duration, "P1.5Y"), (.duration, "PT1S1"), (.duration, "P1D1D"),
    (.duration, "P9223372036854775807Y"), (.duration, "P9999999999999999999D"), (.int, "1"), (.string, "a"),
  ]) func refuses(kind: PropertyValue.Kind, text: String) {
    #expect(PropertyValue(iso: text, kind: kind) == nil)
  }

  @Test func partsOfATime() throws {
    let time = try #require(TimeOfDay(hour: 23, minute: 4, second: 5, nanosecond: 6))
    #expect([time.hour, time.minute, time.second, time.nanosecond] == [23, 4, 5, 6])
    #expect(TimeOfDay(nanosecondOfDay: 86_400_000_000_000) == nil)
    #expect(TimeOfDay(nanosecondOfDay: -1) == nil)
    #expect(TimeOfDay(hour: 1, minute: 0).map { $0 < time } == true)
  }

  @Test func nanosecondsCarryIntoSeconds() {
    let below = CalendarDuration(seconds: 0, nanoseconds: -1)
    #expect(below.seconds == -1)
    #expect(below.nanoseconds == 999_999_999)
    #expect(CalendarDuration(nanoseconds: 2_500_000_000).description == "PT2.5S")
    #expect(CalendarDuration(nanoseconds: -2_500_000_000).description == "PT-2.5S")
    #expect(CalendarDuration(seconds: .max, nanoseconds: 1_000_000_000).seconds == .max)
    #expect(CalendarDuration(seconds: .min, nanoseconds: -1).seconds == .min)
  }

  @Test func valuesOfOtherTypesHaveNoISOText() {
    let others: [PropertyValue] = [.null, true, 1, 1.5, "2024-07-23", [1], .map([:])]
    for value in others { #expect(value.isoText == nil) }
  }
}
