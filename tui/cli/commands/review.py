"""``claims review``: reviewing claims from the command line, one subcommand an action."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from claims.claim import ClaimType, SpeakerKind
from tui.cli.group import HelpfulGroup
from tui.cli.options.common import WORDS, by_option, db_option
from tui.cli.options.correction import Given, correction
from tui.session.archive import open_existing
from tui.session.user_name import user_name
from tui.text.words import reviewed

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.review.actions import Reviewed

EPILOG: Final = """\b
Examples:
  claims review accept c0d2f6b1a9e4c357 --why "heard the recording"
  claims review accept - < checked-ids.txt
  claims review correct c0d2f6b1a9e4c357 --speaker "Mira Okafor" --role mayor
  claims review correct c0d2f6b1a9e4c357 --content "will be too small" --cue 120-127
  claims review tag "to call" c0d2f6b1a9e4c357
  claims review undo
"""

Function = Callable[..., None]

_CONTEXT: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group("review", cls=HelpfulGroup, epilog=EPILOG, context_settings=_CONTEXT)
@db_option
@click.pass_context
def command(ctx: click.Context, db: str | None) -> None:
    """Review claims: accept, reject, correct, note, tag, undo.

    Name claims by their ids: claim_id in exports and in 'claims list --format csv' (or json),
    "claim" in the app; "-" reads ids from standard input, one a line. What was extracted stays
    stored, every change is kept with who made it, when and why ('claims history' shows it), and
    each command is one step to undo.
    """
    ctx.obj = db


def _why(function: Function) -> Function:
    return click.option("--why", metavar="TEXT", help="The reason, kept with the change.")(function)


def _ids(function: Function) -> Function:
    return click.argument("ids", metavar="ID…", nargs=-1, required=True, type=WORDS)(function)


def _action(name: str, help_text: str) -> Callable[[Function], click.Command]:
    """A subcommand of claims; it gets their ids, ``by`` and ``why``."""

    def decorate(function: Function) -> click.Command:
        return command.command(name, help=help_text)(
            by_option(_why(db_option(click.pass_context(function))))
        )

    return decorate


@_action("accept", "Mark claims as right.")
@_ids
def accept_command(ctx: click.Context, ids: tuple[str, ...], **given: Any) -> None:
    from db.review.actions import accept

    _run(ctx, given, ids, accept)


@_action("reject", "Mark as wrong; rejected claims stay stored but are not shown.")
@_ids
def reject_command(ctx: click.Context, ids: tuple[str, ...], **given: Any) -> None:
    from db.review.actions import reject

    _run(ctx, given, ids, reject)


@_action("reopen", "Take back the verdict on claims and their corrections.")
@_ids
def reopen_command(ctx: click.Context, ids: tuple[str, ...], **given: Any) -> None:
    from db.review.actions import reopen

    _run(ctx, given, ids, reopen)


@_action("note", 'Set the note of claims; an empty one ("") takes it away.')
@click.argument("text", metavar="TEXT")
@_ids
def note_command(ctx: click.Context, text: str, ids: tuple[str, ...], **given: Any) -> None:
    from db.review.actions import note

    _run(ctx, given, ids, lambda engine, numbers, by, why: note(engine, numbers, text, by, why))


@_action("tag", "Add a tag to claims, or several with commas between.")
@click.argument("tags", metavar="TAG")
@_ids
def tag_command(ctx: click.Context, tags: str, ids: tuple[str, ...], **given: Any) -> None:
    from db.review.actions import tag

    several = tags.split(",")
    _run(ctx, given, ids, lambda engine, numbers, by, why: tag(engine, numbers, several, by, why))


@_action("untag", "Take a tag off claims, or several with commas between.")
@click.argument("tags", metavar="TAG")
@_ids
def untag_command(ctx: click.Context, tags: str, ids: tuple[str, ...], **given: Any) -> None:
    from db.review.actions import untag

    several = tags.split(",")
    _run(ctx, given, ids, lambda engine, numbers, by, why: untag(engine, numbers, several, by, why))


_PIECE: Final = 'Words of the article, or places in its text such as "120-164".'


@_action(
    "correct",
    "Correct claims; what is not given stays as it is.",
)
@_ids
@click.option(
    "--content",
    multiple=True,
    metavar="PIECE",
    help=f"What is claimed; repeat for pieces. {_PIECE}",
)
@click.option("--cue", multiple=True, metavar="PIECE", help=f"The attributing words. {_PIECE}")
@click.option("--no-cue", is_flag=True, help="There is no cue.")
@click.option("--source", multiple=True, metavar="PIECE", help=f"Who is said to say it. {_PIECE}")
@click.option("--no-source", is_flag=True, help="There is no source.")
@click.option(
    "--type",
    "kind_of_claim",
    type=click.Choice([kind.value for kind in ClaimType]),
    help="How much of the content is quoted.",
)
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Who speaks, in full; repeat for several. Who is named in the article comes with the "
    "affiliations stated there.",
)
@click.option("--no-speaker", is_flag=True, help="It is not known who speaks.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in SpeakerKind]),
    help="What the speakers are.",
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="TEXT",
    help='Role of the speaker, as the article states it ("" for none); with "former " before it, a '
    "past one. Repeat it for several, in line with --organization.",
)
@click.option(
    "--organization",
    "organizations",
    multiple=True,
    metavar="TEXT",
    help='Organization of the speaker ("" for none), in line with --role.',
)
@click.option(
    "--no-affiliation",
    is_flag=True,
    help="The article states neither role nor organization.",
)
def correct_command(ctx: click.Context, ids: tuple[str, ...], **given: Any) -> None:
    from db.review.actions import correct

    wanted = Given(
        content=given.pop("content"),
        cue=given.pop("cue"),
        no_cue=given.pop("no_cue"),
        source=given.pop("source"),
        no_source=given.pop("no_source"),
        type=given.pop("kind_of_claim"),
        speakers=given.pop("speakers"),
        no_speaker=given.pop("no_speaker"),
        kind=given.pop("kind"),
        roles=given.pop("roles"),
        organizations=given.pop("organizations"),
        no_affiliation=given.pop("no_affiliation"),
    )

    def act(engine: Engine, numbers: list[int], by: str, why: str | None) -> Reviewed:
        return correct(engine, numbers, correction(engine, numbers, wanted), by, why)

    _run(ctx, given, ids, act)


_STEPS: Final = click.option(
    "--steps",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many.",
)


@_action("undo", "Undo your last step, on all claims that it was about.")
@_STEPS
def undo_command(ctx: click.Context, steps: int, **given: Any) -> None:
    from db.review.actions import undo

    for _ in range(steps):
        _run(ctx, dict(given), None, lambda engine, _, by, why: undo(engine, by, why))


@_action("redo", "Redo what you last undid.")
@_STEPS
def redo_command(ctx: click.Context, steps: int, **given: Any) -> None:
    from db.review.actions import redo

    for _ in range(steps):
        _run(ctx, dict(given), None, lambda engine, _, by, why: redo(engine, by, why))


Act = Callable[["Engine", list[int], str, str | None], "Reviewed"]


def _run(ctx: click.Context, given: dict[str, Any], ids: tuple[str, ...] | None, act: Act) -> None:
    """Open the archive, find the claims, act on them and say what was done."""
    from db.review.actions import claim_numbers

    engine = open_existing(given["db"] or ctx.obj)
    numbers = [] if ids is None else claim_numbers(engine, read_ids(ids))
    done = act(engine, numbers, user_name(given["by"]), given["why"])
    click.echo(reviewed(done.action.value, len(done.ids), undone=done.undone, redone=done.redone))


def read_ids(given: tuple[str, ...]) -> list[str]:
    """The ids given, with those of standard input in the place of "-".

    Raises:
        click.UsageError: Standard input holds none.
    """
    found: list[str] = []
    for one in given:
        found += sys.stdin.read().split() if one == "-" else [one]
    if not found:
        raise click.UsageError("no ids came from standard input")
    return found
