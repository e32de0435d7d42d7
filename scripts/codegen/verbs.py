"""The verb that an operationId says, where it contradicts the one that the HTTP method suggests.

`POST /transfers/{id}` with the operationId `deleteTransfer` deletes: what somebody wrote down outranks a convention.
"""

from __future__ import annotations

import re

from . import identifiers
from .ir import Operation

#: Verbs for the same thing: what a method is called -> what operationIds call it.
_KINDS = {
    "create": {"create", "add", "insert", "new"},
    "update": {"update", "edit", "modify", "patch", "replace", "change", "set", "upsert"},
    "delete": {"delete", "remove", "destroy"},
    "get": {"get", "fetch", "retrieve", "read", "show", "describe", "list", "find"},
}
#: Verbs of actions. Any other first word may as well be a noun.
_ACTIONS = {
    *("accept", "activate", "apply", "approve", "archive", "assign", "attach", "authorize", "block"),
    *("book", "calculate", "cancel", "capture", "check", "clone", "close", "complete", "confirm"),
    *("connect", "convert", "copy", "deactivate", "decline", "detach", "disable", "disconnect"),
    *("download", "enable", "estimate", "evaluate", "execute", "export", "finalize", "generate"),
    *("import", "invite", "issue", "link", "lock", "login", "logout", "mark", "merge", "move", "open"),
    *("pause", "preview", "publish", "query", "rebuild", "refresh", "refund", "regenerate", "register"),
    *("reject", "release", "reopen", "report", "request", "resend", "reset", "resolve", "restore"),
    *("resume", "retry", "revoke", "roll", "rotate", "run", "schedule", "search", "send", "start"),
    *("stop", "submit", "subscribe", "suspend", "sync", "terminate", "test", "transfer", "trigger"),
    *("unassign", "unblock", "unlink", "unlock", "unsubscribe", "upload", "validate", "verify", "void"),
    *("withdraw"),
}


def outranked(operation: Operation, by_method: str, resource: str) -> str | None:
    """The name that the operationId gives a method, when it contradicts the one that follows from the HTTP method.

    Args:
        operation: the operation.
        by_method: its name by HTTP method and path.
        resource: what its methods are collected under.

    Returns:
        the other name; None when there is no contradiction.
    """
    said = _words_of(operation)
    suggested, _, rest = by_method.partition("_")
    mine = _kind(suggested) or ("post" if suggested == "post" else None)
    if not said or mine is None:
        return None
    kind = _kind(said[0])
    if kind is None and said[0] not in _ACTIONS:
        return None
    if kind == mine or (kind == "get" and suggested in ("list", "get")):
        return None
    if kind is not None:
        return "_".join(part for part in (kind, rest) if part)
    return _without_noun(said, resource)


def _kind(word: str) -> str | None:
    return next((kind for kind, verbs in _KINDS.items() if word in verbs), None)


def _words_of(operation: Operation) -> list[str]:
    """The words of an operationId, without the controller and the version."""
    identifier = re.sub(r"_v\d+$", "", operation.operation_id or "")
    return identifiers.snake(re.split(r"Controller_|[./]", identifier)[-1]).split("_") if identifier else []


def _without_noun(said: list[str], resource: str) -> str:
    """`cancel_run` of the resource `runs` is `cancel`."""
    noun = {resource, identifiers.singular(resource)}
    for length in range(len(said) - 1, 0, -1):
        if "_".join(said[-length:]) in noun or identifiers.singular("_".join(said[-length:])) in noun:
            return "_".join(said[:-length])
    return "_".join(said)
