"""What the language model's tokenizer leaves in one: a quotation mark and the dash after it."""

from __future__ import annotations

from typing import Any, Final

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

# “…”― Ana Ruiz, “…”—Ana Ruiz, "…"-Ana Ruiz; but not "semi"-automatic.
_DASH_AFTER_QUOTATION: Final = r"(?<=[”\"])(?:[–—―]+|-+(?=[A-Z]|$))"


def part_dashes(nlp: Language) -> None:
    """Makes the tokenizer part dashes from quotation marks before them, and horizontal bars."""
    defaults: Any = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    parted = ["―", _DASH_AFTER_QUOTATION]
    infixes = compile_infix_regex([*defaults.infixes, *parted])
    suffixes = compile_suffix_regex([*defaults.suffixes, *parted])
    tokenizer.infix_finditer = infixes.finditer
    tokenizer.suffix_search = suffixes.search
