"""`Field`: all that is known of one filter, as plain data and small functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any, Final, TypeVar

Value = TypeVar("Value")

_METADATA: Final = "filter"


class Part(StrEnum):
    """What a condition is about; each has a module of ``db.query.conditions``."""

    CLAIM = "claim"
    ARTICLE = "article"
    SPEAKER = "speaker"


class ValueForm(Enum):
    """How values are given."""

    ONE = "one value"
    SEVERAL = "values of which any is enough"
    NAMES = "names of which any is enough"
    EITHER = "yes, no or all the same"
    SWITCH = "on or off"


@dataclass(frozen=True, slots=True)
class Option:
    """A filter as an option of the command line.

    Args:
        flag: With its dashes.
        help: What ``--help`` says.
        metavar: What stands for a value; empty where the values themselves do.
        names: What names of the archive complete it, a member of `db.query.vocabulary.Named`.
        shared: Whether every command with filters has it; the order and limit of rows that sum
            claims up are each command's own.
    """

    flag: str
    help: str
    metavar: str = ""
    names: str = ""
    shared: bool = True


@dataclass(frozen=True, slots=True)
class Field:
    """One filter.

    Args:
        key: In the filter line; of a flag, the key that asks for it.
        form: How values are given.
        option: On the command line.
        keeps: Which claims it keeps, for the table of filters: continues "keeps claims …".
        read: One value from text; raises QueryError.
        write: The text that ``read`` reads.
        check: Raises QueryError for a value, given what to call it, that nothing compares with.
        aliases: Other keys that mean the same.
        written: How the table of filters writes it in a line; empty for ``key:``.
        in_words: In words, given a query that sets it; empty words are left out.
        sentence_order: Where in the sentence, the lowest first.
        part: What its condition is about; None if it has none of its own.
        column: Of a claim, that holds the value: no function need be written for its condition
            and its facet. Without it, the function by its name in the module of its part.
        choices: All values that there are.
        suggested: Values to complete with, if not ``choices``.
        known_as: The key of the archive's names to complete with; empty for its own.
        by_year: Months to complete with are offered by year first.
        facet: Title of the pane that counts its values; empty if there is none.
        name: Of the attribute of a query; filled in by `described`.
        default: What the attribute is where nothing is asked; filled in by `described`.
    """

    key: str
    form: ValueForm
    option: Option
    keeps: str
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    check: Callable[[str, Any], None] | None = None
    aliases: tuple[str, ...] = ()
    written: str = ""
    in_words: Callable[[Any], str] | None = None
    sentence_order: int = 0
    part: Part | None = None
    column: str = ""
    choices: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    known_as: str = ""
    by_year: bool = False
    facet: str = ""
    name: str = ""
    default: Any = None

    @property
    def several(self) -> bool:
        """Whether a query holds a tuple of values."""
        return self.form in (ValueForm.SEVERAL, ValueForm.NAMES)

    def values(self, query: object) -> tuple[Any, ...]:
        """What a `ClaimQuery` asks of it; empty for nothing."""
        value = getattr(query, self.name)
        if value == self.default:
            return ()
        return tuple(value) if self.several else (value,)


def described(default: Value, by: Field) -> Value:
    """The attribute of a query that a filter is about.

    Args:
        default: Its value where nothing is asked.
        by: The filter, without name and default.
    """
    attribute: Value = field(default=default, metadata={_METADATA: by})
    return attribute


def description(metadata: Any) -> Field | None:
    """The filter that an attribute was `described` by; None for any other."""
    found: Field | None = metadata.get(_METADATA)
    return found
