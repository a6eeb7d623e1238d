"""When somebody was last on a database: each person has visits of their own."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL

from tui.session.state import file_stem, read_state, write_state


@dataclass(frozen=True, slots=True)
class VisitState:
    """When a database was visited last.

    Args:
        began: From when on articles are new to whoever was there, in UTC, as ISO 8601 has it; None
            before the first visit.
    """

    began: str | None = None


class Visits:
    """Reads and writes when a person was last on a database; writing never fails.

    Args:
        folder: Where state is kept.
        database: What is visited.
        person: Who visits it, by the name that reviews are made in: several people may share a
            login, and all who sign in to a server share its.
        archive: Which archive is there, as far as that is known: one that takes its place was not
            visited.
    """

    def __init__(
        self, folder: Path, database: URL, person: str, archive: str | None = None
    ) -> None:
        self._archive = archive
        name = hashlib.sha256(person.encode()).hexdigest()[:12]
        self.file = folder / "visits" / f"{file_stem(database)}-{name}.json"

    def last(self) -> datetime | None:
        """From when on articles are new since the last visit; None before the first.

        Raises:
            StateError: The file is broken.
        """
        began = read_state(self.file, VisitState, self._archive).began
        try:
            return None if began is None else datetime.fromisoformat(began)
        except ValueError:
            return None

    def keep(self, began: datetime) -> None:
        """Keep from when on articles are new after a visit."""
        write_state(self.file, asdict(VisitState(began.isoformat())), self._archive)
