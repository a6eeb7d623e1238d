"""What threads are called: as a person said, else by the content that is most typical of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, and_, bindparam, case, select, update
from sqlalchemy.orm import aliased

from claims.claim import SEPARATOR
from claims.language.folding import fold
from claims.review import ReviewState
from db.schema import core as schema
from db.schema.choices import SpanPart
from db.schema.comparison.threads import ClaimMeaning, Thread, ThreadLabel
from db.sql.chunks import chunks
from db.sql.id_list import among_given

_MEMBERS: Final = 100
"""Claims of a thread that are looked at for its label."""

_APART: Final = 3
"""Characters between a cue and a content that stands right behind it: a space, marks."""

# Made once: writing them takes longer than running them for an article.
_GIVEN: Final = select(ThreadLabel.thread_id, ThreadLabel.label).where(
    among_given(ThreadLabel.thread_id), ThreadLabel.retired_at.is_(None)
)
_CUE: Final = aliased(schema.ClaimSpan)
_CONTENT: Final = aliased(schema.ClaimSpan)
_FOLLOWS: Final = and_(
    _CONTENT.claim_id == schema.Claim.id,
    _CONTENT.part == SpanPart.CONTENT.value,
    _CONTENT.ordinal == 0,
    _CONTENT.start - _CUE.end <= _APART,
    _CONTENT.start > _CUE.end,
)
"""A content stands right behind its cue."""
_CONTENTS: Final = (
    select(
        *(ClaimMeaning.thread_id, schema.Claim.id, schema.Claim.content, schema.Claim.cue),
        case((_CONTENT.claim_id.is_not(None), schema.Claim.cue_lemma), else_=None),
    )
    .join(schema.Claim, schema.Claim.id == ClaimMeaning.claim_id)
    .join(Thread, Thread.id == ClaimMeaning.thread_id)
    .outerjoin(
        _CUE,
        and_(
            _CUE.claim_id == schema.Claim.id,
            _CUE.part == SpanPart.CUE.value,
            _CUE.ordinal == 0,
        ),
    )
    .outerjoin(_CONTENT, _FOLLOWS)
    .where(
        among_given(Thread.id),
        schema.Claim.current,
        schema.Claim.review != ReviewState.REJECTED.value,
    )
    .order_by(schema.Claim.id)
)
_CALLED: Final = update(Thread).where(Thread.__table__.c.id == bindparam("ident"))


def relabel(connection: Connection, threads: Collection[int]) -> None:
    """Call threads what they are now.

    Args:
        connection: In a transaction that writes.
        threads: Their numbers.
    """
    for chunk in chunks(sorted(threads)):
        given = {row[0]: row[1] for row in connection.execute(_GIVEN, {"ids": chunk})}
        made = _made(connection, [one for one in chunk if one not in given])
        rows = [
            {
                "ident": one,
                "label": called,
                "label_key": None if called is None else fold(called),
                "labelled": one in given,
            }
            for one in chunk
            for called in [given.get(one, made.get(one))]
        ]
        connection.execute(_CALLED, rows)


def relabel_those_of(connection: Connection, claims: Collection[int]) -> None:
    """Call the threads of some claims what they are now, those with others in them.

    Args:
        connection: In a transaction that writes.
        claims: Their numbers.
    """
    table = ClaimMeaning
    several = aliased(table)
    for chunk in chunks(sorted(claims)):
        found = connection.scalars(
            select(table.thread_id)
            .distinct()
            .where(
                table.claim_id.in_(chunk),
                select(several.claim_id)
                .where(several.thread_id == table.thread_id, several.claim_id != table.claim_id)
                .exists(),
            )
        ).all()
        relabel(connection, [one for one in found if one is not None])


def _made(connection: Connection, threads: Collection[int]) -> dict[int, str]:
    """Labels of those that have several claims."""
    contents: dict[int, dict[int, tuple[str, str, str]]] = defaultdict(dict)
    for thread, number, content, cue, lemma in connection.execute(
        _CONTENTS, {"ids": sorted(threads)}
    ):
        assert thread is not None, "it is one of those asked for"
        if len(contents[thread]) < _MEMBERS:
            whole = lemma if lemma and SEPARATOR not in cue else ""
            contents[thread][number] = content, cue.replace(SEPARATOR, " "), whole
    several = {thread: said for thread, said in contents.items() if len(said) > 1}
    if not several:
        return {}
    # Imported late: these compute with numpy, for which the app and most commands would wait.
    from claims.comparison.threads.labels import Worded
    from db.comparison.threads.typical import typical

    worded = {
        thread: {number: Worded(*words) for number, words in said.items()}
        for thread, said in several.items()
    }
    return typical(connection, worded)
