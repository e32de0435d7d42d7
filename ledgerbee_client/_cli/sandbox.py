"""`ledgerbee sandbox`: the sandbox of `ledgerbee_client.testing`, where its extra is installed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ..errors import ConfigurationError

PROG = "ledgerbee sandbox"


def sandbox(arguments: Sequence[str]) -> int:
    """Serve a sandbox until Ctrl-C, and return the exit status.

    Args:
        arguments: Its options.

    Raises:
        ConfigurationError: The extra is not installed.
    """
    try:
        from ..testing.__main__ import main as serve
    except ModuleNotFoundError as error:
        raise _without_extra(error) from None
    return serve(arguments, prog=PROG)


def parser_of_sandbox() -> argparse.ArgumentParser:
    """Return the parser of its options.

    Raises:
        ConfigurationError: The extra is not installed.
    """
    try:
        from ..testing.__main__ import parser
    except ModuleNotFoundError as error:
        raise _without_extra(error) from None
    return parser(PROG)


def _without_extra(error: ModuleNotFoundError) -> ConfigurationError:
    return ConfigurationError(
        f"the sandbox needs the extra testing ({error.name} is missing): pip install 'ledgerbee-client[testing]'"
    )


__all__ = ["parser_of_sandbox", "sandbox"]
