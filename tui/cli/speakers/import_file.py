"""``claims speakers import``: known people and organizations from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from tui.cli.options.common import by_option, db_option
from tui.io.streams import data_output, one_line
from tui.session.user_name import user_name
from tui.text.words import counted

EPILOG: Final = """\b
A CSV file has a header with some of these columns, of which only name is required:
  kind, name, aliases, wikidata, role, organization, since, until, parent
kind is person (the default) or organization; aliases are separated by ";". A person with
several affiliations has several rows. A JSON file is a list of objects with kind, name, aliases
(a list), wikidata or identifiers, affiliations (a list of objects with role, organization, since
and until) and parent. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
"""


@click.command("import", epilog=EPILOG)
@click.argument("path", type=click.Path(path_type=Path))
@by_option
@db_option
def command(path: Path, by: str | None, db: str | None) -> None:
    """Load known people and organizations from PATH, a .csv or .json file.

    Names, aliases, ids and affiliations improve linking. Loading a file again adds what is new in
    it; undoing the act takes it back. Your own decisions take
    precedence over a file's.
    """
    from claims.identity.authority import read_authority
    from db.archive import open_archive
    from db.identity.authority import import_authority

    known = read_authority(path)
    done = import_authority(open_archive(db), known, path.name, user_name(by))
    lines = [
        f"read {counted(len(known), 'speaker')}",
        f"{counted(done.entities, 'new id')}",
        f"{counted(done.aliases, 'new alias')}",
        f"{counted(done.affiliations, 'new affiliation')}",
    ]
    if done.refused:
        lines.append(f"{counted(done.refused, 'alias')} judged to be somebody else's")
    undoing = f" (undo with 'claims speakers undo {done.act}')" if done.act else ""
    data_output().write(one_line(", ".join(lines)) + undoing + "\n")
