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
