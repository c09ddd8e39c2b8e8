import QuipuCore
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
    "Starosta řekl v úterý, že most se na konci měsíce ještě neotevře, protože práce nejsou hotové.",
    "Pormestari sanoi tiistaina, että silta ei ole auki ennen kuun loppua, ja se on liian myöhään.",
    "A polgármester kedden azt mondta, hogy a híd a hónap végéig nem nyílik meg, és ez már túl késő.",
    "Wali kota mengatakan pada hari Selasa bahwa jembatan itu tidak akan dibuka untuk umum dalam bulan ini.",
    "Primarul a spus marți că podul nu va fi deschis până la sfârșitul lunii, și este prea târziu.",
    "Belediye başkanı salı günü köprünün ay sonuna kadar kapalı olacağını ve bu işin çok uzun süreceğini söyledi.",
    "Ο δήμαρχος είπε την Τρίτη ότι η γέφυρα θα μείνει κλειστή.", "ראש העיר אמר ביום שלישי שהגשר ייסגר.",
    "महापौर ने मंगलवार को कहा कि पुल बंद रहेगा।", "시장은 화요일에 다리가 월말까지 닫힌다고 말했다.",
  ])
  func otherLanguages(text: String) {
    let guess = LanguageGuess(text)
    #expect(guess.verdict == .other && !guess.isEnglish && guess.confidence > 30)
  }

  /// Some function words of these are English too: less sure, and still clear.
  @Test(arguments: [
    "Borgmesteren sagde tirsdag, at broen ikke bliver åbnet før slutningen af måneden, og det er for sent.",
    "Burmistrz powiedział we wtorek, że most nie będzie otwarty do końca miesiąca, a to jest za późno.",
  ])
  func nearerLanguages(text: String) {
    #expect(LanguageGuess(text).verdict == .other)
  }

  /// Not clearly another language: names and headlines with words that only look like it, short messages.
  @Test(arguments: [
    "El Paso, La Paz, Los Angeles, Las Vegas, San José del Cabo, Rio de la Plata",
    "Juan de la Cruz, Ludwig van Beethoven, Charles de Gaulle, Leonardo da Vinci, Karl von den Steinen",
    "Merkel und Macron: Die Welt meets Le Monde at Der Spiegel in Den Haag",
    "Bayern München beat Borussia Mönchengladbach 3–1; Müller, Götze and Özil scored before half time",
    "Zürich, Köln, São Paulo, Málaga and Łódź are on the list of cities that bid for the games",
    "BREAKING: PM resigns after party revolt", "lol omg that was so funny 😂😂 @anna #friday",
    "Stocks rally; oil slips; gold steady", "Мост (bridge) was the title of the book that he wrote there",
    "Carol Brix 555-1234 carol.brix@firm.com www.firm.com/de/la/el http://news.firm.com",
    "Dear judges, lawyers, policemen, guards, counselors, et al.", "Do animals see images on a screen like humans do?",
    "Nguyễn Văn Minh, Trần Thị Lan and Lê Hoàng spoke to the reporters in Đà Nẵng on Monday.",
  ])
  func notTakenForAnotherLanguage(text: String) {
    let guess = LanguageGuess(text)
    #expect(guess.isEnglish && guess.warning(of: Document(id: "d", text: text)) == nil, "\(guess)")
  }

  @Test func warningSaysWhatWhereAndWhatToDo() {
    let document = Document(id: "brief", text: "Die Brücke ist nicht offen, und das wird auch so bleiben.")
    #expect(
      LanguageGuess(document).warning(of: document)
        == "document 'brief' does not look like English, which alone is read: what is found in it is a guess; "
        + "leave it out, or give a translation")
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
