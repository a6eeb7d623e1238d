"""What controllers need of the screen that owns them, and reading for them in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.message import Message
from textual.notifications import SeverityLevel

from db.connection.cancel import Cancelled
from db.connection.engine import ArchiveError
from db.query.model import QueryError
from db.review.corrections import ReviewError
from tui.core.claim_screen import ClaimScreen

Read = TypeVar("Read")


class Host(Protocol):
    """A screen, as far as the controllers that it owns use it."""

    @property
    def app(self) -> App[Any]:
        """The running app."""

    def run_worker(
        self,
        work: Callable[[], None],
        *,
        group: str,
        exit_on_error: bool = True,
        exclusive: bool = False,
        thread: bool = False,
    ) -> object:
        """Have work done, here in a thread."""

    def call_later(self, callback: Callable[..., object], *args: Any) -> bool:
        """Call a function on the screen's own thread, from whichever."""

    def post_message(self, message: Message) -> bool:
        """Send the screen a message, from whichever thread."""

    def notify(
        self,
        message: str,
        *,
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something in a toast."""


def in_background(
    screen: Host,
    group: str,
    read: Callable[[], Read],
    then: Callable[[Read], object] = lambda _: None,
    *,
    failed: Callable[[str], object] | None = None,
    exclusive: bool = True,
) -> None:
    """Do something in a thread and hand what it gives to the screen; tell there if it fails.

    Args:
        screen: Whose work it is.
        group: Of its workers, by which keys wait for it.
        read: What is done.
        then: Called with what it gave, on the screen's own thread; not if it was cancelled.
        failed: Called with the reason in place of a toast where it fails.
        exclusive: Whether it takes the place of what is under way in the group.
    """
    work = partial(_read, screen, read, then, failed)
    screen.run_worker(work, group=group, exclusive=exclusive, thread=True)


def do_in_background(
    screen: Host, group: str, act: Callable[[], Read], then: Callable[[Read], object]
) -> None:
    """Like `in_background`, for what changes the archive: it is done, and told where it fails, also
    where the screen is left meanwhile, and takes no other's place.
    """
    app = screen.app

    def tell(problem: str) -> None:
        if screen in app.screen_stack:
            screen.post_message(ClaimScreen.Failed(problem))
        else:
            app.notify(problem, severity="error", markup=False)

    def work() -> None:
        try:
            done = act()
        except (ArchiveError, QueryError, ReviewError) as error:
            app.call_later(tell, str(error))
        else:
            screen.call_later(then, done)

    # By the app: what a screen has not begun is cancelled when it is left.
    app.run_worker(work, group=group, thread=True)


def _read(
    screen: Host,
    read: Callable[[], Read],
    then: Callable[[Read], object],
    failed: Callable[[str], object] | None,
) -> None:
    try:
        found = read()
    except Cancelled:
        return
    except (ArchiveError, QueryError, ReviewError) as error:
        if failed is None:
            screen.post_message(ClaimScreen.Failed(str(error)))
        else:
            screen.call_later(failed, str(error))
    else:
        screen.call_later(then, found)
