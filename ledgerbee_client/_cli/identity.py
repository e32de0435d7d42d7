"""`ledgerbee whoami`: whose credential is in the environment, and what it may do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from .. import _config as config
from .._client import LedgerBee
from .._outcome import RetryPolicy
from .._scopes import missing_scopes
from ..errors import PermissionDeniedError
from ..generated.operations import OPERATIONS
from .credential import ensure_credential
from .output import print_json, print_table

if TYPE_CHECKING:
    from ..models import ApiKeyInfoResponse, CompanyResponse

#: Seconds that a call may take, retries included: somebody is waiting.
_DEADLINE = 30.0


@frozen
class Identity:
    """What could be learned of a credential.

    Attributes:
        company: None when the credential may not read it.
        company_error: why it may not.
        key: what the API says of an API key; None for an OAuth client.
        granted: the scopes; None when they can't be learned.
    """

    base_url: str
    kind: Literal["api_key", "oauth2"]
    company: CompanyResponse | None
    company_error: str | None
    key: ApiKeyInfoResponse | None
    granted: tuple[str, ...] | None

    @property
    def missing(self) -> tuple[str, ...] | None:
        """The documented scopes that this kind of credential can have and this one hasn't."""
        if self.granted is None:
            return None
        possible = (one for one in OPERATIONS.values() if self.kind in one.auth)
        return tuple(sorted(missing_scopes(possible, self.granted)))


def identify() -> Identity:
    """Ask the API who the credential in the environment is.

    Raises:
        LedgerBeeError: there is no usable credential, it is refused, or the API can't be reached.
    """
    import asyncio

    return asyncio.run(_ask())


async def _ask() -> Identity:
    base_url = config.base_url(None)
    has_key = ensure_credential() == "api_key"
    async with LedgerBee(scope_check="off", retry=RetryPolicy(deadline=_DEADLINE)) as lb:
        key = await lb.api_key.get() if has_key else None
        company, company_error = None, None
        try:
            company = await lb.company.get()
        except PermissionDeniedError as error:
            company_error = str(error)
        granted = key.scopes if key is not None else await lb.scopes.granted()  # the token has them, if anything has
    kind: Literal["api_key", "oauth2"] = "oauth2" if key is None else "api_key"
    scopes = None if granted is None else tuple(sorted(granted))
    return Identity(base_url, kind, company, company_error, key, scopes)


def whoami(*, as_json: bool) -> None:
    """Print whose credential is in the environment, and its scopes."""
    identity = identify()
    if as_json:
        print_json(_as_json(identity))
    else:
        print_table(list(_as_rows(identity)))


def _as_rows(identity: Identity) -> Iterator[tuple[str, str]]:
    company, key = identity.company, identity.key
    yield "base-url", identity.base_url
    if company is None:
        yield "company", f"not known: {identity.company_error}"
    else:
        yield "company", company.name
        yield "vat-number", "none" if company.vat is None else str(company.vat)
    yield "credential", "OAuth client" if key is None else "API key"
    if key is not None:
        yield "expires", "never" if key.expires_at is None else key.expires_at.isoformat()
        yield "allowlist", ", ".join(key.ip_whitelist or ()) or "none: any address"
    if identity.granted is None:
        yield "granted", "not known: the API doesn't say"
    else:
        yield from (("granted", scope) for scope in identity.granted or ("none",))
        yield from (("missing", scope) for scope in identity.missing or ("none",))


def _as_json(identity: Identity) -> dict[str, Any]:
    company, key = identity.company, identity.key
    return {
        "base_url": identity.base_url,
        "company": None if company is None else {"name": company.name, "vat_number": company.vat},
        "company_error": identity.company_error,
        "credential": identity.kind,
        "expires_at": key.expires_at.isoformat() if key is not None and key.expires_at is not None else None,
        "ip_allowlist": key.ip_whitelist if key is not None else None,
        "granted_scopes": identity.granted,
        "missing_scopes": identity.missing,
    }


__all__ = ["Identity", "identify", "whoami"]
