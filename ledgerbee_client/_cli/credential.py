"""The credential in the environment, and what is wrong with it, said to a person at a shell."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

from ..errors import ConfigurationError

_KEY, _ID, _SECRET = "LEDGERBEE_API_KEY", "LEDGERBEE_CLIENT_ID", "LEDGERBEE_CLIENT_SECRET"


def ensure_credential(environment: Mapping[str, str] = os.environ) -> Literal["api_key", "oauth2"]:
    """Return the kind of the credential in the environment.

    Args:
        environment: Its variables.

    Raises:
        ConfigurationError: There is none, two kinds at once, or half of one.
    """
    key, client, secret = (bool(environment.get(name)) for name in (_KEY, _ID, _SECRET))
    if key and (client or secret):
        extra = " and ".join(name for name, is_set in ((_ID, client), (_SECRET, secret)) if is_set)
        raise ConfigurationError(f"two credentials are set, {_KEY} and {extra}; unset one of them")
    if key:
        return "api_key"
    if client and secret:
        return "oauth2"
    if client or secret:
        there, missing = (_ID, _SECRET) if client else (_SECRET, _ID)
        raise ConfigurationError(f"{there} is set and {missing} is not; an OAuth client needs both")
    raise ConfigurationError(
        f"no credential is set; make an API key in the LedgerBee app (Marketplace, tab API Keys) and put it into "
        f"{_KEY}, or an OAuth client's id and secret into {_ID} and {_SECRET}"
    )


__all__ = ["ensure_credential"]
