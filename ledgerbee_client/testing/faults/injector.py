"""Which requests are hit by which fault: by operation, so many times, with a probability; the same in every run."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType

from starlette.types import ASGIApp, Receive, Scope, Send

from .. import checks
from ..access.oauth import PATHS
from ..clock import Clock
from ..http.document import MOUNT, Document, path_as_sent
from ..http.request_log import Write
from .kinds import Circumstances, Fault
from .schedule import Schedule

_PARAMETER = re.compile(r"\{[^{}/]*\}")


@dataclass(frozen=True, slots=True)
class Target:
    """A request as rules see it, before it is read."""

    method: str
    #: Unquoted, without `/api`.
    path: str
    #: Its Python name; None for the OAuth endpoints and unknown routes.
    operation: str | None


@dataclass(frozen=True, slots=True)
class Injection:
    """A fault that was injected."""

    fault: Fault
    target: Target
    at: datetime


@dataclass(slots=True, eq=False)
class Rule:
    """A fault and the requests that it hits. Ends with `remove()`, or with the block when used in a `with`."""

    fault: Fault
    matches: Callable[[Target], bool]
    #: How many more requests it hits; None = no end.
    left: int | None
    probability: float
    random: random.Random
    _rules: list[Rule] = field(repr=False)
    #: How many requests it has hit.
    hits: int = 0

    def remove(self) -> None:
        """End the rule. Does nothing if it has ended."""
        if self in self._rules:
            self._rules.remove(self)

    def __enter__(self) -> Rule:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.remove()

    def draws(self, target: Target) -> bool:
        """Return whether the rule hits this request, and count it if so.

        Args:
            target: the request.
        """
        if self.left == 0 or not self.matches(target):
            return False
        if self.probability < 1.0 and self.random.random() >= self.probability:
            return False
        self.hits += 1
        if self.left is not None:
            self.left -= 1
        return True


class Faults:
    """The faults of a sandbox.

    Rules are asked in the order in which they were added. The first one that decides the response ends the search, so
    rules with `times` follow one another; others before it come on top (`Latency`, `ClockSkew`, `Stale`, `Twin`,
    `LooseSearch`).
    """

    def __init__(self, document: Document, clock: Clock, writes: Sequence[Write], seed: int) -> None:
        self._document = document
        self._clock = clock
        self._writes = writes
        self._seed = seed
        #: What faults still have to do.
        self.schedule = Schedule(clock)
        self._made = 0
        self._rules: list[Rule] = []
        #: What was injected, in order.
        self.injected: list[Injection] = []

    def add(
        self,
        fault: Fault,
        on: str | Callable[[Target], bool] | None = None,
        *,
        times: int | None = None,
        probability: float = 1.0,
    ) -> Rule:
        """Add a fault.

        Args:
            fault: what goes wrong.
            on: the requests it may hit: the Python name of an operation (`"invoices.send"`), its method and path as
                the document has it (`"POST /v1/invoices/{id}/send"`, with any names of parameters; the OAuth
                endpoints, too), or a function of the `Target`; by default all.
            times: how many requests it hits at most.
            probability: with which it hits each of them, drawn from the sandbox's seed.

        Raises:
            TypeError: it is no fault, `times` no whole number, or the probability no number.
            ValueError: there is no such operation, or a number is out of range.
        """
        if isinstance(fault, type) or not callable(getattr(fault, "wrap", None)):
            raise TypeError(f'fault: one with its settings, as in Status(503) or Cut("applied"), not {fault!r}')
        checks.number(0, 1, probability=probability)
        if times is not None:
            checks.whole(1, times=times)
        matches = _everything if on is None else self._on(on) if isinstance(on, str) else on
        self._made += 1
        # A source of its own for each rule: what one draws doesn't change what another does.
        source = random.Random(f"{self._seed}/{self._made}")  # noqa: S311  # no secret
        rule = Rule(fault, matches, times, probability, source, self._rules)
        self._rules.append(rule)
        return rule

    def __iter__(self) -> Iterator[Rule]:
        """The rules that are on."""
        return iter(self._rules)

    def clear(self) -> None:
        """End all rules."""
        self._rules.clear()

    def around(self, app: ASGIApp, scope: Scope) -> ASGIApp:
        """Return the application as it behaves for one request, faults included.

        Args:
            app: the application without faults.
            scope: of the request.
        """
        match = self._document.match(scope["method"], path_as_sent(scope))
        path = str(scope["path"]).removeprefix(MOUNT)
        target = Target(scope["method"], path, match.route.operation.name if match else None)
        drawn: list[Rule] = []
        for rule in self._rules:
            if rule.draws(target):
                drawn.append(rule)
                if rule.fault.decides:
                    break
        for rule in reversed(drawn):
            at = Circumstances(rule.random, self._clock, path, target.operation, self.schedule, self._writes)
            app = rule.fault.wrap(app, at)
        self.injected += [Injection(rule.fault, target, self._clock.now()) for rule in drawn]
        return app

    def _on(self, text: str) -> Callable[[Target], bool]:
        name = text if text in self._document.operations else self._named(text)
        if name is not None:
            return lambda target: target.operation == name
        method, _, path = text.partition(" ")
        path = path.strip().removeprefix(MOUNT)
        if path in PATHS and method == "POST":
            return lambda target: (target.method, target.path) == (method, path)
        raise ValueError(
            f"unknown operation {text!r}: write its Python name, as in 'invoices.send', or method and path as the "
            "document does"
        )

    def _named(self, text: str) -> str | None:
        method, _, path = text.partition(" ")
        wanted = _PARAMETER.sub("{}", path.strip().removeprefix(MOUNT))
        for name, operation in self._document.operations.items():
            if operation.method == method and _PARAMETER.sub("{}", operation.path) == wanted:
                return name
        return None


class FaultLayer:
    """Goes around the whole application."""

    def __init__(self, app: ASGIApp, faults: Faults) -> None:
        self._app = app
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request of ASGI."""
        app = self._app
        if scope["type"] == "http":
            await self._faults.schedule.run_due()
            app = self._faults.around(app, scope)
        await app(scope, receive, send)


def _everything(target: Target) -> bool:
    return True
