"""`ledgerbee completion`: what makes a shell complete the commands, by shtab (extra `completion`)."""

from __future__ import annotations

import argparse

from ..errors import ConfigurationError


def completion(shell: str, parser: argparse.ArgumentParser) -> None:
    """Print the completion for a shell.

    Args:
        shell: `bash`, `fish` or `zsh`.
        parser: The command's arguments.

    Raises:
        ConfigurationError: The extra is not installed.
    """
    try:
        import shtab
    except ModuleNotFoundError:
        raise ConfigurationError(
            "completion needs the extra completion: pip install 'ledgerbee-client[completion]'"
        ) from None
    print(shtab.complete(parser, shell=shell))


__all__ = ["completion"]
