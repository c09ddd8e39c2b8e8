"""currencies.tsv: the current currencies of ISO 4217 with English names of CLDR and the countries that use them."""

import collections
import re
import xml.etree.ElementTree as XML

import common
from common import Row

# The usual English name, further names (plurals are added by hand where English has them), and signs or short forms.
# A bare name such as 'dollar' belongs to the currency that news means by it.
USUAL = {
    "USD": ("US dollar", "dollar|dollars|US dollars|American dollar|American dollars|U.S. dollar|U.S. dollars|greenback|"
            "greenbacks|United States dollar|USA dollar", "US$"),
    "EUR": ("euro", "euros|single currency|European single currency", "€"),
    "GBP": ("pound sterling", "pound|pounds|British pound|British pounds|sterling|pounds sterling|UK pound|UK pounds", "£"),
    "JPY": ("yen", "Japanese yen", "¥"),
    "CNY": ("yuan", "renminbi|Chinese yuan|Chinese renminbi|yuan renminbi|renminbi yuan", "RMB"),
    "RUB": ("rouble", "roubles|ruble|rubles|Russian rouble|Russian roubles|Russian ruble|Russian rubles", "₽"),
    "UAH": ("hryvnia", "hryvnias|Ukrainian hryvnia|Ukrainian hryvnias|hryvnya|hryvna", "₴"),
    "CHF": ("Swiss franc", "Swiss francs", "SFr"),
    "INR": ("Indian rupee", "rupee|rupees|Indian rupees", "₹|Rs"),
    "PKR": ("Pakistani rupee", "Pakistani rupees", ""),
    "KRW": ("South Korean won", "won|Korean won", "₩"),
    "KPW": ("North Korean won", "", ""),
    "TRY": ("Turkish lira", "lira|liras|Turkish liras|new Turkish lira", "₺"),
    "BRL": ("Brazilian real", "reais|Brazilian reais|Brazilian reals", "R$"),
    "MXN": ("Mexican peso", "Mexican pesos", ""), "ARS": ("Argentine peso", "Argentine pesos|Argentinian peso", ""),
    "CLP": ("Chilean peso", "Chilean pesos", ""), "COP": ("Colombian peso", "Colombian pesos", ""),
    "PHP": ("Philippine peso", "peso|pesos|Philippine pesos", "₱"),
    "ZAR": ("South African rand", "rand|rands", ""), "ILS": ("shekel", "shekels|Israeli shekel|Israeli shekels|new shekel|"
            "Israeli new shekel|New Israeli shekel", "₪|NIS"),
    "SEK": ("Swedish krona", "Swedish kronor|Swedish crown|Swedish crowns|krona|kronor", ""),
    "NOK": ("Norwegian krone", "Norwegian kroner|Norwegian crown|Norwegian crowns", ""),
    "DKK": ("Danish krone", "Danish kroner|Danish crown|Danish crowns|krone|kroner", ""),
    "ISK": ("Icelandic krona", "Icelandic króna|Icelandic kronur|Icelandic krónur", ""),
    "PLN": ("zloty", "zlotys|Polish zloty|Polish zlotys|złoty", "zł"),
    "CZK": ("Czech koruna", "Czech korunas|Czech crown|Czech crowns|koruna", "Kč"),
    "HUF": ("forint", "forints|Hungarian forint|Hungarian forints", ""),
    "RON": ("Romanian leu", "lei|Romanian lei|leu", ""), "BGN": ("Bulgarian lev", "lev|leva|Bulgarian leva", ""),
    "IRR": ("Iranian rial", "rial|rials|Iranian rials", ""), "SAR": ("Saudi riyal", "riyal|riyals|Saudi riyals", ""),
    "AED": ("UAE dirham", "dirham|dirhams|Emirati dirham|Emirati dirhams|United Arab Emirates dirham", "Dh"),
    "MAD": ("Moroccan dirham", "Moroccan dirhams", ""), "EGP": ("Egyptian pound", "Egyptian pounds", ""),
    "KZT": ("tenge", "Kazakh tenge|Kazakhstani tenge", ""), "VND": ("dong", "Vietnamese dong", "₫"),
    "THB": ("baht", "Thai baht", "฿"), "MYR": ("ringgit", "Malaysian ringgit", ""),
    "IDR": ("rupiah", "Indonesian rupiah|Indonesian rupiahs", "Rp"), "MNT": ("tugrik", "Mongolian tugrik|togrog", ""),
    "NGN": ("naira", "Nigerian naira", "₦"), "GHS": ("cedi", "cedis|Ghanaian cedi|Ghanaian cedis", ""),
    "BDT": ("taka", "Bangladeshi taka", ""), "MMK": ("kyat", "kyats|Myanmar kyat|Burmese kyat", ""),
    "GEL": ("lari", "Georgian lari", ""), "AMD": ("dram", "drams|Armenian dram", ""),
    "AZN": ("Azerbaijani manat", "manat|manats|Azeri manat", ""), "TMT": ("Turkmenistani manat", "Turkmen manat", ""),
    "BYN": ("Belarusian rouble", "Belarusian roubles|Belarusian ruble|Belarusian rubles", ""),
    "UZS": ("Uzbekistani som", "soum|Uzbek soum|Uzbek som", ""), "KGS": ("Kyrgyzstani som", "som|soms|Kyrgyz som", ""),
    "TJS": ("somoni", "Tajik somoni|Tajikistani somoni", ""), "PEN": ("Peruvian sol", "Peruvian soles|nuevo sol", ""),
    "VES": ("bolivar", "bolivars|bolívar|bolívares|Venezuelan bolívar|Venezuelan bolivar", ""),
    "AFN": ("afghani", "afghanis|Afghan afghani", ""), "ETB": ("birr", "Ethiopian birr", ""),
    "KES": ("Kenyan shilling", "shilling|shillings|Kenyan shillings", "KSh"),
    "KWD": ("Kuwaiti dinar", "Kuwaiti dinars", ""), "IQD": ("Iraqi dinar", "dinar|dinars|Iraqi dinars", ""),
    "AUD": ("Australian dollar", "Australian dollars|Aussie dollar", "A$"),
    "CAD": ("Canadian dollar", "Canadian dollars|loonie", "C$"),
    "NZD": ("New Zealand dollar", "New Zealand dollars", "NZ$"), "HKD": ("Hong Kong dollar", "Hong Kong dollars", "HK$"),
    "SGD": ("Singapore dollar", "Singapore dollars", "S$"),
    "TWD": ("new Taiwan dollar", "New Taiwan dollar|Taiwan dollar|Taiwan dollars|New Taiwan dollars", "NT$"),
    "XAF": ("Central African CFA franc", "CFA franc|CFA francs", ""), "XOF": ("West African CFA franc", "", ""),
}
RANKS = {code: rank for rank, code in enumerate(reversed(
    "USD EUR CNY JPY GBP RUB INR CHF CAD AUD UAH KRW TRY BRL MXN ZAR SEK NOK DKK PLN ILS SAR AED IRR IQD PHP".split()), 1)}
# Currencies of ISO's list that texts do not name, or units of account.
FUNDS = set("BOV CHE CHW CLF COU MXV USN UYI UYW XBA XBB XBC XBD XSU XTS XUA XXX XDR XAG XAU XPD XPT CUC HRK SLL VED "
            "ZWL MRO STD BYR".split())
BITCOIN = [
    ("quipu:bitcoin", "bitcoin", "bitcoins|Bitcoin|Bitcoins", "BTC"), ("quipu:ether-currency", "Ethereum", "Ether", "ETH"),
    ("quipu:deutschmark", "Deutschmark", "deutschmark|Deutsche Mark|deutschmarks|German mark|German marks", "DM"),
    ("quipu:french-franc", "French franc", "French francs", ""),
    ("quipu:italian-lira", "Italian lira", "Italian lire", ""), ("quipu:drachma", "drachma", "drachmas|Greek drachma", ""),
    ("quipu:tether", "Tether", "", "USDT"), ("quipu:dogecoin", "Dogecoin", "dogecoin", ""),
    ("quipu:special-drawing-rights", "special drawing rights", "Special Drawing Rights|special drawing right", "SDR"),
]


def cldr_names():
    """Code to the display names of CLDR: plain, one, other."""
    names = {}
    for element in XML.parse(common.CLDR / "main" / "en.xml").iter("currency"):
        texts = [child.text for child in element if child.tag == "displayName"]
        if texts:
            names[element.get("type")] = texts
    return names


def users():
    """Code to the countries where it is legal tender now, the first being the one it is named for if any."""
    result = collections.defaultdict(list)
    for region in XML.parse(common.CLDR / "supplemental" / "supplementalData.xml").iter("region"):
        for currency in region.findall("currency"):
            if currency.get("to") is None and currency.get("tender") != "false":
                result[currency.get("iso4217")].append(region.get("iso3166"))
    for code, countries in result.items():
        countries.sort(key=lambda country: (country != code[:2], country))
    return result


def lower_noun(name):
    """'Chinese Yuan' to 'Chinese yuan': CLDR's counted forms are so already."""
    head, _, noun = name.rpartition(" ")
    return f"{head} {noun.lower()}".strip()


def make():
    known = {row["kb"] for row in common.read_table(common.GAZETTEER / "countries.tsv")}
    names, used, rows = cldr_names(), users(), []
    for item in sorted(common.iso("4217"), key=lambda c: c["alpha_3"]):
        code = item["alpha_3"]
        if code in FUNDS or code not in used:
            continue
        forms = names.get(code, [lower_noun(item["name"])])
        counted = [re.sub(r"\\(.*?\\)", "", form).strip() for form in forms[1:] or forms]
        usual, more, signs = USUAL.get(code, (counted[0], "", ""))
        aliases = common.split(more) + counted
        countries = ",".join(f"iso3166:{c}" for c in used[code] if f"iso3166:{c}" in known)
        rows.append(Row(f"iso4217:{code}", "Currency", usual, aliases + [common.without_marks(a) for a in aliases],
                        abbreviations=[code] + common.split(signs), rank=RANKS.get(code, 0),
                        attributes={"currencyOf": countries}))
    for kb, name, aliases, short in BITCOIN:
        rows.append(Row(kb, "Currency", name, common.split(aliases), abbreviations=common.split(short)))
    return common.write(
        "currencies", rows, "Currencies in use, with signs and the countries whose legal tender they are; some others",
        f"Debian iso-codes {common.debian_version('iso-codes')} (ISO 4217); Unicode CLDR (Debian unicode-cldr-core "
        f"{common.debian_version('unicode-cldr-core')}); usual names: Tools/gazetteer/currencies.py",
        "iso-codes LGPL-2.1-or-later (the codes are ISO's), CLDR Unicode-DFS-2016, usual names CC0-1.0")


if __name__ == "__main__":
    make()
