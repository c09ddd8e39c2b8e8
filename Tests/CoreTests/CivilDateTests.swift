import QuipuCore
import Testing

@Suite struct CivilDateTests {
  @Test func daysAndBackOverFourCenturies() {
    for days in stride(from: -150_000, through: 150_000, by: 1) {
      #expect(CivilDate(daysSinceEpoch: days).daysSinceEpoch == days)
    }
  }

  @Test func weekdays() {
    #expect(CivilDate(iso: "2024-07-23")?.weekday == 2)
    #expect(CivilDate(iso: "1969-12-31")?.weekday == 3)
  }

  @Test func isoForm() {
    #expect(CivilDate(iso: "2024-02-30") == nil)
    #expect(CivilDate(iso: "2024-02-29T10:00:00Z")?.description == "2024-02-29")
    #expect(CivilDate(iso: "2024-02-29x") == nil)
  }

  @Test func monthsClampToTheirLength() {
    #expect(CivilDate(iso: "2024-01-31")?.adding(months: 1).description == "2024-02-29")
    #expect(CivilDate(iso: "2024-03-31")?.adding(months: -13).description == "2023-02-28")
  }
}
