"""Word lists of the extraction components, one list a text file, read once when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The words of list ``name`` (a file ``name.txt`` beside this module), lower case.

    Words stand separated by white space; ``#`` starts a comment.

    Raises:
        FileNotFoundError: There is no such list.
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0] for line in text.splitlines())
    return frozenset(word for line in lines for word in line.split())
