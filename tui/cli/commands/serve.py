"""``claims serve``: the full-screen app in a web browser."""

from __future__ import annotations

import errno
import importlib.util
import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from claims.system_error import system_reason
from db.query.model import NEWEST_FIRST
from tui.cli.options.common import db_option, fresh_option
from tui.cli.options.filters import app_filters, given_query
from tui.io.errors import CommandFailed
from tui.io.exits import ExitCode
from tui.io.streams import tell
from tui.session.archive import open_for_app, open_to_read
from tui.web.hosts import host_name, is_loopback

if TYPE_CHECKING:
    from db.query.model import ClaimQuery
    from tui.web.limits import VisitorLimits

EPILOG: Final = """\b
Examples:
  claims serve
  claims serve --port 8080 --db news.db
  claims serve --host 0.0.0.0 --allow-host news.example
  claims serve --read-only
  claims serve --allow-host news.example --user-header X-Remote-User
"""


class HostName(click.ParamType[str]):
    """The name or address of a host, without a port."""

    name = "host"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        written = str(value).strip()
        try:
            host_name(written)
        except ValueError:
            self.fail(f"{written!r} is not the name or address of a host.", param, ctx)
        return written.removeprefix("[").removesuffix("]")


class HeaderName(click.ParamType[str]):
    """The name of a header of HTTP."""

    name = "header"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"[A-Za-z0-9-]+", str(value)):
            self.fail(f"{value!r} is not the name of a header.", param, ctx)
        return str(value)


@click.command("serve", epilog=EPILOG)
@click.option(
    "--host",
    metavar="ADDRESS",
    type=HostName(),
    default="127.0.0.1",
    show_default=True,
    help="The address to serve on; any other than this machine's own lets others in, without a "
    "password.",
)
@click.option(
    "--allow-host",
    "allowed",
    metavar="NAME",
    type=HostName(),
    multiple=True,
    help="A host name that browsers may reach this server by, besides its address and those of "
    "this machine; repeat for several.",
)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port to serve on.",
)
@click.option("--read-only", is_flag=True, help="Nobody can change anything in the database.")
@click.option(
    "--user-header",
    metavar="NAME",
    type=HeaderName(),
    help="The header in which a proxy that signs people in names them, as in X-Remote-User; "
    "their reviews are made in that name, and requests without it are refused.",
)
@click.option(
    "--visitors",
    metavar="N",
    type=click.IntRange(1, 1000),
    default=16,
    show_default=True,
    help="How many visitors there may be at once.",
)
@click.option(
    "--idle",
    metavar="MINUTES",
    type=click.FloatRange(0, min_open=True),
    default=60,
    show_default=True,
    help="How long a visitor may do nothing before the app is ended.",
)
@app_filters
@fresh_option
@db_option
def command(
    host: str,
    allowed: tuple[str, ...],
    port: int,
    read_only: bool,
    user_header: str | None,
    visitors: int,
    idle: float,
    query: ClaimQuery,
    fresh: bool,
    db: str | None,
) -> None:
    """Show the app in a web browser on this machine.

    It runs until ctrl+c. Each browser tab gets the app for itself, on the claims that match the
    filters, and exports go to the browser. There is no password: whoever reaches the
    address can read the database and review claims in it as you, which is why it is served to
    this machine only unless you say otherwise. Pages of other sites cannot use it: it answers
    only to its own names: its address, and those that --allow-host adds.

    Several people can use it through a proxy that signs them in and names them in a header, given
    with --user-header. If others are let in (by that, --host, --allow-host or --read-only), each
    visitor begins afresh, and sees nothing of how others left the app.
    """
    if importlib.util.find_spec("textual_serve") is None:
        hint = "serving needs textual-serve; install it with: pip install 'claims[web]'"
        raise CommandFailed(hint, ExitCode.FAILURE)
    from tui.web.limits import VisitorLimits

    several = user_header or allowed or read_only or not is_loopback(host)
    serve(
        host,
        port,
        given_query(query),
        db,
        begin="apart" if several else "fresh" if fresh else "restored",
        allowed=allowed,
        read_only=read_only,
        user_header=user_header,
        limits=VisitorLimits(visitors, idle),
    )


def serve(
    host: str,
    port: int,
    query: ClaimQuery | None,
    db: str | None,
    *,
    begin: str,
    allowed: Sequence[str] = (),
    read_only: bool = False,
    user_header: str | None = None,
    limits: VisitorLimits | None = None,
) -> None:
    """Serve the app until interrupted.

    Args:
        host: The address to serve on.
        port: The port.
        query: What every visitor sees first; if None, what was shown last.
        db: The database.
        begin: How the app begins for a visitor, as ``tui.web.visitor`` has it.
        allowed: Further names that it answers to.
        read_only: Nobody can change anything.
        user_header: The header in which a proxy says who is signed in.
        limits: How many visitors there may be, and what each may take.

    Raises:
        ArchiveError: The archive cannot be opened.
        CommandFailed: The address cannot be had.
    """
    from db.connection.engine import database_url
    from tui.session.logs import start_log
    from tui.web.server import ClaimsServer

    url = database_url(db)
    # What is wrong with the archive is told here, not to every visitor.
    (open_to_read(url) if read_only else open_for_app(url)).dispose()
    start_log()
    # Visitors' processes take the database from here: a password has no place among arguments.
    os.environ |= {"CLAIMS_DB": url, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    command = [sys.executable, "-m", "tui.web.visitor", begin]
    command.append("reading" if read_only else "writing")
    if query is not None:
        command.append(query.to_filter(NEWEST_FIRST))
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if not is_loopback(host):
        can = "read this database" if read_only else _can(user_header)
        tell(
            f"WARNING: {place} is open to other machines; whoever reaches it can {can}, without a "
            "password"
        )
        names = ", ".join(["its addresses", "localhost", *allowed])
        tell(f"it answers to {names}; --allow-host NAME has it answer to another name too")
    server = ClaimsServer(
        command,
        host,
        port,
        lambda: tell(f"serving on http://{place}/ until ctrl+c"),
        allowed,
        user_header=user_header,
        limits=limits,
    )
    try:
        server.run()
    except OSError as error:
        in_use = "the port is in use; --port chooses another"
        reason = in_use if _in_use(error) else system_reason(error)
        raise CommandFailed(f"{place}: {reason}", ExitCode.FAILURE) from error


def _can(user_header: str | None) -> str:
    """What whoever reaches the server can do, unless a proxy stands before it."""
    whom = f"as anybody by {user_header}" if user_header else "as you"
    return f"read this database and review claims {whom}"


def _in_use(error: OSError) -> bool:
    return error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", None))
