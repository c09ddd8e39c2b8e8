#!/usr/bin/env python3
"""Checks Ontology/gazetteer: columns, identifiers, classes, targets, homonyms, size; says file and line of each fault."""

import sys

import common

CLASSES = set("Agent Person Organization GovernmentBody ArmedForce PoliticalParty Company ResearchOrganization "
              "EducationalOrganization MediaOrganization InternationalOrganization SportsOrganization PeopleGroup Place "
              "Country AdministrativeArea City Continent NaturalFeature Facility Event Conflict Attack Meeting Election "
              "Agreement Disaster Product Weapon Commodity Currency Industry Law CreativeWork Role".split())
KEYS = {"capitalOf", "currencyOf", "seatOf", "country", "partOf", "ambiguous"}
FREE = {"ambiguous"}
LIMIT = 5 * 1024 * 1024


def rows():
    """(file, line number, row) of all files; a wrong number of columns is told by None."""
    for path in sorted(common.GAZETTEER.glob("*.tsv")):
        header = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("#"):
                continue
            fields = line.split("\t")
            if header is None:
                header = fields
                if header != common.COLUMNS:
                    yield path.name, number, None
            else:
                yield path.name, number, dict(zip(header, fields)) if len(fields) == len(header) else None


def faults_of(row, known):
    if row["class"] not in CLASSES:
        yield f"unknown class {row['class']}"
    if not row["name"] or row["name"] != row["name"].strip():
        yield "no name, or white space around it"
    if row["name"].startswith("the ") or any(a.startswith("the ") for a in row["aliases"].split("|")):
        yield "a leading 'the'"
    if not row["rank"].lstrip("-").isdigit():
        yield f"rank is no integer: {row['rank']}"
    targets = [row["within"]] if row["within"] else []
    for pair in filter(None, row["attributes"].split(";")):
        key, _, value = pair.partition("=")
        if key not in KEYS:
            yield f"unknown attribute {key}"
        targets += value.split(",") if key not in FREE else []
    for target in targets:
        if target not in known:
            yield f"no entry {target}"


def homonyms(all_rows):
    """Names that two entries of one class and equal rank share: nothing could choose between them."""
    seen = {}
    for file, number, row in all_rows:
        for name in {row["name"], *filter(None, row["aliases"].split("|"))}:
            key = (row["class"], name, row["rank"])
            if key in seen and seen[key] != row["kb"]:
                yield f"{file}:{number}: '{name}' is also {seen[key]}, of the same class and rank"
            seen.setdefault(key, row["kb"])


def main():
    everything = list(rows())
    faults = [f"{file}:{number}: {len(common.COLUMNS)} columns are due" for file, number, row in everything if row is None]
    good = [entry for entry in everything if entry[2] is not None]
    known = {}
    for file, number, row in good:
        if row["kb"] in known:
            faults.append(f"{file}:{number}: {row['kb']} is also at {known[row['kb']]}")
        known.setdefault(row["kb"], f"{file}:{number}")
    for file, number, row in good:
        faults += [f"{file}:{number}: {row['kb']}: {fault}" for fault in faults_of(row, known)]
    faults += homonyms(good)
    size = sum(path.stat().st_size for path in common.GAZETTEER.iterdir())
    if size > LIMIT:
        faults.append(f"Ontology/gazetteer holds {size} bytes, more than {LIMIT}")
    print("\n".join(faults) or f"{len(good)} entries are in order, {size // 1024} KiB")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
