"""Faults as text, for the command line and the page."""

from __future__ import annotations

import pytest

from ledgerbee_client.testing import (
    ClockSkew,
    ContentType,
    Cut,
    Fault,
    Garbage,
    Late,
    Latency,
    LooseSearch,
    Sandbox,
    SlowBody,
    Stale,
    Status,
    Twin,
)
from ledgerbee_client.testing.faults.spec import add_from_text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("status:503", Status(503)),
        ("latency:0.5", Latency(0.5)),
        ("cut", Cut("applied")),
        ("cut:connect", Cut("connect")),
        ("slow:2", SlowBody(2.0)),
        ("garbage", Garbage()),
        ("html", ContentType()),
        ("skew:-60", ClockSkew(-60.0)),
        ("late:30", Late(30.0)),
        ("stale", Stale(5.0)),
        ("stale:1", Stale(1.0)),
        ("twin", Twin(0.0)),
        ("loose-search:3", LooseSearch(3)),
    ],
)
def test_every_kind_can_be_written(text: str, fault: Fault) -> None:
    rule = add_from_text(Sandbox().faults, text)
    assert (rule.fault, rule.left, rule.probability) == (fault, None, 1.0)


def test_a_rule_can_be_narrowed() -> None:
    sandbox = Sandbox()
    rule = add_from_text(sandbox.faults, "late:30  on=company.get times=2 probability=0.5")
    assert (rule.left, rule.probability) == (2, 0.5)
    assert list(sandbox.faults) == [rule]
    sandbox.faults.clear()
    assert list(sandbox.faults) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "unknown fault ''"),
        ("lat:5", "unknown fault 'lat'"),
        ("late", "late doesn't take ''"),
        ("status:many", "status doesn't take 'many'"),
        ("cut:half", "cut doesn't take 'half'"),
        ("garbage:5", "garbage doesn't take '5'"),
        ("html:404", "html doesn't take '404'"),
        ("cut never", "unknown option 'never'"),
        ("cut times=often", "times doesn't take 'often'"),
        ("cut times=0", "times"),
        ("cut on=invoices.sned", "unknown operation 'invoices.sned'"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_form(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        add_from_text(Sandbox().faults, text)
