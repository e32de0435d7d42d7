"""Reads what the rules need, until they can tell: the only part of settling that awaits."""

from __future__ import annotations

import datetime as dt
import email.utils
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import anyio
from attrs import define, field

from .._config import DEFAULT_SETTLE_AFTER
from .._verdicts import Applied, NotApplied, Read, Unsettled
from ..errors import LedgerBeeError, NotFoundError, PaginationDriftError
from ..generated.operations import OPERATIONS
from ..generated.types import Operation, Request, Settlement
from ..generated.urls import path_segment
from .clock import SYSTEM, Clock
from .others import Others
from .rules import Findings, Fit, Judgement, Proof, Window, find, fit, judge, judge_state
from .sent import Sent, things_of

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from ..generated.client import AsyncClient

#: Rows of a list that are read whole, at most: more that are like what was sent are a matter for a person.
_MOST_CANDIDATES = 50
#: Seconds between two looks: at first often, later at this interval.
_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 10.0


class _NotShownError(Exception):
    """A read doesn't show what would have to be looked at: it proves nothing, in either direction."""


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
        others: what is known of other writes that may have made the same; asked once there is something like it.
        sleep: waits; seconds.
        clock: of this machine.
    """

    client: AsyncClient
    sent: Sent
    decode: Callable[[Any], Any] = _identity
    settle_after: float = DEFAULT_SETTLE_AFTER
    others: Callable[[], Awaitable[Others]] | None = None
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep
    clock: Clock = SYSTEM
    operations: Mapping[str, Operation] = field(factory=lambda: OPERATIONS)
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
        rule = self.operations[self.sent.operation].settlement
        if rule is None or rule.kind == "none":
            why = rule.reason if rule else "it is not known how"
            return Unsettled(f"{self.sent.operation} can't be settled: {why}")
        over = self.sent.at + dt.timedelta(seconds=self.settle_after + rule.stale)
        end = self.clock.passed() + (over - self.clock.now()).total_seconds()  # the hour may be set meanwhile
        pause = _FIRST_PAUSE
        while True:
            is_over = self.clock.passed() >= end
            try:
                judgement = await self._judge(rule)
                verdict = await self._verdict(rule, judgement, is_over=is_over, settle_at=over)
            except (LedgerBeeError, Warning) as error:  # warnings, where they are errors
                verdict = self._doubt(f"reading failed: {type(error).__name__}: {error}", (), is_over, over)
            except _NotShownError as error:
                verdict = self._doubt(str(error), (), is_over, over)
            if not isinstance(verdict, Unsettled) or is_over or not wait:
                return verdict
            await self.sleep(max(min(pause, end - self.clock.passed()), 0.001))
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _verdict(
        self, rule: Settlement, judgement: Judgement, *, is_over: bool, settle_at: dt.datetime
    ) -> Applied[Any] | NotApplied | Unsettled:
        if judgement.proof is Proof.APPLIED:
            shown = judgement.objects
            made = await self._made(rule, shown[0]) if rule.made else shown
            return Applied(self._result(made), shown if made is shown else shown + made, tuple(self._reads))
        if judgement.proof is Proof.ABSENT and is_over:
            return NotApplied(tuple(self._reads))
        if judgement.proof is Proof.ABSENT:
            reason = "there is no sign of it yet, but the API may still be working on it"
            return self._doubt(reason, (), is_over, settle_at)
        return self._doubt(judgement.reason, judgement.objects, is_over, settle_at)

    def _doubt(
        self, reason: str, candidates: tuple[dict[str, Any], ...], is_over: bool, settle_at: dt.datetime
    ) -> Unsettled:
        return Unsettled(reason, candidates, tuple(self._reads), None if is_over else settle_at)

    async def _made(self, rule: Settlement, shown: dict[str, Any]) -> tuple[dict[str, Any], ...]:
        """What the write has made, where the object tells its id."""
        for name, call in rule.made:
            identifier = shown.get(name)
            if isinstance(identifier, str) and identifier:
                made = await self._get(call, _path(self.operations[call], identifier))
                return () if made is None else (made,)
        return ()

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
        things = things_of(rule, self.sent.body)
        if not things:
            return Judgement(Proof.DOUBT, (), "what was sent holds nothing to look for")
        objects = await self._objects(rule, things)
        window = self._window()
        likely = [one for one in objects if any(fit(rule, each, one, window) is not Fit.OTHER for each in things)]
        others = await self.others() if likely and self.others is not None else Others()
        objects = [one for one in objects if str(one.get("id")) not in others.objects]
        findings = [find(rule, each, objects, window) for each in things]
        self._note(rule.lists or rule.read or "", len(objects), findings, tuple(things[0]))
        judgement = judge(findings)
        if judgement.proof is Proof.APPLIED and others.claims(rule, judgement.objects, window):
            reason = "another write whose outcome isn't known either may have made what was found"
            return Judgement(Proof.DOUBT, judgement.objects, reason)
        return judgement

    async def _judge_state(self, rule: Settlement) -> Judgement:
        shown = await self._get(rule.read or "", self._object_path(rule))
        sent = self.sent.body if isinstance(self.sent.body, Mapping) else {}
        judgement = judge_state(rule, sent, shown, self._window(), self.clock.now() + self._ahead)
        compared = tuple(sent) if rule.shows_sent else tuple(filter(None, (rule.shows, rule.changed)))
        fits = int(judgement.proof is Proof.APPLIED)
        self._reads.append(Read(rule.read or "", self.clock.now(), int(shown is not None), fits, 0, compared))
        return judgement

    def _window(self) -> Window:
        start = self.sent.at + self._ahead
        return Window(start, start + dt.timedelta(seconds=self.settle_after))

    async def _objects(self, rule: Settlement, things: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The objects that may be what was sent, whole."""
        if rule.lists is None:
            return await self._inside(rule)
        rows = await self._list(self.operations[rule.lists], self._filters(rule, things))
        window = self._window()
        likely = [row for row in rows if any(fit(rule, each, row, window) is not Fit.OTHER for each in things)]
        if rule.read is None or len(likely) > max(_MOST_CANDIDATES, 2 * len(things)):
            return likely
        whole = [await self._whole(self.operations[rule.read], row) for row in likely]
        return [one for one in whole if one is not None]

    async def _whole(self, read: Operation, row: dict[str, Any]) -> dict[str, Any] | None:
        """What a row of a list leaves out; None when it is no longer there."""
        identifier = row.get("id")
        if not isinstance(identifier, str) or not identifier:
            raise _NotShownError(f"{read.name} can't read what the list shows: it has no id")
        return await self._get(read.name, _path(read, identifier))

    async def _inside(self, rule: Settlement) -> list[dict[str, Any]]:
        """The objects that stand in an array of another one."""
        holder = await self._get(rule.read or "", self._object_path(rule))
        if holder is None:
            raise _NotShownError("the object that would hold it is no longer there")
        return _objects_in(holder.get(rule.inside or ""), f"{rule.read} doesn't show {rule.inside}")

    def _filters(self, rule: Settlement, things: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
        """Query parameters that narrow the list, where everything that was sent agrees on them."""
        found = []
        for parameter, name in rule.filters:
            values = {str(each.get(name, "")) for each in things}
            if len(values) == 1 and (value := values.pop()) not in ("", "None"):
                found.append((parameter, value))
        return found

    def _object_path(self, rule: Settlement) -> str:
        return _path(self.operations[rule.read or ""], self.sent.value(rule.object_id) or "")

    # ------------------------------------------------------------------ requests

    async def _get(self, name: str, path: str) -> dict[str, Any] | None:
        try:
            response = await self.client.execute(self.operations[name], Request(path), _identity)
        except NotFoundError:
            return None
        self._read_clock(response.headers)
        if not isinstance(response.parsed, dict):
            raise _NotShownError(f"{name} shows no object")
        return response.parsed

    async def _list(self, operation: Operation, filters: list[tuple[str, str]]) -> list[dict[str, Any]]:
        """All rows of a list."""
        request = Request(operation.path, query=filters)
        response = await self.client.execute(operation, request, _identity)
        self._read_clock(response.headers)
        rows: Any = response.parsed
        if operation.pagination is not None:
            rows = await self._pages(operation, request)
        elif isinstance(rows, dict):
            rows = next((one for one in rows.values() if isinstance(one, list)), None)
        return _objects_in(rows, f"{operation.name} shows no list")

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
            ahead = moment.timestamp() - self.clock.now().timestamp()
            self._ahead = dt.timedelta(seconds=ahead if abs(ahead) > 1.5 else 0.0)

    def _note(self, operation: str, seen: int, findings: list[Findings], compared: tuple[str, ...]) -> None:
        fits = sum(len(one.same) for one in findings)
        alike = sum(len(one.twins) + len(one.alike) for one in findings)
        self._reads.append(Read(operation, self.clock.now(), seen, fits, alike, compared))


def _objects_in(rows: Any, complaint: str) -> list[dict[str, Any]]:
    """The objects of an array.

    Raises:
        _NotShownError: It is none, or holds something else: then it can't be told what isn't in it.
    """
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _NotShownError(complaint)
    return rows


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


__all__ = ["Settler"]
