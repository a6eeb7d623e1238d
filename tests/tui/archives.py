"""Archives for the tests of the app: prepared claims, stored the way ingestion stores them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, insert

from claims.article import Article, DatedFact, Segment, SegmentKind
from claims.claim import Affiliation, Claim, ClaimType, CueClass, Span, Speaker, SpeakerKind
from claims.partial_date import Precision
from db.archive import open_archive
from db.connection.engine import writing
from db.ingest.store import archive_match, store
from db.schema import core as schema
from tests.db.archives import nothing_aside


@dataclass(frozen=True)
class MadeClaim:
    """A claim by the words it stands with; each is looked up in the article's text."""

    content: str
    cue: str
    source: str
    name: str
    type: ClaimType = ClaimType.DIRECT
    role: str | None = None
    organization: str | None = None
    affiliation: str | None = None
    kind: SpeakerKind = SpeakerKind.PERSON
    confidence: float = 0.9
    lemma: str | None = None
    cue_class: CueClass | None = None
    negated: bool = False
    hedged: bool = False
    prediction: bool = False
    statement: float = 1.0


@dataclass(frozen=True)
class MadeArticle:
    """An article by its paragraphs, the first of them its title."""

    name: str
    outlet: str
    published: date | None
    paragraphs: Sequence[str]
    claims: Sequence[MadeClaim]
    byline: Sequence[str] = field(default=())


_MADE: Final[dict[str, bytes]] = {}
"""The file of each archive that was made, by the articles in it: a copy is made sooner."""


def make_archive(path: Path, articles: Sequence[MadeArticle] = ()) -> Engine:
    """An archive on a file of its own with these articles."""
    key = repr(tuple(articles))
    if key not in _MADE:
        _make(path, articles)
        _MADE[key] = path.read_bytes()
    path.write_bytes(_MADE[key])
    return open_archive(str(path))


def _make(path: Path, articles: Sequence[MadeArticle]) -> None:
    engine = open_archive(str(path))
    with writing(engine) as connection:
        run = connection.execute(
            insert(schema.Run).returning(schema.Run.id),
            {
                "public_id": "run",
                "tool_version": "0",
                "model_name": "none",
                "model_version": "0",
                "started_at": datetime(2024, 1, 1, tzinfo=UTC),
            },
        ).scalar_one()
        for made in articles:
            article = as_article(made)
            claims = [as_claim(article.text, claim) for claim in made.claims]
            store(connection, archive_match(connection, article), article, claims, run)
        nothing_aside(connection)
    # Closing the last connection writes all into the one file.
    engine.dispose()


def as_article(made: MadeArticle) -> Article:
    return Article(
        path=f"/articles/{made.name}.txt",
        text="\n\n".join(made.paragraphs),
        title=made.paragraphs[0],
        outlet=made.outlet or None,
        byline=tuple(made.byline),
        published=DatedFact(made.published, Precision.DAY, "dateline")
        if made.published
        else DatedFact(),
        segments=tuple(_segments(made.paragraphs)),
    )


def as_claim(text: str, made: MadeClaim) -> Claim:
    content = _span(text, made.content)
    affiliations: tuple[Affiliation, ...] = ()
    if made.affiliation is not None:
        affiliations = (Affiliation(made.role, made.organization, _span(text, made.affiliation)),)
    return Claim(
        type=made.type,
        content=(content,),
        cue=(_span(text, made.cue, content.start),) if made.cue else (),
        source=(_span(text, made.source, content.start),) if made.source else (),
        speakers=(Speaker(made.name, made.kind, affiliations),) if made.name else (),
        confidence=made.confidence,
        cue_lemma=made.lemma,
        cue_class=made.cue_class,
        negated=made.negated,
        hedged=made.hedged,
        prediction=made.prediction,
        statement=made.statement,
    )


def _span(text: str, words: str, near: int = 0) -> Span:
    """Where words stand in a text, if more than once the place next to ``near``."""
    before, after = text.rfind(words, 0, near + len(words) - 1), text.find(words, near)
    start = min((at for at in (before, after) if at >= 0), key=lambda at: abs(at - near))
    return Span(start, start + len(words))


def _segments(paragraphs: Sequence[str]) -> Iterator[Segment]:
    at = 0
    for number, paragraph in enumerate(paragraphs):
        kind = SegmentKind.PARAGRAPH if number else SegmentKind.TITLE
        yield Segment(kind, at, at + len(paragraph))
        at += len(paragraph) + 2


PIPELINE = MadeArticle(
    name="pipeline-talks",
    outlet="Northern Courier",
    published=date(2023, 3, 21),
    byline=("Mira Holt",),
    paragraphs=(
        "Pipeline talks stall over price",
        "BEIJING – Talks on a second gas pipeline ended without a signature on Tuesday.",
        "“A pipeline is a marriage, and nobody wants to marry in a hurry,” said Ilya Morozov, a "
        "senior fellow at the Institute for Steppe Studies.",
        "Morozov argued that the buyer can wait for years. Anna Feld, who advises the Energy "
        "Forum, disagreed.",
        "“Waiting has a cost as well,” she said, adding that storage had run low twice.",
        "According to the Ministry of Transport, the route has not been surveyed.",
    ),
    claims=(
        MadeClaim(
            "“A pipeline is a marriage, and nobody wants to marry in a hurry,”",
            "said",
            "Ilya Morozov",
            "Ilya Morozov",
            role="senior fellow",
            organization="Institute for Steppe Studies",
            affiliation="a senior fellow at the Institute for Steppe Studies",
            lemma="say",
            cue_class=CueClass.STATEMENT,
        ),
        MadeClaim(
            "that the buyer can wait for years",
            "argued",
            "Morozov",
            "Ilya Morozov",
            ClaimType.INDIRECT,
            role="senior fellow",
            organization="Institute for Steppe Studies",
            affiliation="a senior fellow at the Institute for Steppe Studies",
            confidence=0.71,
            lemma="argue",
            cue_class=CueClass.OPINION,
            prediction=True,
        ),
        MadeClaim(
            "“Waiting has a cost as well,”",
            "said",
            "she",
            "Anna Feld",
            role="adviser",
            organization="Energy Forum",
            affiliation="who advises the Energy Forum",
            lemma="say",
            cue_class=CueClass.STATEMENT,
        ),
        MadeClaim(
            "that storage had run low twice",
            "adding",
            "she",
            "Anna Feld",
            ClaimType.INDIRECT,
            confidence=0.64,
            lemma="add",
            cue_class=CueClass.STATEMENT,
        ),
        MadeClaim(
            "the route has not been surveyed",
            "According to",
            "the Ministry of Transport",
            "Ministry of Transport",
            ClaimType.INDIRECT,
            kind=SpeakerKind.ORGANIZATION,
            confidence=0.82,
            lemma="according to",
            cue_class=CueClass.STATEMENT,
            negated=True,
            hedged=True,
        ),
    ),
)

LEAFLET = MadeArticle(
    name="leaflet",
    outlet="",
    published=None,
    paragraphs=(
        "What a leaflet on the second pipeline says that nobody has put a date to",
        "The leaflet was found in the archive of the valley. It tells first of the weather, of the "
        "snow that lay on the pass until May, of the two bridges that the spring took away and of "
        "the mill that has stood still since; then of the price of hay, which no farmer there can "
        "pay, and of the school, which has eleven children and a stove. Only then does it come to "
        "the pipeline. “Nobody has asked the valley,” said Anna Feld, an adviser to the Energy "
        "Forum. It ends with the hours of the ferry.",
    ),
    claims=(
        MadeClaim(
            "“Nobody has asked the valley,”",
            "said",
            "Anna Feld",
            "Anna Feld",
            role="adviser",
            organization="Energy Forum",
            affiliation="an adviser to the Energy Forum",
        ),
    ),
)
"""An article of which neither outlet nor date is known, its claim far down in its paragraph."""

BORDER = MadeArticle(
    name="border-town",
    outlet="Harbour Post",
    published=date(2024, 1, 9),
    paragraphs=(
        "A border town waits for trains",
        "Freight through the crossing doubled last year, officials said on Monday.",
        "“A pipeline is a contract, and nobody wants to sign in a hurry,” Ilya Morozov, now the "
        "director of the Eastern Rail Centre, told the Harbour Post.",
        "Officials insisted that the yard would open in spring.",
    ),
    claims=(
        MadeClaim("Freight through the crossing doubled last year", "said", "officials", "",
             ClaimType.INDIRECT, confidence=0.55),
        MadeClaim(
            "“A pipeline is a contract, and nobody wants to sign in a hurry,”",
            "told",
            "Ilya Morozov",
            "Ilya Morozov",
            role="director",
            organization="Eastern Rail Centre",
            affiliation="the director of the Eastern Rail Centre",
        ),
        MadeClaim("that the yard would open in spring", "insisted", "Officials", "officials",
             ClaimType.INDIRECT, kind=SpeakerKind.GROUP, confidence=0.78, lemma="insist",
             cue_class=CueClass.BELIEF, prediction=True),
    ),
)  # fmt: skip

ARTICLES = (PIPELINE, BORDER)
