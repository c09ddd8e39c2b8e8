import QuipuCore
import Testing

@testable import QuipuLanguage

@Suite struct CalendarFormTests {
  @Test func isoForms() {
    #expect(CalendarPoint(year: 2024, month: 7, day: 3).iso == "2024-07-03")
    #expect(CalendarPoint(month: 7, day: 23).iso == "--07-23")
    #expect(CalendarPoint(month: 7).iso == "--07")
    #expect(CalendarPoint(year: 79).iso == "0079")
    #expect(CalendarPoint(year: -43).iso == "-0043")
    #expect(CalendarForm.interval(nil, CalendarPoint(year: 2025)).iso == "../2025")
    #expect(CalendarForm.interval(CalendarPoint(year: 2024, month: 5), nil).iso == "2024-05/..")
    #expect(CalendarForm.weekday(2).iso == "-W-2")
  }

  @Test func validity() {
    #expect(!CalendarPoint(month: 2, day: 30).isValid)
    #expect(CalendarPoint(month: 2, day: 29).isValid)
    #expect(!CalendarPoint(year: 2023, month: 2, day: 29).isValid)
    #expect(!CalendarPoint(year: 2023, month: 13).isValid)
  }

  /// The thirds of a period follow one another without a gap and end where it ends.
  @Test func thirdsCover() {
    let decade = CalendarForm.interval(CalendarPoint(year: 1990), CalendarPoint(year: 1999))
    #expect((0...2).map { decade.third($0).iso } == ["1990/1993", "1994/1996", "1997/1999"])
    let century = CalendarForm.interval(CalendarPoint(year: 1801), CalendarPoint(year: 1900))
    #expect((0...2).map { century.third($0).iso } == ["1801/1834", "1835/1867", "1868/1900"])
    let february = CalendarForm.point(CalendarPoint(year: 2024, month: 2))
    #expect(february.third(2).iso == "2024-02-21/2024-02-29")
    let day = CalendarForm.point(CalendarPoint(year: 2024, month: 2, day: 1))
    #expect(day.third(0) == day)
  }

  /// A third of a season is a month of it; without a year a month has the days of a common year.
  @Test func thirdsOfSeasonsAndMonths() {
    let winter = CalendarForm.interval(CalendarPoint(year: 2021, month: 12), CalendarPoint(year: 2022, month: 2))
    #expect((0...2).map { winter.third($0).iso } == ["2021-12", "2022-01", "2022-02"])
    #expect(CalendarForm.point(CalendarPoint(month: 2)).third(2).iso == "--02-21/--02-28")
  }

  @Test func moments() {
    let moment = CalendarForm.moment(CalendarPoint(year: 2024, month: 7, day: 3), ClockTime(hour: 8, end: 0, zone: -90))
    #expect(moment.iso == "2024-07-03T08:00-01:30")
    #expect(moment.start == CalendarPoint(year: 2024, month: 7, day: 3) && moment.start == moment.end)
    #expect(moment.third(1) == moment && moment.inYear(2020) == nil)
  }

  @Test func inYear() {
    let days = CalendarForm.interval(CalendarPoint(month: 5, day: 3), CalendarPoint(month: 5, day: 7))
    #expect(days.inYear(2024)?.iso == "2024-05-03/2024-05-07")
    #expect(days.inYear(nil) == nil && CalendarForm.weekday(2).inYear(2024) == nil)
  }

  @Test func halves() {
    let year = CalendarForm.point(CalendarPoint(year: 2023))
    #expect(year.half(1).iso == "2023-01/2023-06")
    #expect(year.half(2).iso == "2023-07/2023-12")
    #expect(CalendarForm.point(CalendarPoint(year: 2023, month: 4)).half(2).iso == "2023-04-16/2023-04-30")
    let century = CalendarForm.interval(CalendarPoint(year: 1801), CalendarPoint(year: 1900))
    #expect(century.half(2).iso == "1851/1900")
  }

  @Test func edges() {
    #expect(CalendarForm.point(CalendarPoint(year: 2025)).edge(isEnd: true).iso == "2025-12-31")
    #expect(CalendarForm.point(CalendarPoint(year: 2025, month: 2)).edge(isEnd: true).iso == "2025-02-28")
    #expect(CalendarForm.point(CalendarPoint(year: 2025)).edge(isEnd: false).iso == "2025-01-01")
  }
}
