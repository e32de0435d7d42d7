"""What faults are put into, and the tests that concern it, the most telling ones first."""

from __future__ import annotations

from attrs import define

_CODEC = ("base", "decoding", "encoding", "enums", "fields", "forms", "nearest", "observing", "types", "urls")


@define(frozen=True)
class Target:
    """A part of the package.

    Attributes:
        modules: Its files, as patterns below `ledgerbee_client`.
        tests: Below `tests`.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]


def _client(*names: str) -> tuple[str, ...]:
    return tuple(f"client/test_{name}.py" for name in names)


TARGETS = {
    "outcome": Target(
        ("_outcome.py",),
        _client("outcome", "retry_table", "pipeline", "errors", "client", "messages", "oauth", "warnings"),
    ),
    "attempt": Target(
        ("_attempt.py",),
        _client(
            *("pipeline", "outcome", "retry_table", "limiter", "signals", "channel", "client", "oauth", "errors"),
            *("settle", "messages", "warnings", "cancellation", "scopes", "downloads", "privacy", "garbage"),
        ),
    ),
    "settle": Target(
        ("_settle/*.py",),
        (*_client("settle_values", "settle_rules", "settle_combinations", "settle", "once"), "chaos/test_model.py"),
    ),
    "once": Target(
        ("_once/*.py",),
        (
            *_client("once", "stores", "once_each", "settle", "once_adversary", "once_postgres", "cli_decisions"),
            *("chaos/test_model.py", "chaos/test_killer.py"),
        ),
    ),
    "pagination": Target(
        ("_pagination/*.py",),
        _client(
            *("pagination_rules", "pagination", "pagination_drift", "pagination_resume", "pagination_tasks"),
            *("pagination_server", "page", "loops", "garbage"),
        ),
    ),
    "transport": Target(
        ("_transport/*.py",),
        _client(
            *("transport_framing", "transport_environment", "transport_errors", "transport_proxies"),
            *("transport_belonging", "transport_reuse", "transport_cancellation", "channel", "cancellation", "trio"),
        ),
    ),
    "scopes": Target(
        ("_scopes.py",), (*_client("scopes", "scopes_server", "errors", "messages", "cli"), "sandbox/test_access.py")
    ),
    "codec": Target(
        tuple(f"generated/{name}.py" for name in _CODEC),
        _client(
            *("codec", "types", "json", "models", "tolerance", "sending", "interop", "models_module", "page"),
            *("private_attributes", "client", "messages", "pipeline", "settle"),
        ),
    ),
}
