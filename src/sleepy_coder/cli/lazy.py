"""A command group whose commands are known by name and help alone until one of them is called."""

import difflib
import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from sleepy_coder.errors import UsageError

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

HELP = """A coding assistant for Rust that learns from its own mistakes while its owner sleeps.

By day it repairs compiler errors and keeps every attempt; at night it learns from the failures, and serves what it
learned only if that is provably better. Nothing leaves this machine unless you name a server."""


class CommandTable(TyperGroup):
    """Commands by name: (module, one line of help). Plain text help, for rich costs more time than all the rest."""

    def __init__(self, commands: Mapping[str, tuple[str, str]]) -> None:
        settings = {"help_option_names": ["-h", "--help"]}
        super().__init__(name="sleepy-coder", help=HELP, rich_markup_mode=None, context_settings=settings)
        self._modules = dict(commands)

    def list_commands(self, ctx: "Context") -> list[str]:
        """All names, in the table's order."""
        return list(self._modules)

    def get_command(self, ctx: "Context", name: str) -> "Command | None":
        """Import the command's module, now that it is called."""
        if name not in self._modules:
            return None
        command: Any = typer.main.get_command(importlib.import_module(self._modules[name][0]).app)
        command.name = name
        command.context_settings.setdefault("help_option_names", ["-h", "--help"])
        return command  # type: ignore[no-any-return]  # typer's own command class is not exported

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """The command that is called. Raises UsageError, with what may have been meant, for any other word."""
        name = args[0]
        if name not in self._modules and not name.startswith("-"):
            close = difflib.get_close_matches(name, self._modules, n=1)
            meant = f"did you mean `{close[0]}`?" if close else "`sleepy-coder --help` lists all"
            raise UsageError(f"there is no command `{name}`: {meant}")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The options, with the one that `main` answers before anything is imported, and the commands."""
        own = [record for one in self.get_params(ctx) if (record := one.get_help_record(ctx)) is not None]
        with formatter.section("Options"):
            formatter.write_dl([("--version", "Show which version this is and exit."), *own])
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The table, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self._modules.items()])


def one_command() -> typer.Typer:
    """The shell of a command module."""
    return typer.Typer(add_completion=False, rich_markup_mode=None)


def several_commands(what: str) -> typer.Typer:
    """The shell of a command module with subcommands."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, help=what)
