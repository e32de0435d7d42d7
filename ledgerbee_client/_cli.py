"""The commands of `ledgerbee`: each prints lines or JSON, or raises a `LedgerBeeError`."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import asdict, frozen

from . import _config as config
from ._client import LedgerBee
from ._once.deciding import described, store_at
from ._once.deciding import resolve as decide
from ._once.records import IdempotencyStore
from ._outcome import RetryPolicy
from ._scopes import missing_scopes
from .errors import ConfigurationError, LedgerBeeError, MissingScopeError, PermissionDeniedError
from .generated.operations import OPERATIONS
from .generated.types import Operation, Pagination, Settlement

if TYPE_CHECKING:
    from .models import ApiKeyInfoResponse, CompanyResponse

T = TypeVar("T")

#: Seconds that a call may take, retries included: somebody is waiting.
_DEADLINE = 30.0


# ---------------------------------------------------------------------- whoami


@frozen
class _Identity:
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


def _identify() -> _Identity:
    """Asks the API who the credential in the environment is.

    Raises:
        LedgerBeeError: there is no usable credential, it is refused, or the API can't be reached.
    """
    import asyncio

    return asyncio.run(_ask())


async def _ask() -> _Identity:
    base_url = config.base_url(None)
    has_key = isinstance(config.credentials(None, None, None), str)
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
    return _Identity(base_url, kind, company, company_error, key, scopes)


def whoami(*, as_json: bool) -> None:
    """Prints whose credential is in the environment, and its scopes."""
    identity = _identify()
    if as_json:
        _print_json(_as_json(identity))
    else:
        _print_table(list(_as_rows(identity)))


def _as_rows(identity: _Identity) -> Iterator[tuple[str, str]]:
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


def _as_json(identity: _Identity) -> dict[str, Any]:
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


# ---------------------------------------------------------------------- scopes


def scopes(calls: Sequence[Operation], *, check: bool, as_json: bool) -> None:
    """Prints the scopes that calls need.

    Args:
        calls: the operations.
        as_json: print JSON, for programs.
        check: compare them with those of the credential in the environment.

    Raises:
        MissingScopeError: the check found that documented ones are missing.
        LedgerBeeError: they could not be compared.
    """
    calls = list(dict.fromkeys(calls))
    granted = _identify().granted if check else None
    if check and granted is None:
        raise LedgerBeeError("the API doesn't say which scopes this credential has, so nothing was checked")
    rows = _needs(calls, granted)
    if as_json:
        _print_json(rows)
    else:
        _print_table([_scope_row(row) for row in rows])
    if granted is not None and (missing := missing_scopes(calls, granted)):
        names = tuple(one.name for one in calls if missing_scopes([one], granted))
        raise MissingScopeError(names, missing, granted)


def _needs(calls: Sequence[Operation], granted: Collection[str] | None) -> list[dict[str, Any]]:
    """Each scope, None for that of calls without one, and the calls that need it."""
    needs: dict[str | None, list[Operation]] = {}
    for one in calls:
        for scope in one.scopes or (None,):
            needs.setdefault(scope, []).append(one)
    rows = []
    for scope, users in needs.items():
        row: dict[str, Any] = {"scope": scope, "inferred": all(one.scopes_inferred for one in users)}
        if granted is not None:
            row["granted"] = scope is None or scope in granted
        row["operations"] = [one.name for one in users]
        rows.append(row)
    return rows


def _scope_row(row: dict[str, Any]) -> tuple[str, ...]:
    cells = [row["scope"] or "-", "inferred" if row["inferred"] else "documented"]
    if "granted" in row:
        cells.append("granted" if row["granted"] else "missing")
    return (*cells, ",".join(row["operations"]))


# ---------------------------------------------------------------------- operations


def _with_names(_instance: object, _attribute: object, value: Any) -> Any:
    """Turn a named tuple into an object of JSON."""
    return value._asdict() if isinstance(value, Pagination | Settlement) else value


def operations(words: Sequence[str], *, as_json: bool) -> None:
    """Prints the operations whose line has every word, in upper or lower case; without words, all of them.

    Raises:
        LedgerBeeError: there is none.
    """
    rows = {name: _operation_row(one) for name, one in OPERATIONS.items()}
    found = [name for name, row in rows.items() if all(word.lower() in " ".join(row).lower() for word in words)]
    if as_json:
        _print_json([asdict(OPERATIONS[name], value_serializer=_with_names) for name in found])
    else:
        _print_table([rows[name] for name in found])
    if not found:
        raise LedgerBeeError(f"no operation matches {' '.join(words)}")


def _operation_row(one: Operation) -> tuple[str, ...]:
    marks = {"deprecated": one.deprecated, "path-inferred": one.path_inferred, "scopes-inferred": one.scopes_inferred}
    notes = ",".join(mark for mark, is_so in marks.items() if is_so)
    return one.name, f"{one.method} {one.path}", ",".join(one.scopes) or "-", notes or "-"


# ---------------------------------------------------------------------- pending, resolve


def pending(place: str, *, as_json: bool) -> None:
    """Print the writes of which nobody could tell whether they were applied.

    Args:
        place: The store: a path, or a PostgreSQL URL.
        as_json: Print JSON.

    Raises:
        LedgerBeeError: The store can't be read.
    """
    rows = [described(one) for one in _with_store(place, lambda store: store.pending())]
    if as_json:
        _print_json(rows)
        return
    for row in rows:
        sent = json.dumps(row["body"], ensure_ascii=False)
        _print_table(
            [
                ("key", row["key"]),
                ("operation", " ".join([row["operation"], *row["path"]])),
                ("sent-at", row["sent_at"]),
                ("sent", sent),
                ("reason", row["reason"]),
                *(("candidate", one) for one in row["candidates"] or ("none",)),
            ]
        )
        print()
    print(f"{len(rows)} to decide" if rows else "nothing to decide")


def resolve(place: str, key: str, *, applied: str | None) -> None:
    """Take a person's decision on a write.

    Args:
        place: The store: a path, or a PostgreSQL URL.
        key: The idempotency key.
        applied: The id of the object that was made; None when nothing was.

    Raises:
        LedgerBeeError: There is nothing to decide about the key, or the store can't be used.
    """
    _with_store(place, lambda store: decide(store, key, applied))
    outcome = f"applied, as {applied}" if applied is not None else "not applied: the next call sends it again"
    print(f"{key}: {outcome}")


def _with_store(place: str, work: Callable[[IdempotencyStore], Awaitable[T]]) -> T:
    import asyncio

    if "://" not in place and not Path(place).is_file():
        raise ConfigurationError(f"there is no idempotency store at {place}")

    async def whole() -> T:
        store = store_at(place)
        try:
            return await work(store)
        finally:
            await store.aclose()

    return asyncio.run(whole())


# ---------------------------------------------------------------------- output


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=2))


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    """One line a row, in columns two spaces apart; nothing is cut or wrapped."""
    lines = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def one_line(text: str) -> str:
    """A text from outside, without what would break the line or steer a terminal."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in " ".join(text.split()))


__all__ = ["one_line", "operations", "pending", "resolve", "scopes", "whoami"]
