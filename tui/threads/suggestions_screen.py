"""Suggested relations of all claims that a query finds, one after the other, to be judged."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual.binding import BindingType

from claims.relation import Relation, RelationState
from db.analysis.relations import RelationRow, list_relations
from db.query.model import ClaimQuery
from tui.compare.claim_column import ClaimColumn
from tui.core import queries
from tui.core.background import in_background
from tui.core.page_cache import ArticlePages
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.text.command_line import filter_options
from tui.text.words import counted
from tui.threads.relation_entries import pair_entries
from tui.threads.relation_judging import RelationJudgingScreen

MOST: Final = 500
"""Relations that are listed at once; more follow as these are judged."""

_ALL: Final = "all"


class SuggestionsScreen(RelationJudgingScreen):
    """Relations of claims, the surest first; what is judged makes room for the next.

    Args:
        pages: Where articles are read from.
        query: Which claims one of the two must be among.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.SUGGESTIONS_SCREEN
    EXPECTED = RelationJudgingScreen.EXPECTED | {"suggestions"}

    def __init__(self, pages: ArticlePages, query: ClaimQuery) -> None:
        column = ClaimColumn(id="suggestions")
        column.border_title = "Who repeats, agrees with, denies or updates whom: a right, x wrong"
        asked = queries.in_time(query)
        super().__init__(pages, f"Suggested relations of {queries.scope(asked)}", column)
        self._query = replace(query, sort="published", descending=False, limit=None)
        self._kind: Relation | None = None
        self.shown_command = self._command

    @property
    def claims_asked(self) -> ClaimQuery:
        return self._query

    @property
    def relation(self) -> RelationRow | None:
        # Both of its claims are entries.
        at = self.claims.at // 2
        return self._found[at] if at < len(self._found) else None

    def _read(self) -> None:
        states = tuple(RelationState) if self._with_all else (RelationState.SUGGESTED,)
        kinds = () if self._kind is None else (self._kind,)
        query = replace(self._query, limit=MOST)
        asked = partial(list_relations, self._engine, query, kinds, states)
        in_background(self, "suggestions", asked, self._show, failed=self._byline.say)

    def _show(self, found: list[RelationRow]) -> None:
        # What is judged goes, and the next one comes to its place: on its first claim.
        at = self.claims.at // 2 * 2
        self._found = found
        self._byline.say(self._in_words(found))
        self.claims.fill([*pair_entries(found)], at)

    def _in_words(self, found: list[RelationRow]) -> str:
        of_kind = "" if self._kind is None else f" “{self._kind.value}”"
        what = "relation" if self._with_all else "suggestion"
        if not found:
            return f"No {what}{of_kind} is left here."
        more = "the first " if len(found) == MOST else ""
        return f"{more}{counted(len(found), what)}{of_kind}"

    def _command(self) -> list[str]:
        kind = [] if self._kind is None else ["--relation", self._kind.value]
        states = tuple(RelationState) if self._with_all else (RelationState.SUGGESTED,)
        asked = [word for state in states for word in ("--state", state.value)]
        return ["relations", *filter_options(self._query), *kind, *asked]

    # Actions

    def action_kind(self) -> None:
        """Choose which relations are listed."""

        def choose(key: str | None) -> None:
            if key is not None:
                self._kind = None if key == _ALL else Relation(key)
                self.claims.at = 0
                self._read()

        offered = [one for one in Relation if one is not Relation.CONTRADICTS]
        options = [(_ALL, "all"), *((one.value, one.value) for one in offered)]
        picked = _ALL if self._kind is None else self._kind.value
        self.app.push_screen(PickScreen("Which relations", options, picked), choose)

    def action_suggestions(self) -> None:
        """They are shown."""
