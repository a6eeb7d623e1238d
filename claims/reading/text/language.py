"""Which language a text is in, by py3langid where it is not plainly English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claims.article import LANGUAGE
from claims.language.word_lists import words

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD: Final = re.compile(r"[^\W\d_]+")
_GLANCED_AT: Final = 1500
_LOOKED_AT: Final = 6000
_PLAIN_SHARE: Final = 0.12
"""Share of the words of English that only it has, from which no text is in another language."""
_FEWEST_LETTERS: Final = 60
_SURE: Final = 0.9
_EUROPEAN: Final = re.compile(r"[a-zA-ZÀ-ɏ]")


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language that most of a text is in; None where too little tells."""
    if _is_plainly_english(text[:_GLANCED_AT]):
        return LANGUAGE
    looked_at = text if len(text) <= _LOOKED_AT else text[: _LOOKED_AT // 2] + _middle(text)
    letters = sum(map(len, _WORD.findall(looked_at)))
    if letters < _FEWEST_LETTERS:
        return None
    if _is_plainly_english(looked_at):
        return LANGUAGE
    code, sure = _detector()(looked_at)
    if code == LANGUAGE:
        return LANGUAGE
    other_script = 3 * len(_EUROPEAN.findall(looked_at)) < letters
    return str(code) if sure >= _SURE or other_script else None


def _is_plainly_english(text: str) -> bool:
    found = _WORD.findall(text.casefold())
    known = words("grammar/english")
    english = sum(word in known for word in found)
    return len(text) >= _FEWEST_LETTERS and english >= _PLAIN_SHARE * max(len(found), 1)


def _middle(text: str) -> str:
    start = len(text) // 2
    return text[start : start + _LOOKED_AT // 2]


@cache
def _detector() -> Callable[[str], tuple[Any, Any]]:
    # Imported late: its model takes a second to load, which English texts do without.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier.classify  # type: ignore[no-any-return]  # py3langid is untyped
