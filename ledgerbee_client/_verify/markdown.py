"""The report for a person: Markdown. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from .looking import Difference
from .report import Finding, Report

_PATHS = {
    "confirmed": "confirmed",
    "exists": "exists",
    "unknown_route": "**unknown route**",
    "unclear": "unclear",
    "not_tried": "not tried",
}


def markdown(report: Report) -> str:
    """Write a report.

    Args:
        report: What was found out.
    """
    return "\n".join([*_head(report), *_table(report), *_differences(report), *_conclusions(report), *_entries(report)])


def _head(report: Report) -> Iterator[str]:
    findings = report.findings
    yield f"# LedgerBee API, compared with its document on {report.date}"
    yield ""
    yield f"{report.base_url}, ledgerbee-client {report.client}. No values, ids or credentials are in this report."
    yield ""
    counts = {name: sum(one.answer.path == name for one in findings) for name in _PATHS}
    paths = (f"{counts[name]} {text.strip('*')}" for name, text in _PATHS.items())
    yield f"- paths: {', '.join(paths)}"
    yield (
        f"- fields: {sum(len(one.confirmed) for one in findings)} confirmed, "
        f"{sum(len(one.unseen) for one in findings)} not seen, "
        f"{sum(len(one.differences) for one in findings)} deviate"
    )
    refused = sum(one.scopes.is_refused for one in findings)
    unlicensed = sum(one.answer.license is not None for one in findings)
    yield f"- refused: {refused} for want of a scope, {unlicensed} for want of a license"
    yield f"- not called: {report.writes} operations that write"
    yield ""


def _table(report: Report) -> Iterator[str]:
    yield "## Operations"
    yield ""
    yield "| operation | endpoint | path | response | fields confirmed | deviations | scopes |"
    yield "|---|---|---|---|---:|---:|---|"
    for one in report.findings:
        path = _PATHS[one.answer.path] + (" (was inferred)" if _is_settled(one) else "")
        confirmed = str(len(one.confirmed)) if one.answer.has_body else ""
        deviations = str(len(one.differences)) if one.answer.has_body else ""
        endpoint = f"`{one.operation.method} {one.operation.path}`"
        cells = (one.operation.name, endpoint, path, _response(one), confirmed, deviations, _scopes(one))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _is_settled(one: Finding) -> bool:
    return one.operation.path_inferred and one.answer.path in ("confirmed", "exists")


def _response(one: Finding) -> str:
    parts = [str(part) for part in (one.answer.status, one.answer.code, one.answer.note) if part]
    if one.answer.license is not None:
        parts.append(f"license: {one.answer.license}")
    return " ".join(parts).replace("|", "/")


def _scopes(one: Finding) -> str:
    facts = one.scopes
    if not facts.needed and not facts.difference:
        return "none"
    state = "refused" if facts.is_refused else {None: "not known", True: "granted", False: "not granted"}[facts.granted]
    text = f"{', '.join(facts.needed) or 'none'} ({state}{', inferred' if facts.is_inferred else ''})"
    return f"{text}: {facts.difference}" if facts.difference else text


def _differences(report: Report) -> Iterator[str]:
    yield "## Deviations"
    yield ""
    deviating = [one for one in report.findings if one.deviates]
    if not deviating:
        yield "None."
        yield ""
    for one in deviating:
        yield f"### {one.operation.name}"
        yield ""
        if one.answer.path == "unknown_route":
            yield f"- `{one.operation.method} {one.operation.path}`: {one.answer.note}"
        if one.scopes.difference:
            yield f"- scopes: {one.scopes.difference}"
        for each in one.differences:
            yield f"- {difference(each)}"
        yield ""


def difference(one: Difference) -> str:
    """Write a difference in one line.

    Args:
        one: What differs.
    """
    place = f"`{one.place}`" if one.place else "the body"
    how_often = f" ({one.count} of {one.of})" if one.of > 1 else ""
    text = {
        "missing": f"{place} is missing{how_often}; documented as {one.documented}",
        "unknown": f"{place} is not documented{how_often}; found {one.found}",
        "kind": f"{place} is documented as {one.documented}, found {one.found}{how_often}",
        "value": f"{place} has a value that its enum doesn't have{how_often}",
    }[one.kind]
    return f"{text}: {one.hint}" if one.hint else text


def _conclusions(report: Report) -> Iterator[str]:
    found = [(one, one.concluded) for one in report.findings if one.concluded]
    if not found:
        return
    yield "## Conclusions of the document that are confirmed"
    yield ""
    for one, places in found:
        yield f"- {one.operation.name}: {', '.join(f'`{place}`' for place in places)}"
    yield ""


def _entries(report: Report) -> Iterator[str]:
    yield "## For openapi/corrections.yaml"
    yield ""
    if not report.entries:
        yield "Nothing to correct."
        return
    yield "```yaml"
    yield report.corrections.rstrip()
    yield "```"


__all__ = ["difference", "markdown"]
