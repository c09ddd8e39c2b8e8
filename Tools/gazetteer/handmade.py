"""The hand-made topics: Tools/gazetteer/handmade/<topic>.txt to TSV.

A source is short to write: '#' lines tell the class and what it is about; a line '[key=value ...]' sets the class, country or
other attributes of what follows; entries are parted by ';', an entry's further names by '=', its abbreviations by '@', its
adjectives by '~', its people by '^': 'World Health Organization=UN health agency@WHO'.
"""

import re

import common
from common import Row

TOPICS = ("continents organizations armed-forces parties companies media universities think-tanks sports features facilities "
          "groups conflicts laws industries commodities weapons products people").split()
MARKS = {"=": "aliases", "@": "abbreviations", "~": "adjectives", "^": "people"}
# American and British spellings, matched at the end of a word.
SPELLINGS = (("Organization", "Organisation"), ("Defense", "Defence"), ("Center", "Centre"), ("Labor ", "Labour "),
             ("Program", "Programme"))


def parse(entry):
    """One entry's name and its lists."""
    parts = re.split(r"([=@~^])", entry.strip())
    fields = {"aliases": [], "abbreviations": [], "adjectives": [], "people": []}
    for mark, text in zip(parts[1::2], parts[2::2]):
        fields[MARKS[mark]].append(text.strip())
    return parts[0].strip(), fields


def spellings(name):
    """The other side's spelling, '&' for 'and', and plain letters."""
    forms = [common.without_marks(name)]
    for one, other in SPELLINGS:
        if re.search(rf"{one}\b", name):
            forms.append(re.sub(rf"{one}\b", other, name))
        if re.search(rf"{other}\b", name):
            forms.append(re.sub(rf"{other}\b", one, name))
    return forms


def attributes(section):
    result = {key: value for key, value in section.items() if key not in ("class", "within", "prefix")}
    if "country" in result:
        result["country"] = ",".join(f"iso3166:{code}" for code in result["country"].split("+"))
    if "seatOf" in result:
        result["seatOf"] = f"iso3166:{result['seatOf']}"
    return result


def rows_of(topic, taken):
    path = common.HERE / "handmade" / f"{topic}.txt"
    about, section, rows = {}, {}, []
    entries = []
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            about[key.strip()] = value.strip()
        elif line.startswith("["):
            section = dict(pair.split("=", 1) for pair in line[1:-1].split())
        else:
            entries += [(entry, section) for entry in line.split(";") if entry.strip()]
    for index, (entry, section) in enumerate(entries):
        name, fields = parse(entry)
        if any(row.name == common.clean(name) and row.attributes == attributes(section) for row in rows):
            continue
        kb = unused(f"quipu:{section.get('prefix', '')}{common.slug(name)}", topic, section, taken)
        aliases = [form for alias in [name] + fields["aliases"] for form in [alias] + spellings(alias)]
        rows.append(Row(kb, section.get("class", about["class"]), name, aliases, fields["adjectives"], fields["people"],
                        fields["abbreviations"], section.get("within", ""), len(entries) - index, attributes(section)))
    return about["about"], rows


def unused(kb, topic, section, taken):
    """The identifier, made longer until no entry before it has it."""
    for suffix in ("", f"-{section.get('country', topic).lower()}", f"-{topic}", f"-{topic}-2", f"-{topic}-3"):
        if kb + suffix not in taken:
            taken.add(kb + suffix)
            return kb + suffix
    raise ValueError(f"no identifier left for {kb} in {topic}")


def ministries():
    """Ministries by adjective and field: 'Russian Defence Ministry', 'Russian Ministry of Defence', ..."""
    fields = {"Defence": ("Defence", "Defense"), "Foreign": ("Foreign",), "Interior": ("Interior",), "Finance": ("Finance",),
              "Health": ("Health",)}
    countries = {row["kb"]: row for row in common.read_table(common.GAZETTEER / "countries.tsv")}
    for code in ("RU UA CN IN JP DE FR IT ES PL TR IR IQ SY IL EG SA KR KP PK AF BR MX ID BY GR NL SE RO HU RS CZ BE AT PT NO "
                 "FI DK LT LV EE GE AM AZ KZ UZ VN TH MY PH AU NZ ZA NG KE ET SD LY TN DZ MA AE QA JO LB YE VE CO AR CL PE CU "
                 "BG HR SK SI MD PS TW SG CH").split():
        country = countries[f"iso3166:{code}"]
        adjective = common.split(country["adjectives"])[0]
        for field, words in fields.items():
            names = []
            for word in words:
                noun = "Foreign Affairs" if word == "Foreign" else "the Interior" if word == "Interior" else word
                names += [f"{adjective} {word} Ministry", f"{adjective} Ministry of {noun}",
                          f"Ministry of {noun} of {country['name']}", f"{country['name']}'s {word} Ministry"]
            if field == "Interior":
                names += [f"{adjective} Ministry of Interior", f"{adjective} Ministry of Internal Affairs"]
            lower = [re.sub(r"(Defence|Defense|Foreign|Interior|Finance|Health) Ministry",
                            lambda match: match.group(0).lower(), name) for name in names]
            yield Row(f"quipu:ministry-{code.lower()}-{field.lower()}", "GovernmentBody", names[0], names + lower,
                      attributes={"country": f"iso3166:{code}"})


def general_bodies():
    """Parliaments, governments and the like that take the country's adjective."""
    countries = {row["kb"]: row for row in common.read_table(common.GAZETTEER / "countries.tsv")}
    for kb, country in countries.items():
        if int(country["rank"]) < common.COUNTRY_BONUS + 1_000_000 or not country["adjectives"]:
            continue
        adjective = common.split(country["adjectives"])[0]
        rank = (int(country["rank"]) - common.COUNTRY_BONUS) // 10_000_000
        for noun in ("government", "parliament"):
            yield Row(f"quipu:{noun}-{kb[-2:].lower()}", "GovernmentBody", f"{adjective} {noun}",
                      [f"government of {country['name']}" if noun == "government" else f"parliament of {country['name']}",
                       f"{country['name']}'s {noun}"], rank=rank, attributes={"country": kb})
        yield Row(f"quipu:forces-{kb[-2:].lower()}", "ArmedForce", f"{adjective} armed forces",
                  [f"{adjective} {word}" for word in ("forces", "military", "troops", "Armed Forces")],
                  rank=rank, attributes={"country": kb})
        for noun, more in (("army", "ground forces"), ("navy", "naval forces"), ("air force", "Air Forces")):
            yield Row(f"quipu:{noun.replace(' ', '-')}-{kb[-2:].lower()}", "ArmedForce", f"{adjective} {noun}",
                      [f"{adjective} {noun.title()}", f"{adjective} {more}"], rank=rank, attributes={"country": kb})


def joined(rows, generated):
    """The hand-made rows with the generated ones; one that shares a name with a hand-made row lends it its names."""
    holder = {name.lower(): row for row in rows for name in [row.name] + row.aliases}
    result = list(rows)
    for extra in generated:
        names = [extra.name] + extra.aliases
        owner = next((holder[name.lower()] for name in names if name.lower() in holder), None)
        if owner is None:
            result.append(extra)
        else:
            owner.aliases = common.unique(owner.aliases + names, {owner.name})
    return result


def make():
    taken = set()
    for topic in ("regions", "currencies"):
        taken.update(row["kb"] for row in common.read_table(common.GAZETTEER / f"{topic}.tsv"))
    generated = {"organizations": list(ministries()) + [r for r in general_bodies() if r.cls == "GovernmentBody"],
                 "armed-forces": [r for r in general_bodies() if r.cls == "ArmedForce"]}
    for rows in generated.values():
        taken.update(row.kb for row in rows)
    for topic in TOPICS:
        if not (common.HERE / "handmade" / f"{topic}.txt").exists():
            print(f"{topic}: no source")
            continue
        about, rows = rows_of(topic, taken)
        common.write(topic, joined(rows, generated.get(topic, [])), about,
                     f"compiled for quipu, Tools/gazetteer/handmade/{topic}.txt", "CC0-1.0")


if __name__ == "__main__":
    make()
