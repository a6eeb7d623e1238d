"""How values are put into words on the screen: one wording for the table, the panes and reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from claims.article import shown_title
from claims.aside import Aside
from claims.claim import ClaimType, CueClass
from claims.review import ReviewState

if TYPE_CHECKING:
    # The command line uses this module before it loads a database.
    from claims.partial_date import PartialDate
    from db.analysis.facets.left_out import LeftOut
    from db.articles.actions import Decided
    from db.claims.view import ClaimRow

NOTHING: Final = "–"
ALL_UNDATED: Final = "all undated"
AGREES: Final = "✓"
DENIES: Final = "✗"
QUOTED: Final[Mapping[str, str]] = {
    ClaimType.DIRECT: "“ ”",
    ClaimType.MIXED: "“~”",
    ClaimType.INDIRECT: "~",
}
"""How much of a claim stands in quotation marks, as a glyph."""

_STATEMENT: Final = 0.5


_BRIEF: Final = 3
"""Affiliations that head a column of claims."""


def dated(when: PartialDate) -> str:
    """A date as exactly as it is known: ``2023-05-10``, ``2023-05``, ``2023`` or a dash."""
    return when.as_known or NOTHING


def published(row: ClaimRow) -> str:
    """When the claim's article was published."""
    return dated(row.published)


def each_once(values: Iterable[str]) -> list[str]:
    """The values that say something, each once, in order."""
    return [value for value in dict.fromkeys(values) if value]


def speakers(row: ClaimRow) -> str:
    """Who speaks; the source as written, in brackets, if nobody is known by name."""
    names = each_once(row.names)
    if names:
        return "; ".join(names)
    return f"({row.source})" if row.source else NOTHING


def affiliations(row: ClaimRow) -> str:
    """The affiliations of a claim's speakers, in their order."""
    return "; ".join(row.affiliations)


def in_brief(affiliations: Sequence[str]) -> str:
    """The first affiliations, and how many there are beside them."""
    more = len(affiliations) - _BRIEF
    shown = [*affiliations[:_BRIEF], *([f"{more} more"] if more > 0 else [])]
    return "; ".join(shown)


def article(row: ClaimRow) -> str:
    """The article's title; the name of its file, if it has none."""
    return shown_title(row.article_title, row.article_path)


def outlet_and_article(row: ClaimRow) -> str:
    """Who published the article, where that is known, and what it is called."""
    return " · ".join(filter(None, (row.outlet, article(row))))


def origin(row: ClaimRow) -> list[str]:
    """Where a claim stands: when and by whom its article was published, as far as that is known,
    and last what the article is called."""
    return [*filter(None, (row.published.as_known, row.outlet)), article(row)]


def articles_of_thread(row: ClaimRow) -> str:
    """In how many articles the same is said; empty where it is in none but its own."""
    many = row.thread.articles if row.thread is not None else 0
    return f"{many:,}" if many > 1 else ""


def position(agrees: int, denies: int) -> str:
    """How many claims agree and how many deny: "✓2 ✗1"; empty if none does."""
    marks = ((AGREES, agrees), (DENIES, denies))
    return " ".join(f"{mark}{number:,}" for mark, number in marks if number)


def first_said(row: ClaimRow) -> str:
    """When the first dated article that says the same was published."""
    return dated(row.thread.first_said) if row.thread is not None else NOTHING


def heading(row: ClaimRow, *, who: bool = False, own: bool = False) -> tuple[str, str]:
    """What stands over a claim: who says it, when and where, how, how surely, and the verdict.

    Args:
        row: The claim.
        who: Its speaker is to be named, as nothing around it does.
        own: It stands in its own article, so that nothing of that is told again.

    Returns:
        The facts that are known, and what the article is called, which may have to be shortened.
    """
    *published, title = ["", ""] if own else origin(row)
    facts = [
        speakers(row) if who and speakers(row) != NOTHING else "",
        *published,
        row.type,
        *nature(row),
        " ".join(row.cue.split()),
        f"{row.confidence:.2f}",
        verdict(row),
    ]
    return " · ".join(filter(None, facts)), title


def nature(row: ClaimRow) -> list[str]:
    """What kind of claim it is: ``belief``, ``act`` where it is rather felt, planned or done than
    said, ``prediction``, ``hedged``, ``negated``."""
    act = row.statement is not None and row.statement < _STATEMENT
    stated = row.cue_class == CueClass.STATEMENT  # what an act is not
    kinds = row.cue_class if not (act and stated) else None, "act" if act else None
    flags = ("prediction", row.prediction), ("hedged", row.hedged), ("negated", row.negated)
    return [*filter(None, kinds), *(word for word, holds in flags if holds)]


def byline(names: Sequence[str]) -> str:
    """``by One, Another``; empty without names."""
    return f"by {', '.join(names)}" if names else ""


def counted(number: int, noun: str) -> str:
    """``1 claim``, ``12,345 claims``, ``9 classes``, ``2 stories``."""
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("story"):
        return f"{number:,} {noun[:-1]}ies"
    return f"{number:,} {noun}{'es' if noun.endswith('s') else 's'}"


def shared(kinds: Iterable[str]) -> str:
    """``2 threads and 7 topics shared``; ``nothing shared`` if nothing is."""
    many = Counter(kinds)
    return f"{' and '.join(counted(many[kind], kind) for kind in many) or 'nothing'} shared"


def part_of(shown: int, total: int, noun: str, *, undated: bool = False) -> str:
    """``12 of 40 months``, or ``40 months`` where all are shown.

    Args:
        shown: How many are.
        total: How many there are.
        noun: What they are.
        undated: One of them holds what has no date, which is no month: ``40 months and undated``.
    """
    shown, total = shown - undated, total - undated
    if undated and not total:
        return ALL_UNDATED
    line = f"{shown:,} of {counted(total, noun)}" if shown < total else counted(total, noun)
    return f"{line} and undated" if undated else line


def left_out(without: Mapping[str, int]) -> str:
    """``left out: 3 without speaker, 1 without topic``; empty if nothing is."""
    listed = ", ".join(f"{number:,} without {kind}" for kind, number in without.items())
    return listed and f"left out: {listed}"


def numbers(
    shown: int, total: int, selected: int, hidden: LeftOut | None = None, *, brief: bool = False
) -> str:
    """``12 of 1,000 claims · 3 hidden: nested, doubtful · z shows · 3 marked``; the total is at
    least what is shown.

    Args:
        shown: Claims of the view.
        total: Claims of the archive.
        selected: Marked ones.
        hidden: What is left out.
        brief: Leave out why.
    """
    whole = counted(max(total, shown), "claim")
    parts = [whole if shown >= total else f"{shown:,} of {whole}"]
    if hidden is not None:
        parts += hidden_in_words(hidden, brief=brief)
    if selected:
        parts.append(f"{selected:,} marked")
    return " · ".join(parts)


def hidden_in_words(hidden: LeftOut, *, brief: bool = False) -> list[str]:
    """``3 hidden: nested, doubtful`` and ``z shows``; nothing where nothing is hidden."""
    why = "" if brief else f": {', '.join(map(_REASONS.__getitem__, hidden.reasons))}"
    return [f"{hidden.total:,} hidden{why}", "z shows"] if hidden.total else []


def reasons(hidden: LeftOut) -> str:
    """``40 nested, 12 acts, 1 headline (some for several reasons)``: for each how many are."""
    listed = ", ".join(
        f"{n:,} {_REASONS[reason].removesuffix('s' if n == 1 else '')}"
        for reason, n in hidden.reasons.items()
    )
    several = sum(hidden.reasons.values()) > hidden.total
    return f"{listed} (some for several reasons)" if several else listed


_REASONS: Final[dict[str, str]] = {
    Aside.NESTED: "nested",
    Aside.LOW: "doubtful",
    Aside.NO_SPEAKER: "no speaker",
    Aside.ACT: "acts",
    Aside.HEADLINE: "headlines",
    ReviewState.REJECTED: "rejected",
}

_GLYPHS: Final = {"machine": " ", "accepted": "✓", "corrected": "✎", "rejected": "✗"}


def review_glyph(row: ClaimRow) -> str:
    """The review state as one character; a space for what nobody reviewed."""
    return _GLYPHS[row.review]


def verdict(row: ClaimRow) -> str:
    """``✓ accepted``; empty for what nobody reviewed."""
    return f"{review_glyph(row)} {row.review}" if review_glyph(row) != " " else ""


_DONE: Final = {
    "accept": "accepted",
    "reject": "rejected",
    "reopen": "reopened",
    "correct": "corrected",
    "note": "noted on",
    "tag": "tagged",
    "untag": "took tags off",
}


ALTERED: Final = "This text is not the one that was stored; see 'claims check'"
"""Of a text that does not have its hash."""


def reviewed(action: str, claims: int, *, undone: bool = False, redone: bool = False) -> str:
    """What a step did: ``accepted 3 claims``, ``undone: tagged 1 claim``."""
    if not claims:
        return "nothing had to be changed"
    line = f"{_DONE[action]} {counted(claims, 'claim')}"
    return f"undone: {line}" if undone else f"redone: {line}" if redone else line


def reviewed_by(who: str, line: str, overruled: int) -> str:
    """What somebody else did: ``Omar: rejected 2 claims, 1 of them judged otherwise before``."""
    more = f", {overruled:,} of them judged otherwise before" if overruled else ""
    return f"{who}: {line}{more}."


_DECIDED: Final = {
    "set": "set",
    "accept": "accepted the suggested",
    "merge": "merged",
    "table": "took from the table",
    "name": "took from names of files",
}


def field_name(field: str) -> str:
    """What of an article it is, as people say."""
    return {"published": "date", "url": "address"}.get(field, str(field))


def decided(done: Decided) -> str:
    """``set outlet and date of 3 articles``; ``undone: …`` of what was turned around."""
    if not done.article_ids:
        return "nothing had to change"
    *others, last = map(field_name, done.fields)
    fields = f"{', '.join(others)} and {last}" if others else last
    line = f"{_DECIDED[done.action]} {fields} of {counted(len(done.article_ids), 'article')}"
    return f"undone: {line}" if done.undone else f"redone: {line}" if done.redone else line
