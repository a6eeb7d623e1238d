"""``python -m claims.training.newswire``: a folder of articles nobody marked, for distillation.

Reads the JSON form of Reuters-21578 (Lewis 1997), files ``reuters-NNN.json``, and keeps stories
that report what people say; tables of figures and short notices are left out. Plain texts of other
news sites may be added.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_SHORTEST, _LONGEST = 220, 1200  # words a story
_LONGEST_OTHER = 4000
_FEWEST_OTHER = 150
_SAYS = re.compile(r"\b(said|told|added|says)\b")
_LEAST_SAYS = 4
_MOST_DIGITS = 0.03
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_SIGN_OFF = re.compile(r"\s*reuter\s*$", re.IGNORECASE)
_INDENT = re.compile(r"\n {2,}")
_TAIL = 200


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes ``text/NAME.txt`` in the folder, up to the words asked for."""
    options = _parser().parse_args(arguments)
    folder = options.out / "text"
    folder.mkdir(parents=True, exist_ok=True)
    stories = list(reuters(options.json))
    random.Random(options.seed).shuffle(stories)
    words, seen = 0, set()
    for at, story in enumerate(stories):
        if words > options.words:
            break
        if story[-_TAIL:] not in seen:
            seen.add(story[-_TAIL:])
            words += len(story.split())
            (folder / f"reuters-{at:05d}.txt").write_text(story + "\n", encoding="utf-8")
    for path in sorted(options.texts.glob("*.txt")) if options.texts else ():
        text = path.read_text("utf-8", errors="replace")
        if _is_english(text) and _FEWEST_OTHER < len(text.split()) < _LONGEST_OTHER:
            (folder / f"np-{path.name}").write_text(text, encoding="utf-8")


def reuters(folder: Path) -> Iterator[str]:
    """The stories worth learning from, title and paragraphs parted by blank lines."""
    for path in sorted(folder.glob("reuters-*.json")):
        for story in json.loads(path.read_text("utf-8")):
            text = _body(story.get("body") or "")
            if _reports(text):
                title = html.unescape((story.get("title") or "").strip()).capitalize()
                yield f"{title}\n\n{text}" if title else text


def _body(text: str) -> str:
    plain = _SIGN_OFF.sub("", _CONTROL.sub("", html.unescape(text)).strip())
    paragraphs = (" ".join(part.split()) for part in _INDENT.split(plain))
    return "\n\n".join(part for part in paragraphs if part)


def _reports(text: str) -> bool:
    if not _SHORTEST <= len(text.split()) <= _LONGEST or text[:60].islower():
        return False
    digits = sum(sign.isdigit() for sign in text)
    return digits < _MOST_DIGITS * len(text) and len(_SAYS.findall(text)) >= _LEAST_SAYS


def _is_english(text: str) -> bool:
    return sum(sign.isascii() for sign in text) > 0.95 * len(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m claims.training.newswire", description=__doc__)
    parser.add_argument("--json", type=Path, required=True, help="folder of reuters-NNN.json")
    parser.add_argument("--texts", type=Path, help="folder of other plain articles (.txt)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--words", type=int, default=660_000, help="of Reuters, at most about")
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    main()
