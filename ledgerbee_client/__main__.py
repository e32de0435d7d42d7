"""`ledgerbee`: the arguments of its commands, and the exit statuses. What they do is in `_cli`.

Exit statuses: 0; 1 when the API, the network or a check says no, or nothing is found; 2 for wrong usage or
configuration; 130 after Ctrl-C; 141 when the reader of the output is gone.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import _cli as cli
from . import _config as config
from ._scopes import operation_of
from ._version import __version__
from .errors import ConfigurationError, LedgerBeeError, LedgerBeeWarning
from .generated.types import Operation

_CREDENTIAL = (
    f"The credential comes from the environment, as in the client: {config.API_KEY}, or {config.CLIENT_ID} and "
    f"{config.CLIENT_SECRET}; {config.BASE_URL} leads to another API."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit status.

    Raises:
        SystemExit: argparse has shown help, the version, or what is wrong with the arguments.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of companies fit into any encoding
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", LedgerBeeWarning)  # the log says the same, on stderr
            try:
                words = sys.argv[1:] if arguments is None else list(arguments)
                if words[:1] == ["sandbox"]:  # its arguments are its own, `--help` too
                    _sandbox(words[1:])
                else:
                    options = _parser().parse_args(words)
                    options.run(options)
            finally:
                sys.stdout.flush()
    except BrokenPipeError:
        with Path(os.devnull).open("wb") as sink:  # for what is flushed at exit
            os.dup2(sink.fileno(), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    except LedgerBeeError as error:
        print(f"error: {cli.one_line(str(error))}", file=sys.stderr)
        return 2 if isinstance(error, ConfigurationError) else 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ledgerbee",
        description="What a LedgerBee credential may do, which scopes calls need, and which operations there are.",
        epilog=_CREDENTIAL,
    )
    parser.add_argument("--version", action="version", version=f"ledgerbee-client {__version__}")
    commands = parser.add_subparsers(metavar="command", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print JSON")

    whoami = commands.add_parser(
        "whoami", parents=[shared], help="the company and the scopes of the credential", epilog=_CREDENTIAL
    )
    whoami.set_defaults(run=lambda options: cli.whoami(as_json=options.json))

    scopes = commands.add_parser("scopes", parents=[shared], help="the scopes that calls need", epilog=_CREDENTIAL)
    scopes.add_argument(
        "operations", nargs="+", type=_operation, metavar="method", help="as in products.create invoices.send"
    )
    scopes.add_argument(
        "--check", action="store_true", help="exit with 1 if the credential lacks one of them (asks the API)"
    )
    scopes.set_defaults(run=lambda options: cli.scopes(options.operations, check=options.check, as_json=options.json))

    operations = commands.add_parser("operations", parents=[shared], help="all operations, or those that match")
    operations.add_argument(
        "words", nargs="*", metavar="word", help="shows lines that have every word, such as: invoices POST deprecated"
    )
    operations.set_defaults(run=lambda options: cli.operations(options.words, as_json=options.json))
    _add_decisions(commands, shared)
    commands.add_parser("sandbox", help="a LedgerBee to play with, on this machine")
    return parser


def _add_decisions(commands: Any, shared: argparse.ArgumentParser) -> None:
    place = argparse.ArgumentParser(add_help=False)
    place.add_argument(
        "--store", required=True, metavar="FILE", help="the idempotency store: a file, or postgresql://..."
    )

    pending = commands.add_parser(
        "pending", parents=[shared, place], help="writes of which nobody could tell whether they were applied"
    )
    pending.set_defaults(run=lambda options: cli.pending(options.store, as_json=options.json))

    resolve = commands.add_parser("resolve", parents=[place], help="say of such a write whether it was applied")
    resolve.add_argument("key", help="as `pending` shows it")
    decision = resolve.add_mutually_exclusive_group(required=True)
    decision.add_argument("--applied", metavar="ID", help="it was: the id of what was made")
    decision.add_argument("--not-applied", action="store_true", help="it was not; the next call sends it again")
    resolve.set_defaults(run=lambda options: cli.resolve(options.store, options.key, applied=options.applied))


def _sandbox(arguments: list[str]) -> None:
    try:
        from .testing.__main__ import main as serve
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"the sandbox needs the extra testing ({error.name} is missing): pip install 'ledgerbee-client[testing]'"
        ) from None
    serve(arguments)


def _operation(name: str) -> Operation:
    """The operation of that name, for argparse."""
    try:
        return operation_of(name)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; the command 'operations' shows all") from None


if __name__ == "__main__":  # pragma: no cover
    raise SystemExit(main())
