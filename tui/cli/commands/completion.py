"""``claims completion``: the script that teaches a shell to complete."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import get_completion_class

EPILOG: Final = """\b
Examples:
  eval "$(claims completion bash)"                       # in ~/.bashrc
  eval "$(claims completion zsh)"                        # in ~/.zshrc
  claims completion fish > ~/.config/fish/completions/claims.fish
"""


@click.command("completion", epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    Commands and options are completed, and, from the database, the names of speakers,
    organizations, outlets and articles.
    """
    kind = get_completion_class(shell)
    assert kind is not None
    group = ctx.find_root().command
    click.echo(kind(group, {}, "claims", "_CLAIMS_COMPLETE").source())
