"""Where the language model's tokenizer parts words: also at dashes by marks, never in a title."""

from __future__ import annotations

from typing import Any, Final

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from claims.language.word_lists import words

# “…”― Ana Ruiz, “…”—Ana Ruiz, "…"-Ana Ruiz; but not "semi"-automatic.
_DASH_AFTER_QUOTATION: Final = r"(?<=[”\"])(?:[–—―]+|-+(?=[A-Z]|$))"

# -Ana Ruiz, as lists begin their lines; but not -A, -5 or x-ray.
_DASH_BEFORE_NAME: Final = r"-(?=[A-Z][a-z])"


def part_words(nlp: Language) -> None:
    """Makes the tokenizer part dashes from marks and names, and long bars, but no "Coun."."""
    defaults: Any = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    parted = ["―", _DASH_AFTER_QUOTATION]
    prefixes = compile_prefix_regex([*defaults.prefixes, _DASH_BEFORE_NAME])
    infixes = compile_infix_regex([*defaults.infixes, *parted])
    suffixes = compile_suffix_regex([*defaults.suffixes, *parted])
    # With each of these it would go through its thousand special cases again.
    special_cases = tokenizer.rules
    tokenizer.rules = {}
    tokenizer.prefix_search = prefixes.search
    tokenizer.infix_finditer = infixes.finditer
    tokenizer.suffix_search = suffixes.search
    titles = [word.capitalize() for word in words("names/titles") if word.endswith(".")]
    tokenizer.rules = {title: [{"ORTH": title}] for title in titles} | special_cases
