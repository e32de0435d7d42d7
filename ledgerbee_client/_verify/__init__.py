"""`ledgerbee verify`: is the API what its document says? Reading only, with the user's own key.

`tour` calls and is the only part that does; the rest are rules over what it brought: `schemas` reads the document,
`looking` compares, `amending` finds a document that fits, `entries` writes down how it differs, `report` and `markdown`
say it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from .._version import __version__
from ..generated.operations import OPERATIONS
from .markdown import markdown
from .report import Report, report_of
from .tour import tour

if TYPE_CHECKING:
    from .._client import LedgerBee
    from ..generated.types import Operation


def document() -> dict[str, Any]:
    """Read the OpenAPI document that the package was generated from."""
    text = resources.files("ledgerbee_client.generated").joinpath("schema.json").read_text(encoding="utf-8")
    raw: dict[str, Any] = json.loads(text)
    return raw


async def verify(
    lb: LedgerBee,
    *,
    base_url: str,
    kind: Literal["api_key", "oauth2"],
    raw: Mapping[str, Any] | None = None,
    operations: Mapping[str, Operation] = OPERATIONS,
    progress: Callable[[int, int, str], None] | None = None,
) -> Report:
    """Call every read of the API, and compare what comes with the document.

    Args:
        lb: A client with `scope_check="off"`.
        base_url: Where the API is, for the report.
        kind: Of the credential.
        raw: The document; default: the one of this package.
        operations: Its operations, by name.
        progress: Is told how many calls were made, of how many, and which is next.

    Raises:
        LedgerBeeError: The credential is refused, or the API can't be reached.
    """
    against = document() if raw is None else raw
    visits = await tour(lb, against, operations, kind, progress)
    granted = await lb.scopes.granted()
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return report_of(against, visits, operations, granted, base_url=base_url, client=__version__, date=today)


__all__ = ["Report", "document", "markdown", "verify"]
