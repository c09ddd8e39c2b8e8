/// Analyses made by hand.
enum Samples {
  /// Every kind of annotation: multiword tokens, names, values, white space of all kinds.
  static let wedding = rows(
    #"""
    # newdoc id = test
    # newpar
    # sent_id = test-1
    # text = Maria Keller, Chile's president, didn't fly to Oslo.
    1 Maria Maria PROPN _ Number=Sing 10 nsubj _ Entity=B-Person|SpacesBefore=\s\t
    2 Keller Keller PROPN _ Number=Sing 1 flat _ Entity=I-Person|SpaceAfter=No
    3 , , PUNCT _ _ 6 punct _ _
    4-5 Chile's _ _ _ _ _ _ _ _
    4 Chile Chile PROPN _ Number=Sing 6 nmod:poss _ Entity=B-Country
    5 's 's PART _ _ 4 case _ _
    6 president president NOUN _ Number=Sing 1 appos _ SpaceAfter=No
    7 , , PUNCT _ _ 6 punct _ _
    8-9 didn't _ _ _ _ _ _ _ SpacesAfter=\s\s
    8 did do AUX _ Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 10 aux _ _
    9 n't not PART _ Polarity=Neg 10 advmod _ _
    10 fly fly VERB _ VerbForm=Inf 0 root _ _
    11 to to ADP _ _ 12 case _ _
    12 Oslo Oslo PROPN _ Number=Sing 10 obl _ Entity=B-City|SpaceAfter=No
    13 . . PUNCT _ _ 10 punct _ SpacesAfter=\n\n

    # newpar
    # sent_id = test-2
    # text = She paid over $ 5 million on 3 May 2024.
    1 She she PRON _ Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 2 nsubj _ _
    2 paid pay VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root _ _
    3 over over ADV _ _ 6 advmod _ Value=B-Money:5000000\sUSD|ValueBound=over
    4 $ $ SYM _ _ 2 obj _ SpacesAfter=\u00A0|Value=I-Money
    5 5 5 NUM _ NumType=Card 6 compound _ Value=I-Money
    6 million million NUM _ NumType=Card 4 nummod _ Value=I-Money
    7 on on ADP _ _ 9 case _ _
    8 3 3 NUM _ NumType=Card 9 nummod _ Value=B-Date:2024-05-03
    9 May May PROPN _ Number=Sing 2 obl _ Value=I-Date
    10 2024 2024 NUM _ NumType=Card 9 nummod _ SpaceAfter=No|Value=I-Date
    11 . . PUNCT _ _ 2 punct _ SpaceAfter=No


    """#)
}
