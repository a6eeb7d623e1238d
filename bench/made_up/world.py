"""Made-up articles with their claims, the same ones for the same seed, of words in ``words.txt``.

A few words, speakers and outlets are everywhere and most are rare, as in news; speakers change
their affiliations in the course of the ten years.
"""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from claims.article import Article, DatedFact, Segment, SegmentKind
from claims.claim import Affiliation, Claim, ClaimType, CueClass, Span, Speaker, SpeakerKind
from claims.language.folding import fold
from claims.partial_date import Precision

FIRST_DAY: Final = date(2015, 1, 1)
DAYS: Final = 3650
OUTLETS: Final = 200
ORGANIZATIONS: Final = 500
LONGEST: Final = 14
"""Words in a claim, of which the last is a place in one claim of five."""

PREDICTIONS: Final = 0.15
"""Which part of the claims is about what will come."""


@dataclass(frozen=True)
class Cue:
    """Attributing words, and what they are and tell of."""

    words: str
    lemma: str
    kind: CueClass
    negated: bool = False
    hedged: bool = False


CUES: Final = (
    Cue("said", "say", CueClass.STATEMENT),
    Cue("wrote", "write", CueClass.STATEMENT),
    Cue("argued", "argue", CueClass.OPINION),
    Cue("warned", "warn", CueClass.STATEMENT),
    Cue("reportedly said", "say", CueClass.STATEMENT, hedged=True),
    Cue("believed", "believe", CueClass.BELIEF),
    Cue("denied", "deny", CueClass.DENIAL),
    Cue("demanded", "demand", CueClass.DEMAND),
    Cue("did not say", "say", CueClass.STATEMENT, negated=True),
    Cue("asked", "ask", CueClass.QUESTION),
    Cue("vowed", "vow", CueClass.INTENTION),
    Cue("feared", "fear", CueClass.EMOTION),
    Cue("saw", "see", CueClass.PERCEPTION),
)
"""The most frequent first."""


@dataclass(frozen=True)
class Scale:
    """How much to make."""

    claims: int
    articles: int
    speakers: int
    seed: int = 1


@dataclass(frozen=True)
class Tenure:
    """What a speaker is, from which of the ten years' days on."""

    role: str
    organization: str
    since: int


@dataclass(frozen=True)
class Figure:
    """A speaker with its affiliations in order of time."""

    name: str
    kind: SpeakerKind
    tenures: tuple[Tenure, ...]

    @property
    def short(self) -> str:
        """What later sentences call it."""
        return self.name.split()[-1] if self.kind is SpeakerKind.PERSON else self.name


class World:
    """The speakers and the articles that quote them."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._random = random.Random(scale.seed)
        self._prose = _by_rank(WORDS["prose"])
        self._organizations = [
            f"{self._place()} {self._random.choice(WORDS['body'])}" for _ in range(ORGANIZATIONS)
        ]
        self._outlets = [self._outlet() for _ in range(OUTLETS)]
        self.figures = list(self._make_figures())
        self._fame = _by_rank(self.figures)

    def articles(self) -> Iterator[tuple[Article, list[Claim]]]:
        """Every article with its claims."""
        claims, articles = self._scale.claims, self._scale.articles
        for number in range(articles):
            # Spreads the claims evenly and loses none to rounding.
            wanted = claims * (number + 1) // articles - claims * number // articles
            yield self._article(number, wanted)

    def _article(self, number: int, wanted: int) -> tuple[Article, list[Claim]]:
        title = " ".join(self._random.choices(WORDS["title"], k=6)).capitalize()
        day = self._random.randrange(DAYS)
        page = _Page()
        head = page.write(title)
        page.write("\n\n")
        claims = self._claims(page, day, wanted)
        page.write(ending_of(number))
        article = Article(
            path=path_of(number),
            text=page.text,
            title=title,
            outlet=self._random.choice(self._outlets),
            published=self._dated(day),
            segments=(
                Segment(SegmentKind.TITLE, head.start, head.end),
                Segment(SegmentKind.PARAGRAPH, head.end + 2, page.size),
            ),
        )
        return article, claims

    def _claims(self, page: _Page, day: int, wanted: int) -> list[Claim]:
        chance = self._random
        cast = chance.choices(self.figures, cum_weights=self._fame, k=chance.randint(2, 4))
        prose = chance.choices(WORDS["prose"], cum_weights=self._prose, k=wanted * LONGEST)
        known: dict[str, Speaker] = {}
        found = []
        for nth in range(wanted):
            words = prose[nth * LONGEST : nth * LONGEST + chance.randint(5, LONGEST)]
            if chance.random() < 0.2:
                words[-1] = self._place()
            figures = [chance.choice(cast)]
            if chance.random() < 0.05:
                figures += [other for other in cast if other not in figures][:1]
            found.append(self._claim(page, figures, day, known, " ".join(words)))
        return found

    def _claim(
        self,
        page: _Page,
        figures: Sequence[Figure],
        day: int,
        known: dict[str, Speaker],
        words: str,
    ) -> Claim:
        start = page.size
        for figure in figures:
            if page.size > start:
                page.write(" and ")
            page.write(figure.short if figure.name in known else figure.name)
        source = Span(start, page.size)
        for figure in figures:
            if figure.name not in known:
                known[figure.name] = _introduce(page, figure, day)
        page.write(" ")
        cue = self._random.choices(CUES, cum_weights=COMMON)[0]
        attributing = page.write(cue.words)
        kind = self._random.choice(tuple(ClaimType))
        page.write(" that " if kind is ClaimType.INDIRECT else ', "')
        content = page.write(words)
        page.write(".\n" if kind is ClaimType.INDIRECT else '."\n')
        speakers = tuple(known[figure.name] for figure in figures)
        confidence = self._random.randint(30, 100) / 100
        return Claim(
            kind,
            (content,),
            (attributing,),
            (source,),
            speakers,
            confidence=confidence,
            cue_lemma=cue.lemma,
            cue_class=cue.kind,
            negated=cue.negated,
            hedged=cue.hedged,
            prediction=self._random.random() < PREDICTIONS,
            statement=self._random.random(),
        )

    def _make_figures(self) -> Iterator[Figure]:
        """Speakers whose names stay different when folded."""
        chance = self._random
        kinds = chance.choices(tuple(SpeakerKind), weights=(80, 14, 4, 2), k=self._scale.speakers)
        taken: set[str] = set()
        for kind in kinds:
            name = self._name(kind)
            while fold(name) in taken:
                name = self._name(kind)
            taken.add(fold(name))
            days = sorted(chance.choices(range(0, DAYS, 90), k=chance.randint(1, 3)))
            held = [
                Tenure(self._word("role"), chance.choice(self._organizations), day) for day in days
            ]
            yield Figure(name, kind, tuple(held) if kind is SpeakerKind.PERSON else ())

    def _name(self, kind: SpeakerKind) -> str:
        match kind:
            case SpeakerKind.PERSON:
                return f"{self._place()} {self._place()}"
            case SpeakerKind.ORGANIZATION:
                return f"{self._place()} {self._word('body')} of {self._place()}"
            case SpeakerKind.GROUP:
                return f"{self._word('role')}s of {self._place()} and {self._place()}"
            case SpeakerKind.DOCUMENT:
                return f"The {self._place()} {self._word('title')} report of {self._place()}"

    def _outlet(self) -> str:
        return f"The {self._place()} {self._word('paper')}"

    def _place(self) -> str:
        return self._word("start") + self._word("middle") + self._word("end")

    def _word(self, kind: str) -> str:
        return self._random.choice(WORDS[kind])

    def _dated(self, day: int) -> DatedFact:
        """Mostly a day; of one article in twenty the month only, of one in fifty nothing."""
        when = FIRST_DAY + timedelta(days=day)
        luck = self._random.random()
        if luck < 0.02:
            return DatedFact()
        if luck < 0.07:
            return DatedFact(when.replace(day=1), Precision.MONTH)
        return DatedFact(when, Precision.DAY)


class _Page:
    """A text as it is being written, with where its pieces stand."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.size = 0

    def write(self, words: str) -> Span:
        span = Span(self.size, self.size + len(words))
        self._parts.append(words)
        self.size = span.end
        return span

    @property
    def text(self) -> str:
        return "".join(self._parts)


def ending_of(number: int) -> str:
    """The last line of an article's text, as long as that of any other."""
    return f"Nobody else was asked for story {number:09}.\n"


def path_of(number: int) -> str:
    """The path of an article."""
    return f"/made-up/{number // 1000:03}/{number:06}.txt"


def _introduce(page: _Page, figure: Figure, day: int) -> Speaker:
    """The speaker with the affiliation of that day, which is written as an apposition."""
    held = [affiliation for affiliation in figure.tenures if affiliation.since <= day]
    if not held:
        return Speaker(figure.name, figure.kind)
    role, organization = held[-1].role, held[-1].organization
    page.write(", ")
    evidence = page.write(f"{role} at the {organization}")
    page.write(",")
    return Speaker(figure.name, figure.kind, (Affiliation(role, organization, evidence),))


def _by_rank(items: Sequence[object]) -> list[float]:
    """Cumulative weights that fall off with the rank."""
    return list(itertools.accumulate(1 / (rank + 3) for rank in range(len(items))))


def _read_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    lines = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        kind, _, words = line.partition(": ")
        found[kind] += tuple(words.split())
    return dict(found)


WORDS: Final = _read_words()
COMMON: Final = _by_rank(CUES)
