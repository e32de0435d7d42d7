"""`ledgerbee`: runs a command, and turns whatever goes wrong into one line and an exit status.

Exit statuses: 0; 1 when the API, the network or a check says no, or nothing is found; 2 for wrong usage or
configuration, or when no command is given; 130 after Ctrl-C; 141 when the reader of the output is gone.
"""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        arguments: Those of the command line; by default the process's.

    Raises:
        SystemExit: argparse has shown help, the version, or what is wrong with the arguments.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of companies fit into any encoding
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else list(arguments))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        with Path(os.devnull).open("wb") as sink:  # for what is flushed at exit
            os.dup2(sink.fileno(), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # what we know is explained; a bug of ours keeps its traceback
        from ._cli.messages import explained
        from ._cli.output import one_line

        found = explained(error)
        if found is None:
            raise
        print(f"error: {one_line(found[0])}", file=sys.stderr)
        return found[1]


def _run(words: list[str]) -> int:
    from ._cli import arguments

    if not words:
        print(arguments.SHORT_HELP, end="")
        return 2
    if words[0] == "sandbox":  # its arguments are its own, `--help` too
        from ._cli.sandbox import sandbox

        return sandbox(words[1:])
    options = arguments.parser().parse_args(words)
    from .errors import LedgerBeeWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LedgerBeeWarning)  # the log says the same, on stderr
        return options.run(options) or 0


if __name__ == "__main__":  # pragma: no cover
    raise SystemExit(main())
