/// Function words that tell English from other languages in Latin letters. Left out are words that two of them share
/// ('die', 'was', 'also', 'on', 'in').
enum IdentificationWords {
  static let english = """
    the of and that it for with his this have from not are but they you which we she there their been has would what \
    will who him her more when can than its my said were them some into could about other then these our after is to be \
    by at he i or if your because where while should how any only over new between being through during before against
    """

  static let foreign = """
    der das und ist nicht ein eine einen mit den dem zu auf von sich wie auch wird sind nach bei aus hat haben dass \
    le la les des est et une dans pour que qui sur pas avec sont du au aux ce cette nous vous mais ont ses leur \
    el los las una del por con para se es su como y pero sus ha han al lo muy este esta fue entre \
    il di che della per non sono gli nel alla dei questo anche \
    o os da em uma com dos foi mais pelo pela ao \
    het een en van de dat op te zijn niet voor met aan ook bij naar maar worden wordt \
    och att det som av till har inte den ett med jag ikke og til af \
    w na z jest nie sie od oraz jako ja ze że się są przez \
    ve bir bu da icin ile için çok olan
    ja ei että oli ovat kun mutta myös hän
    az egy és hogy nem vagy már csak
    že se jako který jsou byl
    și în nu este cu din sunt mai că
    yang dengan untuk tidak dari pada adalah dalam akan oleh itu ini
    """

  /// 1 English, 2 another language.
  static let table: PackedWordTable = {
    var table = PackedWordTable(english, value: 1)
    table.add(foreign, value: 2)
    return table
  }()
}
