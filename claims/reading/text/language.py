"""Which language a text is in, by py3langid where it is not plainly English."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Any, Final

from claims.article import LANGUAGE, UNDETERMINED
from claims.language.word_lists import words

_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LATIN: Final = re.compile(r"[a-zA-ZªºÀ-ɏḀ-ỿ]")
_GLANCED_AT: Final = 1500
_LOOKED_AT: Final = 6000
_PLAIN_SHARE: Final = 0.12
"""Share of the words of English that only it has, from which no text is in another language."""
_FEWEST_LETTERS: Final = 60
_SURE: Final = 0.9
_DENSE: Final = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
"""Letters of Chinese, Japanese and Korean, which say as much as three of others."""
_PART_OF: Final = {
    **dict.fromkeys(("wuu", "yue"), "zh"),
    **dict.fromkeys(("ary", "arz"), "ar"),
    **dict.fromkeys(("grc",), "el"),
    **dict.fromkeys(("hbo",), "he"),
}
"""Languages that are written alike, and told apart only in long texts."""


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language that most of a text is in; None where too little tells.

    A text in another script than the Latin one is never in English, however short it is.
    """
    looked_at = text if len(text) <= _LOOKED_AT else text[: _LOOKED_AT // 2] + _middle(text)
    if not looked_at.isascii() and _is_in_other_script(looked_at):
        return _of_other_script(looked_at)
    if _is_plainly_english(text[:_GLANCED_AT]):
        return LANGUAGE
    letters = sum(map(len, _WORD.findall(looked_at)))
    if letters < _FEWEST_LETTERS:
        return None
    if _is_plainly_english(looked_at):
        return LANGUAGE
    code, sure = _detector().classify(looked_at)
    return str(code) if code == LANGUAGE or sure >= _SURE else None


def _is_in_other_script(text: str) -> bool:
    latin = len(_LATIN.findall(text))
    return latin < len(_LETTER.findall(text)) - latin + 2 * len(_DENSE.findall(text))


def _of_other_script(text: str) -> str:
    """The likely language of a text that is not in Latin script."""
    sure: defaultdict[str, float] = defaultdict(float)
    for code, share in _detector().rank(text):
        sure[_PART_OF.get(code, code)] += share
    code = max(sure, key=lambda one: sure[one])
    return code if sure[code] >= _SURE and code != LANGUAGE else UNDETERMINED


def _is_plainly_english(text: str) -> bool:
    found = _WORD.findall(text.casefold())
    known = words("grammar/english")
    english = sum(word in known for word in found)
    return len(text) >= _FEWEST_LETTERS and english >= _PLAIN_SHARE * max(len(found), 1)


def _middle(text: str) -> str:
    start = len(text) // 2
    return text[start : start + _LOOKED_AT // 2]


@cache
def _detector() -> Any:
    # Imported late: its model takes a second to load, which English texts do without.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
