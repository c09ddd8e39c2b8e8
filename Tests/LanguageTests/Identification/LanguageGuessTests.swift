import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    "The mayor said on Tuesday that the bridge would be closed until the end of the month.",
    "I don't know what they want from us, but we should ask them.",
    "Shares of the company fell by 4.6% after it cut its forecast for the year.",
    "In São Paulo the café of Señor Núñez was full, and he said that it would stay open.",
    "how are you doing? i hope that your trip was good and the hotel is ok",
  ])
  func english(text: String) {
    let guess = LanguageGuess(text)
    #expect(guess.verdict == .english && guess.isEnglish && guess.confidence > 30)
  }

  @Test(arguments: [
    "Der Bürgermeister sagte am Dienstag, dass die Brücke bis zum Ende des Monats nicht geöffnet wird.",
    "Le maire a dit mardi que le pont ne sera pas ouvert avant la fin du mois.",
    "El alcalde dijo el martes que el puente no se va a abrir hasta fin de mes.",
    "Il sindaco ha detto martedì che il ponte non sarà aperto prima della fine del mese.",
    "O prefeito disse na terça que a ponte não vai abrir antes do fim do mês, com mais obras.",
    "De burgemeester zei dinsdag dat de brug voor het einde van de maand niet open gaat.",
    "Мэр сказал во вторник, что мост будет закрыт до конца месяца.",
    "Мер сказав у вівторок, що міст буде зачинено до кінця місяця.",
    "市长星期二说，这座桥将关闭到月底。",
    "قال رئيس البلدية يوم الثلاثاء إن الجسر سيبقى مغلقا حتى نهاية الشهر.",
    "市長は火曜日に橋が月末まで閉まると述べた。",
  ])
  func otherLanguages(text: String) {
    let guess = LanguageGuess(text)
    #expect(guess.verdict == .other && !guess.isEnglish && guess.confidence > 30)
  }

  @Test(arguments: ["", "OK", "Hello there", "Oslo, Lima, Quito", "1,200 4.5 % $", "🙂🙂", "a b c d e f g h", "Ω"])
  func tooLittleToTell(text: String) {
    let guess = LanguageGuess(text)
    #expect(guess.verdict == .undecided && guess.isEnglish && guess.confidence == 0)
  }

  /// A quotation does not change what the text around it is.
  @Test func mixed() {
    let article = """
      The minister said that the plan was ready and that they would vote on it this week. “Мост будет открыт”, he wrote. \
      The paper “Die Zeit” had been the first that reported about it.
      """
    #expect(LanguageGuess(article).verdict == .english)
    let other =
      "Der Film “The Man of the House” ist nach Meinung von Kritikern nicht so gut wie das Buch und auch zu lang."
    #expect(LanguageGuess(other).verdict == .other)
  }

  @Test func anyBytesAreReadFuzz() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2_000 {
      let bytes = (0..<Int(random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let guess = bytes.withUnsafeBufferPointer { LanguageGuess($0) }
      #expect((0...100).contains(guess.confidence) && (guess.verdict != .undecided || guess.confidence == 0))
    }
  }
}
