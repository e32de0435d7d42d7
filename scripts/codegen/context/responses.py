"""What templates ask of the responses of an operation."""

from __future__ import annotations

from ..ir import Operation, Success, Type
from ..python import PLAIN, Prefixes, decode, decoder, narrow


def response_types(op: Operation) -> list[Type]:
    """Return the types of the successes of an operation, each once."""
    found: list[Type] = []
    for success in op.successes:
        if success.type not in found:
            found.append(success.type)
    return found or [Type("any")]


def response_type(op: Operation, prefixes: Prefixes = PLAIN) -> str:
    """Write the annotation of what an operation returns."""
    parts = list(dict.fromkeys(narrow(one, prefixes) for one in response_types(op)))
    if "Any" in parts:
        return "Any"
    return " | ".join(sorted(parts, key=lambda part: part == "None"))


def _fallback(op: Operation) -> Success | None:
    """The response of every 2xx status that has none of its own: that of a range, else the first."""
    ranges = [one for one in op.successes if one.status is None]
    return next(iter(ranges or op.successes), None)


def response_kind(op: Operation) -> str:
    """Return what a success holds: `json`, `bytes`, `text` or `empty`."""
    fallback = _fallback(op)
    return fallback.decoding if fallback else "json"


def _one_decoder(one: Type) -> str:
    if one.kind == "none":
        return "parse_none"
    return decoder(one)


def response_decoder(op: Operation) -> str:
    """An expression for the decoder, or 'def ' and the expression that a function of its own returns."""
    fallback = _fallback(op)
    one = fallback.type if fallback else Type("any")
    found = _one_decoder(one)
    return f"def {decode(one, 'value')}" if found.startswith(("lambda", "(lambda")) else found


def response_is_union(op: Operation) -> bool:
    """Return whether a success can be one of several types."""
    fallback = _fallback(op)
    return fallback is not None and fallback.type.kind == "union"


def by_status(op: Operation) -> str:
    """Decoders for the statuses whose response differs from the fallback."""
    fallback = _fallback(op)
    others = [
        one
        for one in op.successes
        if fallback is not None
        and one.status is not None
        and (one.type != fallback.type or one.decoding != fallback.decoding)
    ]
    if not others:
        return ""
    entries = ", ".join(f'{one.status}: ("{one.decoding}", {_one_decoder(one.type)})' for one in others)
    return f"{{{entries}}}"
