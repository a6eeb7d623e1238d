"""``claims speakers show``: one speaker through time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options import complete
from tui.cli.options.acts import record as act_record
from tui.cli.options.common import WORDS, db_option, format_option
from tui.cli.speakers.suggest import record as suggestion_record
from tui.io.records import affiliation_record, write_json
from tui.io.streams import data_output, one_line
from tui.session.archive import open_to_read
from tui.text.affiliations import appearing, known_in_words, name_in_words, when

if TYPE_CHECKING:
    from db.claims.affiliation_period import AffiliationPeriod
    from db.speakers.page_parts import SpeakerPage

EPILOG: Final = """\b
Examples:
  claims speakers show "Alexander Gabuev"
  claims speakers show gabuev --format json
"""


@click.command("show", epilog=EPILOG)
@click.argument("name", type=WORDS, shell_complete=complete.named("speaker"))
@format_option("text", "json")
@db_option
def command(name: str, form: str, db: str | None) -> None:
    """Show the affiliations of the speaker NAME with dates, articles and evidence, and its names.

    Dates are of the articles that state one; nothing is said about the time between them.
    """
    from db.speakers.page import speaker_page

    page = speaker_page(open_to_read(db), name)
    if form == "json":
        write_json([record(page)], data_output(), lines=True)
        return
    for line in lines(page):
        click.echo(line)


def lines(page: SpeakerPage) -> Iterator[str]:
    """A speaker as lines of text."""
    yield f"{one_line(page.speaker.label)}  {page.kind}  {page.speaker.id}"
    yield appearing(page)
    if page.identifiers:
        yield f"known as {', '.join(page.identifiers)}"
    if page.affiliations:
        yield "\nAffiliations, by the articles that state them"
    for stated in page.affiliations:
        yield f"  {when(stated.first, stated.last)}  {one_line(stated.in_words)}"
        for seen in stated.observations:
            dated = seen.published.as_known or "undated"
            title, words = one_line(seen.article_title), one_line(seen.stated.evidence.words)
            yield f"    {dated}  {seen.article_id}  {title}: “{words}”"
    if page.known:
        yield "\nAffiliations from an authority file"
    for known in page.known:
        yield f"  {one_line(known_in_words(known))}"
    yield "\nNames"
    for name in page.names:
        yield f"  {one_line(name_in_words(name))}"
    for title, related in (("Part of", page.parents), ("Parts", page.parts)):
        if related:
            yield f"\n{title}\n  " + "\n  ".join(map(one_line, related))
    if page.suggestions:
        yield "\nMay be the same"
    for one in page.suggestions:
        other, _ = one.other(page.speaker)
        yield f"  {one.number}  {one.score:.2f}  {one_line(other.label)}: {one_line(one.basis)}"
    if page.acts:
        yield "\nJudged"
    for act in page.acts:
        undone = ", undone" if act.undone else ""
        yield f"  {act.number}  {act.when:%Y-%m-%d}  {act.author}: {one_line(act.what)}{undone}"


def record(page: SpeakerPage) -> dict[str, object]:
    """A speaker as a JSON object."""
    return {
        "speaker_id": page.speaker.id,
        "speaker": page.speaker.label,
        "kind": page.kind,
        "claims": page.claims,
        "articles": page.articles,
        "first": page.first.as_known or None,
        "last": page.last.as_known or None,
        "identifiers": list(page.identifiers),
        "affiliations": [_of_affiliation(stated) for stated in page.affiliations],
        "known_affiliations": [
            {
                "role": known.role,
                "organization": known.organization,
                "since": known.since.as_known or None,
                "until": known.until.as_known or None,
            }
            for known in page.known
        ],
        "names": [
            {
                "name_id": name.ref.id,
                "name": name.ref.label,
                "as_written": list(name.forms),
                "articles": name.articles,
                "why": name.why or None,
                "score": name.score,
                "author": name.author,
            }
            for name in page.names
        ],
        "part_of": list(page.parents),
        "parts": list(page.parts),
        "suggestions": [suggestion_record(one) for one in page.suggestions],
        "acts": [act_record(act) for act in page.acts],
    }


def _of_affiliation(stated: AffiliationPeriod) -> dict[str, object]:
    """An affiliation with the articles that state it."""
    return affiliation_record(stated) | {
        "articles": [
            {
                "article_id": seen.article_id,
                "article_title": seen.article_title,
                "outlet": seen.outlet,
                "published": seen.published.as_known or None,
                "role": seen.stated.role,
                "organization": seen.stated.organization,
                "evidence": seen.stated.evidence.words,
                "start": seen.stated.evidence.start,
            }
            for seen in stated.observations
        ],
    }
