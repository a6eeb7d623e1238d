"""The export dialog: what, where to, in which format; with progress and cancel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter
from typing import BinaryIO, Final

from sqlalchemy import Engine
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import (
    Button,
    Checkbox,
    Input,
    Label,
    ProgressBar,
    RadioButton,
    RadioSet,
    Static,
)

from claims.system_error import system_reason
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import ArchiveError
from db.export import COLUMNS, FORMATS, FORMS, ExportError, Options, Written, export, format_of
from db.export.choosing import ALL_NAME, SHORT, SHORT_NAME
from db.export.dossier.citing import USUAL_STYLE
from db.export.formats import ExportFormat
from db.export.table import MOST_IN_CELL
from db.query.model import ClaimQuery
from tui.browse.export.columns_dialog import FileColumnsScreen
from tui.core import queries
from tui.core.selection import Selected
from tui.dialogs.dialog import Dialog, close_button
from tui.session.column_presets import PresetError, Presets, presets_of
from tui.text import words
from tui.text.file_names import suggested
from tui.widgets.problem_line import ProblemLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.toggles import Choice, Tick

COLUMNS_TOLD: Final = (
    f"Columns: {SHORT_NAME} ({len(SHORT)}), {ALL_NAME} ({len(COLUMNS)}), @preset or names"
)


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """What can be exported: the current view, the marked claims if there are any, and all.

    Args:
        query: Of the view, whose order the file has too.
        in_view: How many claims that are.
        selected: The marked ones.
        total: How many claims the archive has; None if that is not known yet.
    """

    query: ClaimQuery
    in_view: int
    selected: Selected
    total: int | None = None


@dataclass(frozen=True, slots=True)
class _Claims:
    """What is exported: a query or ids, and how many claims that is, if known."""

    query: ClaimQuery | None
    ids: list[int] | None
    number: int | None


class ExportScreen(Dialog[str]):
    """Gives back a sentence on what was written, or None.

    In a browser the file is for whoever sits there: it goes to the browser, not to this machine.
    """

    @dataclass
    class _Progress(Message):
        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, type(self))

    @dataclass
    class _Ended(Message):
        written: Written
        failure: str | None
        made: BinaryIO | None

    def __init__(self, engine: Engine, offer: ExportOffer, folder: Path | None = None) -> None:
        super().__init__()
        self._engine = engine
        self._offer = offer
        self._folder = folder or Path.cwd()
        self.problem = ProblemLine()
        self._cancel = Cancel()
        self._began = 0.0
        self._exporting = False
        self._overwrite: Path | None = None
        self._usual_columns = SHORT_NAME

    @property
    def _presets(self) -> Presets:
        return presets_of(self.app)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="export-dialog") as dialog:
            dialog.border_title = "Export"
            yield Label("To a file that the browser saves" if self.app.is_web else "To file")
            name = suggested(self._offer.query)
            begin = name if self.app.is_web else str(self._folder / name)
            yield SafeInput(begin, id="path", compact=True)
            yield Label("Claims")
            with RadioSet(id="what", compact=True):
                yield from self._amounts()
            yield Label("Format")
            with RadioSet(id="format", compact=True):
                for name, form in FORMS.items():
                    yield Choice(form.brief, value=name == "csv", id=name)
            yield Label(COLUMNS_TOLD)
            with Horizontal(id="columns-line"):
                yield SafeInput(SHORT_NAME, id="columns", compact=True)
                yield Button("Choose", id="choose", compact=True)
            with Horizontal(id="csv-options"):
                yield Tick("CSV verbatim, for programs", id="raw", compact=True)
                yield Tick("CSV for Excel", id="excel", compact=True)
            with Horizontal(id="dossier-options"):
                yield SafeInput(placeholder="Title: as the filter", id="title", compact=True)
                cited = f"Citation style: {USUAL_STYLE}"
                yield SafeInput(placeholder=cited, id="style", compact=True)
            # With no total it would draw itself anew all the time, even unseen.
            yield ProgressBar(total=1, show_eta=False, id="progress")
            yield Static(Content(""), id="rate")
            yield self.problem
            with Horizontal(classes="buttons"):
                yield Button("Export", variant="primary", id="go", compact=True)
                yield close_button()

    def _amounts(self) -> ComposeResult:
        """Which claims may be written, with their number."""
        selected = len(self._offer.selected.ids)
        in_view = words.counted(self._offer.in_view, "claim")
        yield Choice(f"this view, {in_view}", value=not selected, id="view")
        marked = Choice(
            f"marked, {words.counted(selected, 'claim')}{self._offer.selected.outside}",
            value=bool(selected),
            id="marked",
            disabled=not selected,
        )
        marked.display = bool(selected)
        yield marked
        total = self._offer.total
        number = "" if total is None else f", {words.counted(total, 'claim')}"
        hides = "" if self._offer.query.everything else " without what is hidden"
        whole = Choice(f"whole database{hides}{number}", id="all")
        # Where nothing narrows the view, it is the whole database.
        whole.display = self._offer.query.narrows or self._offer.query.limit is not None
        yield whole

    def on_mount(self) -> None:
        self._show_running(False)
        path = self.query_one("#path", Input)
        path.focus()
        path.cursor_position = len(path.value)

    # Choosing

    @property
    def path(self) -> Path:
        return Path(self.query_one("#path", Input).value).expanduser()

    @property
    def chosen_format(self) -> str:
        pressed = self.query_one("#format", RadioSet).pressed_button
        return pressed.id if pressed is not None and pressed.id else FORMATS[0]

    @on(Input.Changed, "#path")
    def _path_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._overwrite = None
        self.problem.tell("")
        suffix = self.path.suffix.removeprefix(".").lower()
        if suffix in FORMATS:
            self.query_one(f"#{format_of(self.path)}", RadioButton).value = True

    @on(RadioSet.Changed, "#format")
    def _format_changed(self, event: RadioSet.Changed) -> None:
        event.stop()
        path = self.query_one("#path", Input)
        name, here = self.chosen_format, Path(path.value)
        if here.suffix.removeprefix(".").lower() in FORMATS:
            path.value = str(here.with_suffix(f".{name}"))
        for option in ("#raw", "#excel"):
            self.query_one(option, Checkbox).disabled = name != "csv"
        form = FORMS[name]
        for part in ("#columns", "#choose"):
            self.query_one(part).disabled = not form.columns
        self._show_options(form)
        self._offer_columns(SHORT_NAME if form.read else ALL_NAME)

    def _show_options(self, form: ExportFormat) -> None:
        """Show what can be said of a dossier, or of CSV."""
        self.query_one("#dossier-options").display = not form.columns
        self.query_one("#csv-options").display = form.columns

    def _offer_columns(self, usual: str) -> None:
        """Have the usual columns of a format, unless somebody named others."""
        columns = self.query_one("#columns", Input)
        if columns.value == self._usual_columns:
            columns.value = usual
        self._usual_columns = usual

    @on(Button.Pressed, "#choose")
    def _choose_columns(self, event: Button.Pressed) -> None:
        event.stop()

        def chosen(names: str | None) -> None:
            if names is not None:
                self.query_one("#columns", Input).value = names
                self.query_one("#path", Input).focus()

        try:
            now = self._presets.columns(self.query_one("#columns", Input).value)
        except PresetError as error:
            self.problem.tell(str(error))
        else:
            self.app.push_screen(FileColumnsScreen(now, self._presets), chosen)

    # Running

    @on(Input.Submitted, "#path, #columns, #title, #style")
    @on(Button.Pressed, "#go")
    def _go(self, event: Message) -> None:
        event.stop()
        if self._exporting:
            return
        path = self.path
        if not path.name or (not self.app.is_web and path.is_dir()):
            self.problem.tell(f"{path}: is a folder; give a file")
            return
        if self.app.is_web and path.name != str(path):
            self.problem.tell("The browser chooses the folder; give a name alone.")
            return
        if not self.app.is_web and path.exists() and self._overwrite != path:
            self._overwrite = path
            self.problem.tell(f"{path.name} exists. Export again to replace it.")
            return
        try:
            options = self._options()
        except PresetError as error:
            self.problem.tell(str(error))
        else:
            self._start(path, options)

    def _options(self) -> Options:
        """How the file is to be written.

        Raises:
            PresetError: A column or preset is named that there is not.
        """
        form = self.chosen_format
        named = self.query_one("#columns", Input).value
        columns = self._presets.columns(named) if FORMS[form].columns else None
        csv = form == "csv"
        return Options(
            columns=None if named.strip() == ALL_NAME else columns,
            raw=csv and self.query_one("#raw", Checkbox).value,
            excel=csv and self.query_one("#excel", Checkbox).value,
            style=self.query_one("#style", Input).value.strip() or USUAL_STYLE,
            title=self.query_one("#title", Input).value.strip() or None,
        )

    def _start(self, path: Path, options: Options) -> None:
        chosen = self._chosen_claims()
        self._exporting = True
        self._cancel = Cancel()
        self._began = perf_counter()
        self.problem.tell("")
        self.query_one("#rate", Static).update(Content("finding the claims… esc cancels"))
        self._show_running(True)
        self.query_one("#progress", ProgressBar).update(total=chosen.number, progress=0)
        self._export(path, self.chosen_format, chosen, self._cancel, options)

    def _chosen_claims(self) -> _Claims:
        offer = self._offer
        if self.query_one("#marked", RadioButton).value:
            return _Claims(None, offer.selected.ids, len(offer.selected.ids))
        if self.query_one("#all", RadioButton).value:
            return _Claims(queries.everything(offer.query), None, offer.total)
        return _Claims(offer.query, None, offer.in_view)

    def _show_running(self, running: bool) -> None:
        """Show how far it is, and that it can be cancelled; or that it can be begun."""
        for part in ("#progress", "#rate"):
            self.query_one(part).display = running
        self._show_options(FORMS[self.chosen_format])
        if running:  # On a small terminal there is room for one of them only.
            self.query_one("#dossier-options").display = False
            self.query_one("#csv-options").display = False
        self.query_one("#go", Button).disabled = running
        self.query_one("#close", Button).label = "Cancel" if running else "Close"

    @work(thread=True, group="export")
    def _export(
        self, path: Path, name: str, chosen: _Claims, cancel: Cancel, options: Options
    ) -> None:
        failure, written = None, Written(0)
        made: BinaryIO | None = None
        try:
            made = TemporaryFile() if self.app.is_web else None  # noqa: SIM115 - it is handed on
            written = export(
                self._engine,
                path if made is None else made,
                name,
                query=chosen.query,
                ids=chosen.ids,
                options=options,
                progress=lambda done, total: void(self.post_message(self._Progress(done, total))),
                cancel=cancel,
            )
        except Cancelled:
            failure = "Cancelled; no file was written."
        except (ArchiveError, ExportError) as error:
            failure = str(error)
        except OSError as error:
            failure = f"{path}: {system_reason(error)}"
        self.post_message(self._Ended(written, failure, made))

    @on(_Progress)
    def _show_progress(self, event: _Progress) -> None:
        event.stop()
        self.query_one("#progress", ProgressBar).update(total=event.total, progress=event.done)
        line = f"{event.done:,} of {words.counted(event.total, 'claim')}"
        rate = speed(event.done, perf_counter() - self._began)
        self.query_one("#rate", Static).update(Content(f"{line} · {rate} · esc cancels"))

    @on(_Ended)
    def _end(self, event: _Ended) -> None:
        event.stop()
        self._exporting = False
        if event.failure is None:
            line = words.counted(event.written.claims, "claim")
            cut = words.counted(event.written.cut, "cell") if event.written.cut else ""
            cut = cut and f"; {cut} cut to {MOST_IN_CELL:,} characters"
            if event.made is None:
                self.dismiss(f"{line} written to {self.path}{cut}")
            else:
                self.app.deliver_binary(event.made, save_filename=self.path.name, name="export")
                self.dismiss(f"{line} sent to the browser as {self.path.name}{cut}")
            return
        if event.made is not None:
            event.made.close()
        self._show_running(False)
        self.problem.tell(event.failure)

    def action_leave(self) -> None:
        if self._exporting:
            self._cancel.cancel()
        else:
            self.dismiss(None)


def speed(rows: int, seconds: float) -> str:
    """``12,500 rows/s``."""
    return f"{round(rows / max(seconds, 0.001)):,} rows/s"


def void(_result: object) -> None:
    """Take a result that nobody asked for."""
