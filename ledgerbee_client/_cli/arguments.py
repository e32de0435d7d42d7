"""The arguments of `ledgerbee`. Nothing is loaded here but argparse: help, completion and mistakes cost no time."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .._version import __version__

if TYPE_CHECKING:
    from ..generated.types import Operation

#: Shown where no command is given.
SHORT_HELP = """\
usage: ledgerbee COMMAND ...

  ledgerbee whoami                    whose key is this, and what may it do?
  ledgerbee scopes invoices.send      which scopes do calls need? (--check: has the key got them?)
  ledgerbee operations invoices       which operations are there?
  ledgerbee verify > report.md        is the API what its document says? (only reads)
  ledgerbee sandbox                   a LedgerBee to play with, on this machine
  ledgerbee pending --store FILE      which writes must a person decide on? (then: resolve)
  ledgerbee completion bash           completion of commands for your shell

The key comes from LEDGERBEE_API_KEY. 'ledgerbee COMMAND --help' says more.
"""
_CREDENTIAL = (
    "The credential comes from the environment, as in the client: LEDGERBEE_API_KEY, or LEDGERBEE_CLIENT_ID and "
    "LEDGERBEE_CLIENT_SECRET; LEDGERBEE_BASE_URL leads to another API."
)
_SHELLS = ("bash", "fish", "zsh")

Run = Callable[[argparse.Namespace], int | None]


def parser(*, complete: bool = False) -> argparse.ArgumentParser:
    """Build the parser. Each command leaves its function as `run`.

    Args:
        complete: With the options of the sandbox, and the names of operations as choices: for completion.
    """
    result = argparse.ArgumentParser(
        prog="ledgerbee",
        description="What a LedgerBee credential may do, which scopes calls need, and which operations there are.",
        epilog=_CREDENTIAL,
    )
    result.add_argument("--version", action="version", version=f"ledgerbee-client {__version__}")
    commands = result.add_subparsers(metavar="COMMAND", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print JSON")
    _add_whoami(commands, shared)
    _add_scopes(commands, shared, complete=complete)
    _add_operations(commands, shared)
    _add_verify(commands, shared)
    _add_sandbox(commands, complete=complete)
    _add_decisions(commands, shared)
    _add_completion(commands)
    return result


def _add_whoami(commands: Any, shared: argparse.ArgumentParser) -> None:
    def run(options: argparse.Namespace) -> None:
        from .identity import whoami

        whoami(as_json=options.json)

    one = commands.add_parser(
        "whoami", parents=[shared], help="the company and the scopes of the credential", epilog=_CREDENTIAL
    )
    one.set_defaults(run=run)


def _add_scopes(commands: Any, shared: argparse.ArgumentParser, *, complete: bool) -> None:
    def run(options: argparse.Namespace) -> None:
        from .needs import scopes

        scopes(options.operations, check=options.check, as_json=options.json)

    one = commands.add_parser("scopes", parents=[shared], help="the scopes that calls need", epilog=_CREDENTIAL)
    names = one.add_argument(
        "operations", nargs="+", type=_operation, metavar="METHOD", help="as in products.create invoices.send"
    )
    if complete:
        from ..generated.operations import OPERATIONS

        names.choices = [*OPERATIONS]
    one.add_argument(
        "--check", action="store_true", help="exit with 1 if the credential lacks one of them (asks the API)"
    )
    one.set_defaults(run=run)


def _add_operations(commands: Any, shared: argparse.ArgumentParser) -> None:
    def run(options: argparse.Namespace) -> None:
        from .table import operations

        operations(options.words, as_json=options.json)

    one = commands.add_parser("operations", parents=[shared], help="all operations, or those that match")
    one.add_argument(
        "words", nargs="*", metavar="WORD", help="shows lines that have every word, such as: invoices POST deprecated"
    )
    one.set_defaults(run=run)


def _add_verify(commands: Any, shared: argparse.ArgumentParser) -> None:
    def run(options: argparse.Namespace) -> int:
        from .verifying import verify

        return verify(as_json=options.json)

    one = commands.add_parser(
        "verify",
        parents=[shared],
        help="is the API what its document says? (only reads)",
        description="Calls every read of the API, one after another, and compares what comes with the document that "
        "this package was made from. Prints a report in Markdown, without values, ids and credentials, with the "
        "entries that put the document right. Exits with 1 where something is not as documented.",
        epilog=_CREDENTIAL,
    )
    one.set_defaults(run=run)


def _add_sandbox(commands: Any, *, complete: bool) -> None:
    """Only its name, unless for completion: its arguments are its own (see `testing`), `--help` too."""
    text = "a LedgerBee to play with, on this machine"
    if not complete:
        commands.add_parser("sandbox", help=text)
        return
    from .sandbox import parser_of_sandbox

    commands.add_parser("sandbox", help=text, parents=[parser_of_sandbox()], add_help=False)


def _add_decisions(commands: Any, shared: argparse.ArgumentParser) -> None:
    place = argparse.ArgumentParser(add_help=False)
    place.add_argument(
        "--store", required=True, metavar="FILE", help="the idempotency store: a file, or postgresql://..."
    )

    def run_pending(options: argparse.Namespace) -> None:
        from .decisions import pending

        pending(options.store, as_json=options.json)

    one = commands.add_parser(
        "pending", parents=[shared, place], help="writes of which nobody could tell whether they were applied"
    )
    one.set_defaults(run=run_pending)

    def run_resolve(options: argparse.Namespace) -> None:
        from .decisions import resolve

        resolve(options.store, options.key, applied=options.applied, as_json=options.json)

    one = commands.add_parser("resolve", parents=[shared, place], help="say of such a write whether it was applied")
    one.add_argument("key", metavar="KEY", help="as `pending` shows it")
    decision = one.add_mutually_exclusive_group(required=True)
    decision.add_argument("--applied", metavar="ID", help="it was: the id of what was made")
    decision.add_argument("--not-applied", action="store_true", help="it was not; the next call sends it again")
    one.set_defaults(run=run_resolve)


def _add_completion(commands: Any) -> None:
    def run(options: argparse.Namespace) -> None:
        from .completing import completion

        completion(options.shell, parser(complete=True))

    one = commands.add_parser("completion", help="completion of commands for your shell")
    one.add_argument("shell", choices=_SHELLS)
    one.set_defaults(run=run)


def _operation(name: str) -> Operation:
    """The operation of that name, for argparse."""
    from .._scopes import operation_of

    try:
        return operation_of(name)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; 'ledgerbee operations' shows all") from None


__all__ = ["SHORT_HELP", "parser"]
