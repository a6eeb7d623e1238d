"""What we need of Textual's private parts does what we need it for, and we need no others.

Where an upgrade of Textual breaks something, this is to fail first: `tui.textual_private` says what
each part is for.
"""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
import io
import os
import signal
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.waiting import until
from tui import textual_private as private

ROOT = Path(__file__).parents[2]
OURS = sorted(path for path in ROOT.glob("tui/**/*.py") if path.name != "textual_private.py")


async def test_what_is_to_be_done_once_is_done_however_late() -> None:
    done: list[str] = []
    async with App[None]().run_test() as pilot:
        # Shorter than it takes to look at the clock twice, as any time is on a busy machine.
        private.ring_once(pilot.app, 1e-9, lambda: done.append("late"))
        await until(pilot, lambda: done == ["late"])


def test_an_unforeseen_error_is_learnt_of_and_nothing_is_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    class Failing(private.EndsQuietly):
        met: Exception | None = None

        def on_unforeseen(self, error: Exception) -> None:
            self.met = error

        def on_mount(self) -> None:
            raise LookupError("what nobody foresaw")

    app = Failing()
    app.run(headless=True)
    assert isinstance(app.met, LookupError)
    assert app.return_code == 1
    shown = capfd.readouterr()
    assert "Traceback" not in shown.out + shown.err
    assert "foresaw" not in shown.out + shown.err


async def test_calls_that_wait_for_the_screen_are_seen() -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        await pilot.pause()
        called: list[bool] = []
        app.screen.refresh()
        app.screen.call_after_refresh(lambda: called.append(True))
        seen = False
        for _ in range(1_000_000):
            seen = seen or private.calls_after_refresh(app.screen)
            if called:
                break
            await asyncio.sleep(0)
        assert called
        assert seen
        assert not private.calls_after_refresh(app.screen)


async def test_all_that_a_driver_sends_goes_by_the_function(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[bytes] = []
    read, write = os.pipe()
    with os.fdopen(read) as stdin, os.fdopen(write, "w"):
        monkeypatch.setattr(sys, "__stdin__", stdin)  # a driver wants one that can be waited for
        driver = WebDriver(App[None]())
    private.write_by(driver, sent.append)
    driver.write("shown")
    driver.write_meta({"type": "exit"})
    assert [message[:1] for message in sent] == [b"D", b"M"]
    assert sent[0].endswith(b"shown")


@pytest.fixture
def same_signals() -> Iterator[None]:
    """Has signals handled afterwards as they were: a driver takes some over."""
    names = ("SIGTSTP", "SIGCONT", "SIGWINCH", "SIGTTOU", "SIGTTIN")
    before = {name: signal.getsignal(getattr(signal, name)) for name in names}
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


@pytest.mark.skipif(sys.platform == "win32", reason="the driver is for other terminals")
@pytest.mark.usefixtures("same_signals")
async def test_a_terminals_driver_writes_through_what_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from textual.drivers.linux_driver import LinuxDriver

    shown = io.StringIO()
    read, write = os.pipe()
    with os.fdopen(read) as stdin, os.fdopen(write, "w"):
        monkeypatch.setattr(sys, "__stdin__", stdin)
        driver = LinuxDriver(App[None]())
        private.write_through(driver, lambda stream: shown)
        driver.start_application_mode()  # type: ignore[no-untyped-call]
        driver.write("shown")
        driver.stop_application_mode()
        driver.close()
    assert "shown" in shown.getvalue()


def test_it_is_known_of_classes_whether_they_inherit_bindings() -> None:
    class Apart(Widget, inherit_bindings=False):
        pass

    class Within(Apart):
        pass

    assert [*map(private.inherits_bindings, (Widget, Apart, Within))] == [True, False, True]


async def test_a_widget_draws_by_the_cache_that_it_is_given() -> None:
    class Lines(private.StylesCache):
        def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
            drawn = super().render_widget(widget, crop)
            assert [strip.text.rstrip() for strip in drawn] == ["theirs"]
            return [Strip.blank(crop.width)]

    class Drawn(Widget):
        DEFAULT_CSS = "Drawn { height: 1; }"

        def render(self) -> str:
            return "theirs"

    widget = Drawn()
    private.draw_by(widget, Lines())
    app = App[None]()
    async with app.run_test() as pilot:
        await app.mount(widget)
        await pilot.pause()
        assert [strip.text.strip() for strip in widget.render_lines(Region(0, 0, 9, 1))] == [""]


async def test_scroll_bars_fit_what_is_to_be_scrolled_over_without_a_layout() -> None:
    class Watched(ScrollView):
        laid_out = 0

        def refresh(
            self,
            *regions: Region,
            repaint: bool = True,
            layout: bool = False,
            recompose: bool = False,
        ) -> Watched:
            self.laid_out += layout
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
            return self

    view = Watched()
    app = App[None]()
    async with app.run_test() as pilot:
        await app.mount(view)
        view.virtual_size = Size(1, 400)
        await until(pilot, lambda: view.vertical_scrollbar.window_virtual_size == 400)
        view.laid_out = 0
        view.set_reactive(ScrollView.virtual_size, Size(1, 500))
        private.update_scrollbars(view)
        assert view.vertical_scrollbar.window_virtual_size == 500
        assert view.laid_out == 0


def imported(tree: ast.Module) -> Iterator[str]:
    """What a module imports of Textual and Rich, as one dotted name each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_theirs(module: str) -> bool:
    return module.partition(".")[0] in ("textual", "rich")


def test_no_private_name_is_imported_or_asked_of_another_object() -> None:
    assert OURS
    for path in OURS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [name for name in imported(tree) if is_theirs(name) and "._" in name]
        own = {*of_itself(tree)}
        asked = [
            ast.unparse(node)
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and is_private(node.attr)
            and ast.unparse(node.value) not in ("os", *ITSELF)
            and node.attr not in own
        ]
        assert named + asked == [], path


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


ITSELF = ("self", "cls", "super()")


def of_itself(tree: ast.AST) -> Iterator[str]:
    """What the classes in a piece of source define, or ask of themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            assigned = (each.targets for each in node.body if isinstance(each, ast.Assign))
            named = (each.target for each in node.body if isinstance(each, ast.AnnAssign))
            yield from map(ast.unparse, [*chain.from_iterable(assigned), *named])
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in ITSELF:
            yield node.attr


@cache
def names_of(kind: type) -> frozenset[str]:
    """The private names that a class defines, or asks of itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    return frozenset(filter(is_private, of_itself(tree)))


def classes() -> Iterator[type]:
    for path in OURS:
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if not module.endswith("__main__"):
            for kind in vars(importlib.import_module(module)).values():
                if inspect.isclass(kind) and kind.__module__ == module:
                    yield kind


def test_no_class_of_ours_uses_or_hides_a_private_name_of_textual() -> None:
    pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")
    shared = {}
    for kind in classes():
        bases = [base for base in kind.__mro__ if is_theirs(base.__module__)]
        theirs = frozenset[str]().union(*map(names_of, bases))
        if both := names_of(kind) & theirs if bases else None:
            shared[kind.__qualname__] = both
    assert shared == {}
