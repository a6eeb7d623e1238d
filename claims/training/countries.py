"""Make the table of countries: ``python -m claims.training.countries`` writes
``claims/language/words/countries/countries.txt`` from the package ``countryinfo`` (MIT licence).

The package is needed for this alone: install it where this runs (``pip install countryinfo``).
What the table lacks or has wrong stands in ``ours.txt`` beside it, which no script touches.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from claims.language.word_lists import lines

PACKAGE: Final = "countryinfo"
TABLE: Final = Path(__file__).parents[1] / "language" / "words" / "countries" / "countries.txt"

_LEFT_OUT: Final = frozenset(lines("countries/ours", "left out of the table"))
# Words by which a spelling is an English name of a state, and not its name in another language.
_FORMAL: Final = re.compile(
    r"\b(?:Republic|Kingdom|Federation|State|States|Union|Commonwealth|Confederation|Principality"
    r"|Duchy|Sultanate|Great Britain|Nation)\b"
)
_HEADER: Final = """\
# Countries: name | formal names | capital | what its people are called; ";" between several.
# Made by "python -m claims.training.countries"; ours.txt has what is to be changed or added.
# Source: {name} {version}. Its licence:
#
{licence}
"""


def table() -> str:
    """The table as text, countries in order of their names.

    Raises:
        ModuleNotFoundError: The source package is not installed.
    """
    source = distribution(PACKAGE)
    licence = (source.read_text("licenses/LICENSE") or "").strip().splitlines()
    header = _HEADER.format(
        name=PACKAGE,
        version=source.version,
        licence="\n".join(f"# {line}".rstrip() for line in licence),
    )
    return header + "".join(sorted(f"{line}\n" for line in _lines()))


def _lines() -> Iterator[str]:
    for file in files(PACKAGE).joinpath("data").iterdir():
        if file.name.endswith(".json"):
            entry = json.loads(file.read_text(encoding="utf-8"))
            name, capital, people = (entry.get(key) for key in ("name", "capital", "demonym"))
            if all(isinstance(one, str) and one for one in (name, capital, people)) and (
                name not in _LEFT_OUT
            ):
                fields = (name, _joined(_formal(entry)), capital, _joined(people.split(",")))
                yield " | ".join(fields)


def _formal(entry: dict[str, Any]) -> Iterator[str]:
    """The English names beside the usual one, none twice."""
    for spelling in dict.fromkeys(entry.get("altSpellings") or ()):
        plain = spelling.isascii() and "," not in spelling and spelling != entry["name"]
        if plain and _FORMAL.search(spelling):
            yield spelling


def _joined(names: Iterator[str] | list[str]) -> str:
    return "; ".join(name.strip() for name in names)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
