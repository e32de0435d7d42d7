"""The report of a tour: what is confirmed of each operation, and what deviates. No value, id or key is in it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from attrs import asdict, field, frozen

from ..generated.types import Operation
from .amending import Study, study
from .answers import Answer
from .entries import as_yaml, corrections
from .looking import Difference
from .schemas import Json
from .tour import Visit


@frozen
class ScopeFacts:
    """The scopes of an operation.

    Attributes:
        needed: By the document.
        is_inferred: The document concludes them.
        granted: Whether the key has all of them; None: not known.
        is_refused: The API refused the call for want of a scope.
        asked: What the API then asked for.
        difference: How that differs from the document.
    """

    needed: tuple[str, ...]
    is_inferred: bool
    granted: bool | None
    is_refused: bool
    asked: tuple[str, ...] | None
    difference: str = ""


@frozen
class Finding:
    """What was found out of an operation.

    Attributes:
        operation: What was called.
        answer: What became of the call, without what it returned.
        is_probe: It was called with an id that doesn't exist.
        scopes: Its scopes.
        confirmed: The places of the response that are as documented.
        concluded: Those among them that the document only concludes.
        unseen: The documented places that were not there, and needn't be.
        differences: What deviates.
    """

    operation: Operation
    answer: Answer
    is_probe: bool
    scopes: ScopeFacts
    confirmed: tuple[str, ...] = ()
    concluded: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def deviates(self) -> bool:
        """Whether anything is not as documented."""
        return bool(self.differences or self.scopes.difference or self.answer.path == "unknown_route")


@frozen
class Report:
    """What was found out of an API.

    Attributes:
        base_url: Where it is.
        client: The version of this package.
        date: When, in UTC.
        findings: By operation.
        writes: How many operations were not called because they write.
        entries: For `openapi/corrections.yaml`, by section.
    """

    base_url: str
    client: str
    date: str
    findings: tuple[Finding, ...]
    writes: int
    entries: Json = field(factory=dict)

    @property
    def deviates(self) -> bool:
        """Whether anything is not as documented."""
        return any(one.deviates for one in self.findings)

    @property
    def corrections(self) -> str:
        """The entries, as YAML."""
        return as_yaml(self.entries)

    def as_json(self) -> Json:
        """Return all of it, for programs."""
        return {
            "base_url": self.base_url,
            "client": self.client,
            "date": self.date,
            "deviates": self.deviates,
            "writes_not_tried": self.writes,
            "operations": [_finding_as_json(one) for one in self.findings],
            "corrections": self.corrections,
        }


def report_of(
    raw: Mapping[str, Any],
    visits: Sequence[Visit],
    operations: Mapping[str, Operation],
    granted: Collection[str] | None,
    *,
    base_url: str,
    client: str,
    date: str,
) -> Report:
    """Compare what a tour brought with the document.

    Args:
        raw: The document.
        visits: The calls of the tour.
        operations: All operations, by name.
        granted: The scopes of the credential; None: not known.
        base_url: Where the API is.
        client: The version of this package.
        date: Today.
    """
    found = study(raw, [(one.operation, [one.answer.body]) for one in visits if one.answer.has_body])
    findings = tuple(_finding(one, found, granted) for one in visits)
    compared = [one.operation for one in visits if one.answer.has_body]
    entries = corrections(raw, found, compared, f"ledgerbee verify, {date}")
    entries = _with_demands(entries, findings, f"ledgerbee verify, {date}")
    writes = sum(one.method != "GET" for one in operations.values())
    return Report(base_url, client, date, findings, writes, entries)


def _finding(visit: Visit, found: Study, granted: Collection[str] | None) -> Finding:
    operation, answer = visit.operation, visit.answer
    shown = Answer(**{**asdict(answer, recurse=False), "body": None})
    scopes = _scopes(operation, answer, granted)
    look = found.looks.get(operation.name) if answer.has_body else None
    if look is None:
        return Finding(operation, shown, visit.is_probe, scopes)
    differences = tuple(found.differences.get(operation.name, ()))
    fine = [place for place in look.places.values() if place.is_confirmed and not _differs(place.name, differences)]
    unseen = tuple(one.name for one in look.places.values() if one.node is not None and not one.present)
    known = {one.place for one in differences}
    return Finding(
        operation,
        shown,
        visit.is_probe,
        scopes,
        tuple(one.name for one in fine if one.key),
        tuple(one.name for one in fine if one.key and one.is_inferred),
        tuple(name for name in unseen if name not in known),
        differences,
    )


def _differs(place: str, differences: Sequence[Difference]) -> bool:
    """Whether a place, or what it stands in, is not as documented."""
    for one in differences:
        if one.place == place:
            return True
        if one.kind == "unknown" and not one.hint and place.startswith((f"{one.place}.", f"{one.place}[]")):
            return True
    return False


def _scopes(operation: Operation, answer: Answer, granted: Collection[str] | None) -> ScopeFacts:
    missing = [] if granted is None else [one for one in operation.scopes if one not in granted]
    has_all = None if granted is None else not missing
    asked = answer.asked_scopes
    difference = ""
    if asked and {*asked} != {*operation.scopes}:
        difference = f"the API asks for {', '.join(asked)}"
    elif answer.path == "confirmed" and missing:
        difference = f"the API answers without {', '.join(missing)}"
    return ScopeFacts(operation.scopes, operation.scopes_inferred, has_all, asked is not None, asked, difference)


def _with_demands(entries: Json, findings: Sequence[Finding], source: str) -> Json:
    """The entries, with the scopes and licenses that the API asked for."""
    by_operation = {one["operation"]: one for one in entries.get("operations", ())}
    for one in findings:
        asked = one.scopes.asked if one.scopes.difference else None
        license_key = one.answer.license if one.answer.license != "not named" else None
        more: Json = {"scopes": list(asked)} if asked else {}
        if license_key and not one.operation.licenses:
            more["licenses"] = [license_key]
        if not more:
            continue
        called = f"{one.operation.method} {one.operation.path}"
        entry = by_operation.setdefault(
            called, {"operation": called, "tag": one.operation.tag, "summary": one.operation.summary}
        )
        why = entry.pop("why", f"{source}: the API refused the call for want of it")
        entry.update({**more, "why": why})
    return {**({"operations": list(by_operation.values())} if by_operation else {}), **_rest(entries)}


def _rest(entries: Json) -> Json:
    return {name: value for name, value in entries.items() if name != "operations"}


def _finding_as_json(one: Finding) -> Json:
    answer = one.answer
    return {
        "operation": one.operation.name,
        "method": one.operation.method,
        "path": one.operation.path,
        "path_inferred": one.operation.path_inferred,
        "deprecated": one.operation.deprecated,
        "path_state": answer.path,
        "status": answer.status,
        "code": answer.code,
        "note": answer.note,
        "probe": one.is_probe,
        "license_missing": answer.license,
        "scopes": {
            "needed": list(one.scopes.needed),
            "inferred": one.scopes.is_inferred,
            "granted": one.scopes.granted,
            "refused": one.scopes.is_refused,
            "asked": None if one.scopes.asked is None else list(one.scopes.asked),
            "difference": one.scopes.difference,
        },
        "confirmed": list(one.confirmed),
        "confirmed_conclusions": list(one.concluded),
        "not_seen": list(one.unseen),
        "differences": [asdict(each) for each in one.differences],
    }


__all__ = ["Finding", "Report", "ScopeFacts", "report_of"]
