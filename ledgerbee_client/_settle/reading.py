"""Reads what the rules need, until they can tell: the only part of settling that awaits."""

from __future__ import annotations

import datetime as dt
import email.utils
import math
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import anyio
from attrs import define, field

from .._verdicts import Applied, NotApplied, Read, Unsettled
from ..errors import LedgerBeeError, NotFoundError, PaginationDriftError
from ..generated.operations import OPERATIONS
from ..generated.types import Operation, Request, Settlement
from ..generated.urls import path_segment
from .rules import Findings, Fit, Judgement, Proof, Window, find, fit, judge, judge_state
from .sent import Sent

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from ..generated.client import AsyncClient

#: Seconds after the attempt until the API can no longer be working on it: above the time-outs of common gateways (100 s
#: at most), and above the 5 s for which the API answers from its caches.
DEFAULT_SETTLE_AFTER = 180.0

#: Rows of a list that are read whole, at most: more that are like what was sent are a matter for a person.
_MOST_CANDIDATES = 50
#: Seconds between two looks: at first often, later at this interval.
_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 10.0


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _identity(value: Any) -> Any:
    return value


@define
class Settler:
    """Resolves one write of unknown outcome.

    Args:
        client: reads, under its policies.
        sent: the write.
        decode: makes the result of the JSON of the object that was found.
        settle_after: seconds after the attempt until the API can no longer be working on it.
        sleep: waits; seconds.
    """

    client: AsyncClient
    sent: Sent
    decode: Callable[[Any], Any] = _identity
    settle_after: float = DEFAULT_SETTLE_AFTER
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep
    _reads: list[Read] = field(factory=list, init=False)
    _ahead: dt.timedelta = field(factory=dt.timedelta, init=False)  # the API's clock before ours

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.settle_after < math.inf:
            raise ValueError(f"settle_after must be seconds, 0 or more, not {self.settle_after!r}")

    async def settle(self, *, wait: bool = True) -> Applied[Any] | NotApplied | Unsettled:
        """Find out what became of the write.

        Args:
            wait: look again until the API can no longer be working on it; otherwise look once.

        Returns:
            The verdict. What can't be read makes no verdict: the error says so in `Unsettled.reason`.
        """
        rule = OPERATIONS[self.sent.operation].settlement
        if rule is None or rule.kind == "none":
            why = rule.reason if rule else "it is not known how"
            return Unsettled(f"{self.sent.operation} can't be settled: {why}")
        over = self.sent.at + dt.timedelta(seconds=self.settle_after + rule.stale)
        pause = _FIRST_PAUSE
        while True:
            began = _now()
            try:
                judgement = await self._judge(rule)
            except (LedgerBeeError, Warning) as error:  # warnings, where they are errors
                judgement = Judgement(Proof.DOUBT, (), f"reading failed: {type(error).__name__}: {error}")
            verdict = self._verdict(judgement, is_over=began >= over, settle_at=over)
            left = (over - _now()).total_seconds()
            if not isinstance(verdict, Unsettled) or began >= over or not wait:
                return verdict
            await self.sleep(max(min(pause, left), 0.001))
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _verdict(
        self, judgement: Judgement, *, is_over: bool, settle_at: dt.datetime
    ) -> Applied[Any] | NotApplied | Unsettled:
        evidence = tuple(self._reads)
        if judgement.proof is Proof.APPLIED:
            return Applied(self._result(judgement.objects), judgement.objects, evidence)
        if judgement.proof is Proof.ABSENT and is_over:
            return NotApplied(evidence)
        if judgement.proof is Proof.ABSENT:
            reason = "there is no sign of it yet, but the API may still be working on it"
            return Unsettled(reason, (), evidence, settle_at)
        return Unsettled(judgement.reason, judgement.objects, evidence, None if is_over else settle_at)

    def _result(self, objects: tuple[dict[str, Any], ...]) -> Any:
        """What the call would have returned, as far as one object shows it."""
        try:
            return self.decode(dict(objects[0]) if len(objects) == 1 else {})
        except (ValueError, TypeError):
            return None

    # ------------------------------------------------------------------ looking

    async def _judge(self, rule: Settlement) -> Judgement:
        if rule.kind == "state":
            return await self._judge_state(rule)
        things = self._things(rule)
        if not things:
            return Judgement(Proof.DOUBT, (), "what was sent holds nothing to look for")
        objects = await self._objects(rule, things)
        window = self._window()
        findings = [find(rule, each, objects, window) for each in things]
        self._note(rule.lists or rule.read or "", len(objects), findings, tuple(things[0]))
        return judge(findings)

    async def _judge_state(self, rule: Settlement) -> Judgement:
        shown = await self._get(rule.read or "", self._object_path(rule))
        sent = self.sent.body if isinstance(self.sent.body, Mapping) else {}
        judgement = judge_state(rule, sent, shown, self._window(), _now() + self._ahead)
        compared = tuple(sent) if rule.shows_sent else tuple(filter(None, (rule.shows, rule.changed)))
        fits = int(judgement.proof is Proof.APPLIED)
        self._reads.append(Read(rule.read or "", _now(), int(shown is not None), fits, 0, compared))
        return judgement

    def _things(self, rule: Settlement) -> list[Mapping[str, Any]]:
        """What was sent, one by one: the body, or the entries of a batch."""
        body = self.sent.body
        if not rule.each:
            return [body] if isinstance(body, Mapping) and body else []
        arrays = [one for one in body.values() if isinstance(one, list)] if isinstance(body, Mapping) else [body]
        if len(arrays) != 1 or not isinstance(arrays[0], list):
            return []
        return [one for one in arrays[0] if isinstance(one, Mapping)]

    def _window(self) -> Window:
        start = self.sent.at + self._ahead
        return Window(start, start + dt.timedelta(seconds=self.settle_after))

    async def _objects(self, rule: Settlement, things: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The objects that may be what was sent, whole."""
        if rule.lists is None:
            holder = await self._get(rule.read or "", self._object_path(rule))
            inside = (holder or {}).get(rule.inside or "")
            return [one for one in inside if isinstance(one, dict)] if isinstance(inside, list) else []
        rows = await self._list(OPERATIONS[rule.lists], self._filters(rule, things))
        window = self._window()
        likely = [row for row in rows if any(fit(rule, each, row, window) is not Fit.OTHER for each in things)]
        if rule.read is None or len(likely) > max(_MOST_CANDIDATES, 2 * len(things)):
            return likely
        read = OPERATIONS[rule.read]
        found = [await self._get(rule.read, _path(read, str(row.get("id", "")))) for row in likely if row.get("id")]
        return [one for one in found if one is not None]

    def _filters(self, rule: Settlement, things: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
        """Query parameters that narrow the list, where everything that was sent agrees on them."""
        found = []
        for parameter, name in rule.filters:
            values = {str(each.get(name, "")) for each in things}
            if len(values) == 1 and (value := values.pop()):
                found.append((parameter, value))
        return found

    def _object_path(self, rule: Settlement) -> str:
        return _path(OPERATIONS[rule.read or ""], self.sent.value(rule.object_id) or "")

    # ------------------------------------------------------------------ requests

    async def _get(self, name: str, path: str) -> dict[str, Any] | None:
        try:
            response = await self.client.execute(OPERATIONS[name], Request(path), _identity)
        except NotFoundError:
            return None
        self._read_clock(response.headers)
        return response.parsed if isinstance(response.parsed, dict) else None

    async def _list(self, operation: Operation, filters: list[tuple[str, str]]) -> list[dict[str, Any]]:
        """All rows of a list."""
        request = Request(operation.path, query=filters)
        response = await self.client.execute(operation, request, _identity)
        self._read_clock(response.headers)
        rows: Any = response.parsed
        if operation.pagination is not None:
            rows = await self._pages(operation, request)
        elif isinstance(rows, dict):
            rows = next((one for one in rows.values() if isinstance(one, list)), [])
        return [row for row in rows if isinstance(row, dict)]

    async def _pages(self, operation: Operation, request: Request) -> list[Any]:
        attempts = 3
        while True:
            attempts -= 1
            try:
                return await self.client.paginate(operation, request, _identity, on_drift="raise").collect()
            except PaginationDriftError:
                if not attempts:
                    raise

    def _read_clock(self, headers: Mapping[str, str]) -> None:
        """How far the API's clock is before ours."""
        try:
            moment = email.utils.parsedate_to_datetime(headers.get("date", ""))
        except (TypeError, ValueError):
            return
        if moment.tzinfo is not None:
            ahead = moment.timestamp() - time.time()
            self._ahead = dt.timedelta(seconds=ahead if abs(ahead) > 1.5 else 0.0)

    def _note(self, operation: str, seen: int, findings: list[Findings], compared: tuple[str, ...]) -> None:
        fits = sum(len(one.same) for one in findings)
        alike = sum(len(one.twins) + len(one.alike) for one in findings)
        self._reads.append(Read(operation, _now(), seen, fits, alike, compared))


def _path(operation: Operation, identifier: str) -> str:
    """The path of an operation with one parameter, filled in.

    Raises:
        ValueError: The operation has another number of parameters, or the value is empty.
    """
    before, brace, rest = operation.path.partition("{")
    _name, _, after = rest.partition("}")
    if not brace or "{" in after:
        raise ValueError(f"{operation.name} doesn't read one object by its id")
    return f"{before}{path_segment(identifier, 'id')}{after}"


__all__ = ["DEFAULT_SETTLE_AFTER", "Settler"]
