"""The dateline that a paragraph opens with: "MOSCOW, May 16 (Reuters) —"."""

from __future__ import annotations

import re
from typing import Final

from claims.language.word_lists import alternatives, lines

_AGENCY: Final = alternatives(lines("pages/agencies", "wire"))
_MONTHS: Final = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_CAPITALS: Final = r"[^\W\d_a-zß-öø-ÿ][^\Wa-zß-öø-ÿ]*(?:[ .’'-]+[^\Wa-zß-öø-ÿ]+){0,3}"
DATELINE: Final = re.compile(
    rf"""(?:
        (?:{_CAPITALS})\.?(?:[,/]\s?(?:[A-Z][\w.’' ]{{1,30}}|{_CAPITALS})){{0,2}}
        (?:,?\s{_MONTHS}\s\d{{1,2}}(?:,?\s\d{{4}})?|,?\s\d{{1,2}}\s{_MONTHS}(?:\s\d{{4}})?)?
        (?:\s?\((?:{_AGENCY}|[A-Z][\w. ]{{2,30}})\))?
      | [A-Z][\w.’-]+(?:[ /,]+[A-Z][\w.’-]+){{0,4}}
        (?:,?\s{_MONTHS}\s\d{{1,2}}(?:,?\s\d{{4}})?)?\s?\((?:{_AGENCY})\)
      )(?:(?<=\))\s?(?:—|–|--|-)\s?|\s(?:—|–|--|-)\s|—)(?=\S)""",
    re.VERBOSE,
)
