"""Filters by who says it and how: attributes of a query, each with what describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.claim import ClaimType, CueClass, SpeakerKind
from db.query.fields import values as v
from db.query.fields.field import Field, Option, Part, ValueForm, described
from db.query.fields.wording import CLASSES, KINDS, either, in_quotes, labels
from db.query.grammar import EVER, IS, NOT, ORG

_TIMES: Final = "may be repeated."


def _flag(name: str, help_: str, keeps: str, word: str) -> Field:
    """What the words of a claim are or are not."""
    return Field(
        key=IS,
        form=ValueForm.EITHER,
        option=Option(f"--{name}/--no-{name}", help_),
        keeps=keeps,
        written=f"`{IS}:{name}`, `{NOT}:{name}`",
        in_words=lambda query: word if getattr(query, name) else f"not {word}",
        sentence_order=60,
        part=Part.CLAIM,
        column=name,
    )


@dataclass(frozen=True)
class AttributionFilters:
    """What a query asks of speakers, articles, outlets and cues; `ClaimQuery` says more."""

    speakers: tuple[str, ...] = described(
        (),
        Field(
            key="speaker",
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option(
                "--speaker",
                "Only claims by this speaker, by name, alias or id; " + _TIMES,
                "TEXT",
                names="speaker",
            ),
            keeps="by a speaker of that name, alias or id; repeat for several",
            in_words=lambda query: f"by {labels(query.speakers)}",
            sentence_order=10,
            part=Part.SPEAKER,
            facet="Speakers",
        ),
    )
    organizations: tuple[str, ...] = described(
        (),
        Field(
            key=ORG,
            aliases=("organization", "organisation"),
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option(
                "--organization",
                "Only claims by speakers of this organization, by name or id, as the claim's "
                "article states it; its parts count. May be repeated.",
                "TEXT",
                names="organization",
            ),
            keeps="by speakers of that organization or a part of it (name or id), as the claim's "
            "own article states it; repeat for several",
            in_words=lambda query: (
                f"{'ever of' if query.ever else 'speaking for'} {labels(query.organizations)}"
            ),
            sentence_order=30,
            part=Part.SPEAKER,
            facet="Organizations",
        ),
    )
    ever: bool = described(
        False,
        Field(
            key=EVER,
            form=ValueForm.SWITCH,
            option=Option(
                "--ever", "With --organization: as stated in any article, not only the claim's own."
            ),
            keeps="with `--organization`: by speakers who belonged to it in any article",
            known_as=ORG,
        ),
    )
    articles: tuple[str, ...] = described(
        (),
        Field(
            key="article",
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option(
                "--article",
                "Only claims in this article, by title, path or id; " + _TIMES,
                "TEXT",
                names="article",
            ),
            keeps="in that article, by words of its title, its file name or its id; repeat for "
            "several",
            in_words=lambda query: f"in article {labels(query.articles)}",
            sentence_order=120,
            part=Part.ARTICLE,
            facet="Articles",
        ),
    )
    stories: tuple[str, ...] = described(
        (),
        Field(
            key="story",
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option(
                "--story",
                "Only claims in this story, the articles that are copies of one text, by its id or "
                "by any of the articles; " + _TIMES,
                "TEXT",
                names="article",
            ),
            keeps="in that story, the articles that are copies of one text, by its id or by any of "
            "the articles; repeat for several",
            in_words=lambda query: f"in the story {labels(query.stories)}",
            sentence_order=122,
            part=Part.ARTICLE,
            known_as="article",
        ),
    )
    copy: bool | None = described(
        None,
        Field(
            key=IS,
            form=ValueForm.EITHER,
            option=Option(
                "--copy/--no-copy",
                "Only claims in articles that are copies of an earlier one, or only in others.",
            ),
            keeps="in articles that are copies of an earlier one, or only in others",
            written=f"`{IS}:copy`, `{NOT}:copy`",
            in_words=lambda query: "in copies" if query.copy else "not in copies",
            sentence_order=124,
            part=Part.ARTICLE,
        ),
    )
    outlets: tuple[str, ...] = described(
        (),
        Field(
            key="outlet",
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option(
                "--outlet",
                "Only claims published by this outlet, =NAME by its exact name; " + _TIMES,
                "TEXT",
                names="outlet",
            ),
            keeps="published by that outlet, `=NAME` by its exact name; repeat for several",
            in_words=lambda query: f"published by {labels(query.outlets)}",
            sentence_order=130,
            part=Part.ARTICLE,
            facet="Outlets",
        ),
    )
    types: tuple[ClaimType, ...] = described(
        (),
        Field(
            key="type",
            form=ValueForm.SEVERAL,
            read=v.one_of("type", ClaimType),
            option=Option("--type", "Only claims quoted in full, in part or not at all; " + _TIMES),
            keeps="that are quoted in full, in part or not at all: `direct`, `mixed`, `indirect`",
            part=Part.CLAIM,
            column="type",
            choices=tuple(ClaimType),
            facet="Types",
        ),
    )
    cue: str | None = described(
        None,
        Field(
            key="cue",
            form=ValueForm.ONE,
            check=v.check_words,
            option=Option(
                "--cue",
                "Only claims with this cue, by words of its base form, such as warn or 'make "
                "clear'.",
                "TEXT",
                names="cue",
            ),
            keeps="whose cue has this base form: `say`, `according to`",
            in_words=lambda query: f"with the cue {in_quotes(query.cue)}",
            sentence_order=50,
            part=Part.CLAIM,
        ),
    )
    cue_classes: tuple[CueClass, ...] = described(
        (),
        Field(
            key="class",
            aliases=("cue-class",),
            form=ValueForm.SEVERAL,
            read=v.one_of("class", CueClass),
            option=Option(
                "--cue-class",
                f"Only claims whose cue is of this kind: {', '.join(CueClass)}; " + _TIMES,
                "CLASS",
            ),
            keeps=f"whose cue reports a {either([f'`{one}`' for one in CueClass])}",
            in_words=lambda query: (
                f"that are {either([CLASSES[one] for one in query.cue_classes])}"
            ),
            sentence_order=40,
            part=Part.CLAIM,
            column="cue_class",
            choices=tuple(CueClass),
            facet="Classes",
        ),
    )
    negated: bool | None = described(
        None,
        _flag(
            "negated",
            "Only what the source is reported not to have said, or only other claims.",
            "that the source is reported *not* to have made, or only others",
            "negated",
        ),
    )
    hedged: bool | None = described(
        None,
        _flag(
            "hedged",
            "Only claims that are softened, or only others.",
            "that are softened, or only others",
            "hedged",
        ),
    )
    prediction: bool | None = described(
        None,
        _flag(
            "prediction",
            "Only claims about the future, or only others.",
            "about the future, or only others",
            "predicting",
        ),
    )
    kinds: tuple[SpeakerKind, ...] = described(
        (),
        Field(
            key="kind",
            form=ValueForm.SEVERAL,
            read=v.one_of("kind", SpeakerKind),
            option=Option("--kind", "Only claims by this kind of speaker; " + _TIMES),
            keeps=f"by a {either([f'`{one}`' for one in SpeakerKind])}",
            in_words=lambda query: f"by {either([KINDS[kind] for kind in query.kinds])}",
            sentence_order=20,
            part=Part.SPEAKER,
            choices=tuple(SpeakerKind),
        ),
    )
