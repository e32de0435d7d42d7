"""What proves that a write was applied, and what that it was not: the rules, and a model of all that can happen."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client._settle.rules import CLOCK_DOUBT, Findings, Fit, Proof, Window, find, fit, judge, judge_state
from ledgerbee_client._settle.sent import Sent, things_of
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Settlement
from tests.shared.api import promised_names

NOW = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
WINDOW = Window(NOW, NOW + dt.timedelta(seconds=180))
RULE = Settlement(kind="match", lists="invoices.list", keys=("reference",), compare=("customerId", "date", "lines"))

CUSTOMER, PRICE = "0197a943-2325-7829-b835-b6c71a293065", "0197a943-2325-7829-b835-b6c71a293066"
SENT = {
    "customerId": CUSTOMER,
    "date": "2026-11-28",
    "lines": [{"priceId": PRICE, "quantity": 2}],
    "reference": "2026-11/C-1",
    "notes": "Thank you",
}
SHOWN = {**SENT, "id": "1", "status": "draft", "lines": [{"priceId": PRICE, "quantity": 2, "totalPrice": "10.00"}]}


def test_the_time_of_a_write_is_over_when_the_doubt_about_clocks_is_over_too() -> None:
    moment = dt.timedelta(microseconds=1)
    assert not WINDOW.is_over(None)
    assert not WINDOW.is_over(WINDOW.end + CLOCK_DOUBT)
    assert WINDOW.is_over(WINDOW.end + CLOCK_DOUBT + moment)


def at(seconds: float, **changes: Any) -> dict[str, Any]:
    """The object as it is shown, made so many seconds after the attempt."""
    made = (NOW + dt.timedelta(seconds=seconds)).isoformat()
    return {name: value for name, value in {**SHOWN, "createdAt": made, **changes}.items() if value != "absent"}


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (at(0), Fit.SAME),
        (at(-1.5), Fit.SAME),  # the API's clock is known to a second or two
        (at(170), Fit.SAME),
        (at(-5), Fit.TWIN),  # it may have been there before, or a clock is wrong
        (at(-89), Fit.TWIN),
        (at(-91), Fit.OTHER),
        (at(180 + 91), Fit.OTHER),  # made when the attempt was long over
        (at(0, createdAt="absent"), Fit.TWIN),  # when it was made isn't shown
        (at(0, reference="2026-11/C-2"), Fit.OTHER),
        (at(0, reference="2026-11/c-1"), Fit.ALIKE),  # a server that writes it otherwise
        (at(0, notes="Thanks"), Fit.ALIKE),
        (at(0, notes="absent"), Fit.SAME),
        (
            at(0, lines=[{"priceId": CUSTOMER, "quantity": 2}]),
            Fit.ALIKE,
        ),  # the key says it is ours, the lines that it isn't
        (at(0, lines="absent"), Fit.SAME),  # the key is enough
        (at(0, reference="absent"), Fit.SAME),  # everything that is compared is shown and equal
        (at(0, reference="absent", lines="absent"), Fit.ALIKE),
        (at(0, reference="absent", customerId=PRICE), Fit.OTHER),
        (at(0, reference=None, lines=[{"priceId": CUSTOMER, "quantity": 2}]), Fit.OTHER),
    ],
)
def test_an_object_is_what_was_sent_or_perhaps_or_another(shown: dict[str, Any], expected: Fit) -> None:
    assert fit(RULE, SENT, shown, WINDOW) is expected


def test_without_a_key_everything_that_was_sent_must_be_equal() -> None:
    sent = {name: value for name, value in SENT.items() if name != "reference"}
    assert fit(RULE, sent, at(0), WINDOW) is Fit.SAME
    assert fit(RULE, sent, at(0, notes="Thanks"), WINDOW) is Fit.ALIKE
    assert fit(RULE, sent, at(0, customerId="C-1"), WINDOW) is Fit.OTHER
    assert fit(RULE, {"notes": "Thank you"}, at(0), WINDOW) is Fit.ALIKE  # nothing of it identifies an invoice


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([Findings()], Proof.ABSENT),
        ([Findings(same=(at(0),))], Proof.APPLIED),
        ([Findings(same=(at(0),), alike=(at(0, id="2"),))], Proof.APPLIED),  # what is merely like it is another's
        ([Findings(same=(at(0),), twins=(at(0, id="2"),))], Proof.DOUBT),
        ([Findings(same=(at(0), at(0, id="2")))], Proof.DOUBT),
        ([Findings(twins=(at(0),))], Proof.DOUBT),
        ([Findings(alike=(at(0),))], Proof.DOUBT),
        # a batch: all or nothing
        ([Findings(same=(at(0),)), Findings(same=(at(0, id="2"),))], Proof.APPLIED),
        ([Findings(same=(at(0),)), Findings()], Proof.DOUBT),
        ([Findings(), Findings()], Proof.ABSENT),
        ([Findings(same=(at(0),)), Findings(same=(at(0),))], Proof.DOUBT),  # one object for two
    ],
)
def test_findings_prove_something_or_leave_doubt(findings: list[Findings], expected: Proof) -> None:
    found = judge(findings)
    assert found.proof is expected
    assert bool(found.reason) is (expected is Proof.DOUBT)


SENDING = Settlement(
    kind="state",
    read="invoices.get",
    shows="status",
    applied=("sent", "paid"),
    not_applied=("draft",),
    changed="updatedAt",
)
ACTIVATING = Settlement(
    kind="state", read="x.get", shows="status", applied=("active",), not_applied=("draft",), reversible=True
)
UPDATING = Settlement(kind="state", read="products.get", shows_sent=True, changed="updatedAt")
RENAMING = Settlement(kind="state", read="customers.get", shows_sent=True)
BOOKING = Settlement(kind="state", read="drafts.get", gone=True)
LATER, EARLIER, JUST_BEFORE = ((NOW + dt.timedelta(seconds=s)).isoformat() for s in (3600, -3600, -10))


@pytest.mark.parametrize(
    ("rule", "sent", "shown", "expected"),
    [
        (SENDING, {}, {"status": "sent", "updatedAt": LATER}, Proof.APPLIED),
        (SENDING, {}, {"status": "PAID", "updatedAt": LATER}, Proof.APPLIED),
        # sent before, and not again; or the API doesn't say when it was sent
        (SENDING, {}, {"status": "sent", "updatedAt": EARLIER}, Proof.DOUBT),
        (SENDING, {}, {"status": "draft", "updatedAt": EARLIER}, Proof.ABSENT),
        (SENDING, {}, {"status": "sent", "updatedAt": JUST_BEFORE}, Proof.DOUBT),
        (SENDING, {}, {"status": "sent"}, Proof.DOUBT),
        (SENDING, {}, {"status": "draft", "updatedAt": LATER}, Proof.ABSENT),
        (SENDING, {}, {"status": "archived", "updatedAt": LATER}, Proof.DOUBT),
        (SENDING, {}, {"updatedAt": LATER}, Proof.DOUBT),
        (SENDING, {}, None, Proof.DOUBT),
        (ACTIVATING, {}, {"status": "active"}, Proof.APPLIED),
        (ACTIVATING, {}, {"status": "draft"}, Proof.ABSENT),
        (UPDATING, {"name": "A"}, {"name": "A", "updatedAt": LATER}, Proof.APPLIED),
        (UPDATING, {"name": "A"}, {"name": "B", "updatedAt": LATER}, Proof.DOUBT),  # another may have changed it since
        (UPDATING, {"name": "A"}, {"name": "B", "updatedAt": EARLIER}, Proof.ABSENT),
        (UPDATING, {"name": "A"}, {"name": "A", "updatedAt": JUST_BEFORE}, Proof.DOUBT),
        (UPDATING, {"name": "A"}, {"name": "A", "updatedAt": EARLIER}, Proof.DOUBT),
        (UPDATING, {"name": "A", "unit": "pcs"}, {"name": "A", "updatedAt": EARLIER}, Proof.DOUBT),
        (UPDATING, {}, {"name": "A", "updatedAt": LATER}, Proof.DOUBT),
        (RENAMING, {"name": "A"}, {"name": "A"}, Proof.APPLIED),
        (RENAMING, {"name": "A", "secret": 1}, {"name": "A"}, Proof.DOUBT),
        (BOOKING, {}, {"id": "1"}, Proof.ABSENT),
        (BOOKING, {}, None, Proof.DOUBT),  # booked, or deleted by somebody
    ],
)
def test_the_object_itself_proves_or_leaves_doubt(
    rule: Settlement, sent: dict[str, Any], shown: dict[str, Any] | None, expected: Proof
) -> None:
    assert judge_state(rule, sent, shown, WINDOW, WINDOW.end).proof is expected


def test_a_state_that_can_be_left_again_proves_nothing_when_it_is_looked_at_much_later() -> None:
    later = WINDOW.end + dt.timedelta(hours=1)
    assert judge_state(ACTIVATING, {}, {"status": "draft"}, WINDOW, later).proof is Proof.DOUBT
    assert judge_state(ACTIVATING, {}, {"status": "active"}, WINDOW, later).proof is Proof.APPLIED
    assert judge_state(SENDING, {}, {"status": "draft", "updatedAt": LATER}, WINDOW, later).proof is Proof.ABSENT


def test_the_place_of_an_id_is_the_last_path_parameter_unless_said() -> None:
    sent = Sent("x.y", NOW, {"customerId": "c", "id": "i"}, {"id": "b"})
    assert (sent.value(None), sent.value("path.customerId"), sent.value("body.id")) == ("i", "c", "b")
    assert Sent("x.y", NOW).value(None) is None
    assert Sent("x.y", NOW, {}, ["no mapping"]).value("body.id") is None


def test_every_write_that_is_not_idempotent_has_a_rule_or_a_reason_and_four_fifths_can_be_settled() -> None:
    writes = [one for one in OPERATIONS.values() if one.idempotency == "none" and one.name in promised_names()]
    assert [one.name for one in writes if one.settlement is None] == []
    assert all(one.settlement.reason for one in writes if one.settlement and one.settlement.kind == "none")
    settled = [one for one in writes if one.settlement and one.settlement.kind != "none"]
    gone = promised_names() - OPERATIONS.keys()
    assert len(settled) + len(gone) >= 0.8 * len(writes)


# ---------------------------------------------------------------------- a model of what can happen


seconds = st.sampled_from([-3600, -200, -95, -60, -5, -1, 0, 0.5, 10, 100, 170, 200, 400])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[bool, list[dict[str, Any]], bool]:
    """Whether the write was applied; what others made, before, meanwhile and afterwards; and whether a key was sent."""
    with_key = draw(st.booleans())
    others = []
    for number in range(draw(st.integers(0, 4))):
        made = draw(seconds)
        changes: dict[str, Any] = {"id": f"other-{number}"}
        # Another's object never has our reference; without one, it is never equal in the time of our attempt
        if with_key or -90 <= made <= 180 + 90:
            changes["reference"] = draw(st.sampled_from(["2026-11/C-2", None]))
        change = draw(st.sampled_from(["notes", "lines", "customerId"]))
        if changes.get("reference", "") is None or not with_key:
            changes[change] = {"notes": "x", "lines": [], "customerId": PRICE}[change]
        others.append(at(made, **changes))
    return draw(st.booleans()), others, with_key


@given(worlds(), st.sampled_from([0, 0.2, 5, 100, 179]), st.sampled_from([-60, -2, 0, 2, 60]))
def test_no_verdict_is_false_whatever_others_do(
    world: tuple[bool, list[dict[str, Any]], bool], applied_after: float, skew: float
) -> None:
    was_applied, others, with_key = world
    sent = SENT if with_key else {name: value for name, value in SENT.items() if name != "reference"}
    objects = list(others)
    if was_applied:
        # The clock of the database may be wrong by a minute against the one that dates responses
        objects.append(at(applied_after + skew, id="ours", reference=sent.get("reference", "absent")))
    found = judge([find(RULE, sent, objects, WINDOW)])
    if found.proof is Proof.APPLIED:
        assert was_applied
        assert [one["id"] for one in found.objects] == ["ours"]
    if found.proof is Proof.ABSENT:
        assert not was_applied


@pytest.mark.parametrize(
    ("body", "things"),
    [
        ({"entries": [{"a": 1}, {"b": 2}]}, [{"a": 1}, {"b": 2}]),
        ([{"a": 1}], [{"a": 1}]),
        ({"entries": [{"a": 1}, {}]}, []),
        ({"entries": [{"a": 1}, "b"]}, []),
        ({"entries": [{"a": 1}], "others": [{"a": 1}]}, []),
        ({"entries": {}}, []),
        ("text", []),
    ],
)
def test_a_batch_makes_each_of_its_entries_or_it_is_not_known_what(body: Any, things: list[Any]) -> None:
    assert things_of(Settlement(kind="match", each=True), body) == things


@pytest.mark.parametrize(("body", "things"), [({"a": 1}, [{"a": 1}]), ({}, []), (None, []), ([{"a": 1}], [])])
def test_another_write_makes_what_was_sent(body: Any, things: list[Any]) -> None:
    assert things_of(Settlement(kind="match"), body) == things
