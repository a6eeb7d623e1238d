"""A command group that loads a command only when it runs, and turns errors into one line."""

from __future__ import annotations

import difflib
import functools
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click
from click.core import ParameterSource
from click.exceptions import Abort, Exit, NoArgsIsHelpError

from tui.io.errors import CommandFailed, explain, usage_line
from tui.io.exits import ExitCode
from tui.io.garbage_collection import collect_hardly
from tui.io.streams import silence_output, spell_unencodable, tell


class HelpfulGroup(click.Group):
    """Subcommands whose usage errors lead to their own help."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            # click does not tell whose option lacks its value.
            error.ctx = error.ctx or self._invoked(ctx)
            raise

    def _invoked(self, ctx: click.Context) -> click.Context:
        name = ctx.invoked_subcommand or ""
        command = self.get_command(ctx, name)
        return ctx if command is None else click.Context(command, ctx, name)


class LazyGroup(HelpfulGroup):
    """Subcommands by name, each ``command`` of a module that is imported when it is asked for.

    Args:
        lazy: Name to module and the one line that the group's help shows for it, in help order.
        sections: What heads the commands in the help from the one of a name on.
    """

    def __init__(
        self,
        *args: Any,
        lazy: Mapping[str, tuple[str, str]],
        sections: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy
        self.sections = sections or dict.fromkeys([*lazy][:1], "Commands")

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        module, _ = self.lazy[cmd_name]
        command = importlib.import_module(module).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = difflib.get_close_matches(args[0], self.lazy, n=1)
        if args[0] not in self.lazy and near and not ctx.resilient_parsing:
            ctx.fail(f"no command {args[0]!r}; did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click would load every command to ask for its help.
        parts: list[tuple[str, list[tuple[str, str]]]] = []
        for name, (_, short) in self.lazy.items():
            if name in self.sections:
                parts.append((self.sections[name], []))
            parts[-1][1].append((name.ljust(max(map(len, self.lazy))), short))
        for title, commands in parts:
            with formatter.section(title):
                formatter.write_dl(commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, Abort, Exit):
            raise
        except Exception as error:
            # click ends the process by itself on a closed pipe, so it must not see one.
            if ctx.params.get("debug") and not isinstance(error, BrokenPipeError):
                raise
            raise explain(error) from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line; ends the process unless ``standalone_mode`` is off."""
        run = functools.partial(
            super().main,
            args,
            prog_name,
            complete_var,
            standalone_mode=False,
            windows_expand_args=windows_expand_args,
            **extra,
        )
        if not standalone_mode:
            return run()
        sys.exit(self._run_safely(run))

    def _run_safely(self, run: Callable[[], Any]) -> int:
        spell_unencodable()
        collect_hardly()
        if "_CLAIMS_COMPLETE" in os.environ:
            from tui.cli import bash

            bash.register()
        try:
            status = run()
            # Here, not at interpreter exit, where a full disk would end in a traceback.
            sys.stdout.flush()
        except Abort:
            tell("interrupted; what was stored or written before stays")
            return ExitCode.INTERRUPTED
        except click.ClickException as error:
            return _report(error)
        except OSError as error:
            return _report(explain(error))
        return status if isinstance(status, int) else ExitCode.OK


def _report(error: click.ClickException) -> int:
    if isinstance(error, NoArgsIsHelpError):
        error.show()
    elif isinstance(error, click.UsageError):
        tell(usage_line(error))
    elif error.exit_code != ExitCode.PIPE_CLOSED:
        tell(error.format_message())
    if isinstance(error, CommandFailed):
        silence_output()
    return error.exit_code


def refuse_filters(ctx: click.Context) -> None:
    """Refuse filters before a subcommand, which would be passed over without a word.

    Raises:
        UsageError: There are some.
    """
    for param in ctx.command.params:
        given = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
        if given and param.name != "db":
            raise click.UsageError(f"{param.opts[0]} does not go with {ctx.invoked_subcommand}")


def listing_group(
    name: str, commands: Mapping[str, tuple[str, str]], epilog: str
) -> Callable[[Callable[..., Any]], LazyGroup]:
    """A command that lists things, with commands that show or change them.

    Args:
        name: What it is called.
        commands: As ``LazyGroup`` takes them.
        epilog: Below its help.
    """
    return click.group(
        name,
        cls=LazyGroup,
        lazy=commands,
        epilog=epilog,
        invoke_without_command=True,
        subcommand_metavar="[COMMAND …]",
    )
