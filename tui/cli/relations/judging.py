"""What the subcommands that judge relations have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.options.acts import tell_done
from tui.session.archive import open_existing
from tui.session.user_name import user_name

if TYPE_CHECKING:
    from claims.relation import RelationState


def judge(left: str, right: str, state: RelationState, by: str | None, db: str | None) -> None:
    """Judge the relation of two claims, and say what was done and how to undo it.

    Raises:
        QueryError: No relation of the two is suggested.
        ArchiveError: The database failed.
    """
    from db.comparison.relations.judgements import judge_relation

    done = judge_relation(open_existing(db), left, right, state, user_name(by))
    tell_done(done, "relations")
