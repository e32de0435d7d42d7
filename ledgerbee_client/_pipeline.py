"""What every call passes: the gate (closed, kind of credential, deprecation, scopes), then attempts until one counts.

It awaits and decides nothing by itself: what may be repeated and for how long to wait is in `_outcome`, what is raised
in `_failures`, one attempt in `_attempt`.
"""

from __future__ import annotations

import inspect
import logging
from contextlib import nullcontext
from typing import TYPE_CHECKING

import anyio
import httpx

from ._attempt import Attempts, Call
from ._failed import Failed, History
from ._limiter import monotonic
from ._outcome import RetryEvent, RetryPolicy, may_repeat, wait_before_retry
from .errors import ConfigurationError, InsufficientScopeError, LedgerBeeError

if TYPE_CHECKING:
    from ._auth import Credential
    from ._body import Sink
    from ._config import Options
    from ._recording import Recording
    from ._scopes import Scopes
    from ._warnings import Warnings
    from .generated.types import Operation, Request

_log = logging.getLogger("ledgerbee_client")


class Retries:
    """Attempts a call until one counts, as often as that is safe.

    Args:
        attempts: Makes the single attempts.
    """

    def __init__(self, attempts: Attempts) -> None:
        self._attempts = attempts

    async def send(self, call: Call) -> httpx.Response:
        """Send a request.

        Args:
            call: What is called.

        Returns:
            A response that is a success; or the 404 of a DELETE whose first attempt may have done its work.

        Raises:
            LedgerBeeError: See `errors`.
        """
        started = monotonic()
        result = await self._attempts.make(call, 1, call.options.retry.deadline)
        if isinstance(result, Failed):
            return await self._repeat(call, started, result)
        return _settled(call.operation, result, None)

    async def _repeat(self, call: Call, started: float, failed: Failed) -> httpx.Response:
        """Attempt a call again, after its first attempt has failed."""
        from ._failures import final_error  # where something fails

        operation, policy = call.operation, call.options.retry
        history = History()
        while True:
            history.add(failed)
            wait = None
            if may_repeat(operation, failed.outcome) and not self._attempts.closed:
                wait = self._wait(policy, history, monotonic() - started, failed)
            if wait is not None:
                await _emit(call, history.attempts, wait, failed)
                if failed.limiter is None:  # else the next attempt waits for the pause
                    with nullcontext() if call.recording is None else call.recording.pausing():
                        await anyio.sleep(wait)
            if wait is None or self._attempts.closed:
                raise final_error(operation, call.request, failed, history) from failed.cause
            left = None if policy.deadline is None else policy.deadline - (monotonic() - started)
            result = await self._make_another(call, left, failed, history)
            if not isinstance(result, Failed):
                return _settled(operation, result, history)
            failed = result

    async def _make_another(
        self, call: Call, left: float | None, failed: Failed, history: History
    ) -> httpx.Response | Failed:
        try:
            return await self._attempts.make(call, history.attempts + 1, left)
        except LedgerBeeError as error:
            if error.applied or not history.uncertain or call.operation.idempotency == "safe":
                raise
            from ._failures import final_error  # where something fails

            # That this attempt wasn't sent says nothing of those before it
            last = failed._replace(error=error, response=None)
            raise final_error(call.operation, call.request, last, history) from error

    def _wait(self, policy: RetryPolicy, history: History, elapsed: float, failed: Failed) -> float | None:
        """Seconds until the next attempt; None when there is to be none."""
        if failed.limiter is None:
            return wait_before_retry(policy, history.attempts, elapsed, failed.hint)
        pause = failed.limiter.left()
        is_over = history.attempts >= policy.max_attempts
        return None if is_over or (policy.deadline is not None and elapsed + pause >= policy.deadline) else pause


def _settled(operation: Operation, response: httpx.Response, history: History | None) -> httpx.Response:
    """Return a response that is a success for the caller.

    Raises:
        APIError: It is none.
    """
    is_gone = operation.method == "DELETE" and response.status_code == 404 and history and history.uncertain
    if response.is_success or is_gone:
        return response
    from ._failures import refusal  # where something fails

    raise refusal(response, operation, history)


class Pipeline:
    """The gate before the attempts.

    Args:
        retries: Sends what passes.
        attempts: Says whether the client is closed.
        credential: Its kind must be one that the operation takes.
        scopes: Refuses calls that the credential has no scope for.
        warnings: Warns of deprecated operations.
    """

    def __init__(
        self, retries: Retries, attempts: Attempts, credential: Credential, scopes: Scopes, warnings: Warnings
    ) -> None:
        self._retries = retries
        self._attempts = attempts
        self._credential = credential
        self._scopes = scopes
        self._warnings = warnings

    async def send(
        self,
        operation: Operation,
        request: Request,
        options: Options,
        *,
        sink: Sink | None = None,
        recording: Recording | None = None,
    ) -> httpx.Response:
        """Send a request under all policies.

        Args:
            operation: What is called.
            request: What is sent.
            options: How.
            sink: Takes the body of a success piece by piece; without one it is read whole.
            recording: Takes what becomes of it, where anybody wants to know.

        Returns:
            See `Retries.send`.

        Raises:
            LedgerBeeError: See `errors`.
        """
        self._attempts.ensure_open(operation)
        key = _idempotency_key(operation, request, options)
        try:
            self._ensure_credential_fits(operation)
            self._warnings.before(operation)
            await self._scopes.ensure(operation)
            return await self._retries.send(Call(operation, request, options, sink, recording))
        except LedgerBeeError as error:
            error.operation = operation.name
            error.idempotency_key = key
            if isinstance(error, InsufficientScopeError):
                self._scopes.forget()
            raise

    def _ensure_credential_fits(self, operation: Operation) -> None:
        accepted, kind = operation.auth, self._credential.kind
        if kind is None or not accepted or kind in accepted:
            return
        if accepted == ("api_key",):
            raise ConfigurationError(f"{operation.name} takes an API key only; OAuth clients can't call it")
        raise ConfigurationError(f"{operation.name} takes a sign-in in the browser only; pass an auth flow of your own")


async def _emit(call: Call, attempt: int, wait: float, failed: Failed) -> None:
    """Log a retry, and call the hook for it."""
    operation, policy = call.operation, call.options.retry
    status = failed.status_code
    _log.info(
        "%s %s: attempt %d %s (%s); next in %.2f s",
        operation.method,
        operation.path,
        attempt,
        failed.outcome.value,
        status or type(failed.error).__name__,
        wait,
    )
    if policy.on_retry is not None:
        done = policy.on_retry(RetryEvent(operation.name, attempt, wait, failed.outcome, status))
        if inspect.isawaitable(done):
            await done


def _idempotency_key(operation: Operation, request: Request, options: Options) -> str | None:
    """The idempotency key that is sent: the caller's, or one that is made now and kept."""
    header = operation.idempotency_header
    if header is None:
        return None
    for name, value in (*request.headers.items(), *options.headers.items()):
        if name.lower() == header.lower():
            return value
    import uuid  # reading needs no key, and this takes a millisecond to import

    key = request.headers[header] = str(uuid.uuid4())
    return key


__all__ = ["Pipeline", "Retries"]
