"""Webhooks: what verifies, what doesn't and why, and what an event looks like."""

from __future__ import annotations

import base64
import copy
import json
import logging
import pickle
import traceback
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook
from starlette.datastructures import Headers

from ledgerbee_client import webhooks
from ledgerbee_client.errors import ConfigurationError, LedgerBeeError
from ledgerbee_client.webhooks import (
    EVENTS,
    CreditNoteSent,
    SignedDelivery,
    SubscriptionChurned,
    SubscriptionError,
    SubscriptionEvent,
    SubscriptionStarted,
    UnknownEvent,
    WebhookEvent,
    WebhookVerificationError,
    WebhookVerifier,
    parse_event,
    sign,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

OLD = "whsec_" + base64.b64encode(b"the old secret of an endpoint").decode()
NEW = "whsec_" + base64.b64encode(b"the new secret of an endpoint").decode()
NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
STARTED: dict[str, Any] = {
    "id": "msg_1",
    "type": "subscription.started",
    "timestamp": "2026-06-01T12:00:00.000Z",
    "data": {
        "subscriptionId": "sub-1",
        "versionId": "ver-7",
        "partnerReferenceId": "our-42",
        "plan": {"name": "Størst"},
    },
}


def verifier(*secrets: str, **options: Any) -> WebhookVerifier:
    return WebhookVerifier(*(secrets or (NEW,)), clock=lambda: NOW, **options)


def signed(payload: Mapping[str, Any] | bytes = STARTED, *secrets: str, **options: Any) -> SignedDelivery:
    return sign(payload, *(secrets or (NEW,)), **{"timestamp": NOW, **options})


def reason_of(delivery: SignedDelivery, by: WebhookVerifier | None = None, **headers: str) -> str:
    """Why a delivery, with some headers replaced, is refused; a keyword's underscore is a hyphen."""
    changed = {name.replace("_", "-"): value for name, value in headers.items()}
    with pytest.raises(WebhookVerificationError) as caught:
        (by or verifier()).verify(delivery.body, delivery.headers | changed)
    return caught.value.reason


# -------------------- Signatures


def test_a_delivery_verifies_and_becomes_the_event_of_its_topic() -> None:
    delivery = signed()
    event = verifier().verify(delivery.body, delivery.headers)
    assert isinstance(event, SubscriptionStarted)
    assert (event.id, event.type, event.timestamp) == ("msg_1", "subscription.started", NOW)
    assert event.subscription_id == "sub-1"
    assert event.version_id == "ver-7"
    assert event.partner_reference_id == "our-42"
    assert event.data == STARTED["data"]
    assert event.raw == STARTED


def test_an_amount_in_an_event_keeps_the_digits_that_it_was_written_with() -> None:
    body = (
        json.dumps({**STARTED, "data": None}).replace("null", '{"long": 12345678901234567.89, "short": 0.10}').encode()
    )
    delivery = signed(body, message_id="msg_1")
    event = verifier().verify(delivery.body, delivery.headers)
    assert event.data["long"] == Decimal("12345678901234567.89")
    assert event.data["short"].text == "0.10"
    again = sign(event.raw, NEW, timestamp=NOW)
    assert b'"long":12345678901234567.89' in again.body
    assert verifier().verify(again.body, again.headers) == event


def test_sign_writes_what_python_has_as_the_api_does() -> None:
    delivery = sign({**STARTED, "data": {"amount": Decimal("10.00"), "at": NOW}}, NEW, timestamp=NOW)
    assert json.loads(delivery.body)["data"] == {"amount": "10.00", "at": "2026-06-01T12:00:00+00:00"}


def test_the_library_of_the_specification_accepts_what_sign_makes() -> None:
    delivery = sign(STARTED, NEW)
    assert Webhook(NEW).verify(delivery.body, delivery.headers) == STARTED


def test_the_published_vector_of_standard_webhooks_verifies() -> None:
    body = b'{"test": 2432232314}'
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    by = WebhookVerifier(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", clock=lambda: datetime.fromtimestamp(1614265330, UTC)
    )
    with pytest.raises(WebhookVerificationError) as caught:
        by.verify(body, headers)
    assert caught.value.reason == "bad_body"  # the signature is good; it is only no event


@pytest.mark.parametrize(
    "form",
    [
        dict,
        httpx.Headers,
        Headers,
        lambda headers: {name.upper(): value for name, value in headers.items()},
        lambda headers: {name.title(): value.encode() for name, value in headers.items()},
        lambda headers: {name.encode(): value.encode() for name, value in headers.items()},
        lambda headers: Headers(raw=[(n.encode(), v.encode()) for n, v in headers.items()]),
    ],
    ids=["dict", "httpx", "starlette", "upper case", "bytes values", "bytes", "asgi"],
)
def test_headers_come_in_the_form_of_any_framework(form: Any) -> None:
    delivery = signed()
    assert verifier().verify(delivery.body, form(delivery.headers)).id == "msg_1"


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_header_that_is_absent_or_empty_is_named(name: str) -> None:
    delivery = signed()
    without = {key: value for key, value in delivery.headers.items() if key != name}
    for headers in (without, without | {name: ""}):
        with pytest.raises(WebhookVerificationError, match=name) as caught:
            verifier().verify(delivery.body, headers)
        assert caught.value.reason == "missing_header"


@pytest.mark.parametrize(
    "around",
    [
        "{good} {other}",
        "{other} {good}",
        "v2,AAAA {good}",
        "v1a,{bare} {good}",
        "{good} v1, nonsense ,, v1",
        "  {good}",
    ],
)
def test_one_good_signature_among_several_is_enough(around: str) -> None:
    good = signed().headers["webhook-signature"]
    other = signed(STARTED, OLD).headers["webhook-signature"]
    header = around.format(good=good, other=other, bare=good.removeprefix("v1,"))
    delivery = signed()
    assert verifier().verify(delivery.body, delivery.headers | {"webhook-signature": header})


@pytest.mark.parametrize(
    "header", ["{bare}", "v2,{bare}", "V1,{bare}", "v1a,{bare}", "v1,", "v1", ",", " ", "v1,{bare}é", "\udcff"]
)
def test_what_is_no_good_v1_signature_is_refused(header: str) -> None:
    bare = signed().headers["webhook-signature"].removeprefix("v1,")
    assert reason_of(signed(), webhook_signature=header.format(bare=bare)) == "bad_signature"


def test_another_spelling_of_the_same_signature_is_refused() -> None:
    good = signed().headers["webhook-signature"]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    twin = good[:-2] + alphabet[alphabet.index(good[-2]) ^ 1] + "="
    assert base64.b64decode(twin[3:]) == base64.b64decode(good[3:])
    assert reason_of(signed(), webhook_signature=twin) == "bad_signature"


@pytest.mark.parametrize(
    "written", ["+{}", "0{}", "{}.0", " {}", "{}\n", "{}e0", "-1", "nan", "inf", "1_0", "١٢٣", "9" * 400]
)
def test_a_timestamp_that_is_not_plain_unix_seconds_is_refused(written: str) -> None:
    sent = signed().headers["webhook-timestamp"]
    assert reason_of(signed(), webhook_timestamp=written.format(sent)) == "bad_signature"


@pytest.mark.parametrize("body", [b"\xff\xfe", b"", b"null", STARTED["id"].encode()])
def test_another_body_is_refused_whatever_it_is(body: bytes) -> None:
    assert reason_of(SignedDelivery(body, signed().headers)) == "bad_signature"


def test_an_id_that_is_no_text_is_refused() -> None:
    assert reason_of(signed(), webhook_id="\udcff") == "bad_signature"


@pytest.mark.parametrize("body", [STARTED, json.dumps(STARTED), bytearray(b"{}"), None])
def test_a_body_that_is_not_bytes_is_an_error_of_the_program(body: Any) -> None:
    with pytest.raises(TypeError, match="raw body"):
        verifier().verify(body, signed().headers)


# -------------------- Secrets


@pytest.mark.parametrize("secret", [OLD, NEW])
def test_both_secrets_are_good_while_a_roll_lasts(secret: str) -> None:
    delivery = signed(STARTED, secret)
    for order in ((OLD, NEW), (NEW, OLD)):
        assert verifier(*order).verify(delivery.body, delivery.headers).id == "msg_1"


def test_after_the_roll_the_old_secret_is_good_no_more() -> None:
    assert reason_of(signed(STARTED, OLD), verifier(NEW)) == "bad_signature"


def test_a_delivery_signed_with_both_secrets_satisfies_either() -> None:
    delivery = signed(STARTED, OLD, NEW)
    assert len(delivery.headers["webhook-signature"].split(" ")) == 2
    for secret in (OLD, NEW):
        assert verifier(secret).verify(delivery.body, delivery.headers)


@pytest.mark.parametrize(
    "bad",
    ["", "whsec_", "whsec_====", "whsec_not base64!", "whsec_a", "whsec_ÆØÅ", NEW.removeprefix("whsec_"), None],
)
def test_a_bad_secret_is_refused_at_construction_and_not_shown(bad: Any) -> None:
    for make in (lambda: WebhookVerifier(NEW, bad), lambda: sign(STARTED, bad)):
        with pytest.raises(ConfigurationError) as caught:
            make()
        shown = "".join(traceback.format_exception(caught.value))
        assert "whsec_`" in shown
        assert not bad or len(bad) < 8 or bad not in shown.replace("whsec_`", "")


def test_no_secret_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no webhook secret"):
        WebhookVerifier()
    with pytest.raises(ConfigurationError, match="no webhook secret"):
        sign(STARTED)


def test_a_secret_may_lack_its_padding_and_end_with_the_newline_of_its_file() -> None:
    delivery = signed()
    for secret in (NEW.rstrip("=") + "\n", f" {NEW}"):
        assert verifier(secret).verify(delivery.body, delivery.headers)


def test_secrets_are_not_shown_and_not_pickled(caplog: pytest.LogCaptureFixture) -> None:
    one, delivery = verifier(OLD, NEW), signed()
    caplog.set_level(logging.DEBUG)
    with pytest.raises(WebhookVerificationError) as caught:
        one.verify(delivery.body + b" ", delivery.headers)
    shown = repr(one) + str(one) + "".join(traceback.format_exception(caught.value)) + caplog.text
    for secret in (OLD, NEW):
        raw = base64.b64decode(secret.removeprefix("whsec_"))
        assert secret.removeprefix("whsec_") not in shown
        assert raw.decode() not in shown
    assert repr(one) == "<WebhookVerifier secrets=2 tolerance=300s>"
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds secrets"):
            attempt(one)


# -------------------- The replay window


@pytest.mark.parametrize(
    ("seconds", "reason"), [(-301, "too_old"), (-300, None), (0, None), (300, None), (301, "too_new")]
)
def test_the_window_is_five_minutes_to_either_side(seconds: int, reason: str | None) -> None:
    delivery = signed(timestamp=NOW + timedelta(seconds=seconds))
    if reason:
        assert reason_of(delivery) == reason
    else:
        assert verifier().verify(delivery.body, delivery.headers)


@pytest.mark.parametrize("tolerance", [60, 60.0, timedelta(minutes=1)])
def test_the_window_can_be_set(tolerance: float | timedelta) -> None:
    by = verifier(tolerance=tolerance)
    delivery = signed(timestamp=NOW - timedelta(seconds=60))
    assert by.verify(delivery.body, delivery.headers)
    assert reason_of(signed(timestamp=NOW - timedelta(seconds=61)), by) == "too_old"


@pytest.mark.parametrize("tolerance", [-1, float("nan"), timedelta(seconds=-1)])
def test_a_window_that_is_none_is_refused(tolerance: float | timedelta) -> None:
    with pytest.raises(ValueError, match="tolerance"):
        verifier(tolerance=tolerance)


def test_a_clock_without_a_time_zone_is_an_error_of_the_program() -> None:
    by, delivery = WebhookVerifier(NEW, clock=lambda: NOW.replace(tzinfo=None)), signed(timestamp=NOW)
    with pytest.raises(ValueError, match="time zone"):
        by.verify(delivery.body, delivery.headers)


def test_only_a_genuine_delivery_is_called_old() -> None:
    delivery = signed(timestamp=NOW - timedelta(days=1))
    assert reason_of(SignedDelivery(delivery.body + b" ", delivery.headers)) == "bad_signature"


def test_without_a_clock_it_is_the_machines() -> None:
    delivery = sign(STARTED, NEW)
    assert WebhookVerifier(NEW).verify(delivery.body, delivery.headers)
    assert reason_of(signed(timestamp=NOW), WebhookVerifier(NEW)) in ("too_old", "too_new")


# -------------------- Events


def test_all_topics_of_the_guide_are_known() -> None:
    assert list(EVENTS) == [
        "subscription.assigned",
        "subscription.started",
        "subscription.updated",
        "subscription.transitioned",
        "subscription.paused",
        "subscription.resumed",
        "subscription.trial_ended",
        "subscription.cancellation_scheduled",
        "subscription.cancellation_cleared",
        "subscription.churned",
        "subscription.billed",
        "subscription.payment_succeeded",
        "subscription.error",
        "billing.credit_note_sent",
    ]


@pytest.mark.parametrize(("topic", "kind"), EVENTS.items())
def test_a_topic_has_a_class_named_after_it(topic: str, kind: type[WebhookEvent]) -> None:
    event = parse_event(STARTED | {"type": topic})
    assert type(event) is kind
    assert event.type == topic
    assert isinstance(event, SubscriptionEvent) == topic.startswith("subscription.")
    area, _, rest = topic.partition(".")
    named = (area if area == "subscription" else "") + "_" + rest
    assert kind.__name__ == "".join(word.title() for word in named.split("_"))
    assert getattr(webhooks, kind.__name__) is kind


def test_events_are_matched_by_class_and_attribute() -> None:
    def what(event: WebhookEvent) -> str:
        match event:
            case SubscriptionStarted(partner_reference_id=reference):
                return f"grant {reference}"
            case SubscriptionError(error_type="charge_failed"):
                return "charge"
            case SubscriptionEvent():
                return "other"
            case CreditNoteSent():
                return "credit note"
            case UnknownEvent(type=topic):
                return topic
            case _:
                raise AssertionError(event)

    def of(topic: str, **data: Any) -> WebhookEvent:
        return parse_event(STARTED | {"type": topic, "data": data})

    assert what(of("subscription.started", partnerReferenceId="our-42")) == "grant our-42"
    assert what(of("subscription.error", errorType="charge_failed")) == "charge"
    assert what(of("subscription.error")) == "other"
    assert what(of("billing.credit_note_sent", anything=1)) == "credit note"
    assert what(of("subscription.merged")) == "subscription.merged"


def test_an_unknown_topic_keeps_everything() -> None:
    envelope = STARTED | {"type": "invoice.paid", "data": {"a": [1, {"b": None}]}, "more": True}
    delivery = signed(envelope)
    event = verifier().verify(delivery.body, delivery.headers)
    assert type(event) is UnknownEvent
    assert event.type == "invoice.paid"
    assert event.data == {"a": [1, {"b": None}]}
    assert event.raw == envelope


@pytest.mark.parametrize(
    ("data", "reference"),
    [({}, None), ({"partnerReferenceId": None}, None), ({"partnerReferenceId": 42}, "42")],
)
def test_keys_that_are_absent_read_as_none_and_none_is_dropped(data: dict[str, Any], reference: str | None) -> None:
    event = parse_event(STARTED | {"data": data})
    assert isinstance(event, SubscriptionEvent)
    assert event.partner_reference_id == reference
    assert event.subscription_id is None
    assert event.data == data


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-06-01T12:00:00.000Z", NOW),
        ("2026-06-01T12:00:00Z", NOW),
        ("2026-06-01t12:00:00z", NOW),
        ("2026-06-01T14:00:00+02:00", NOW),
        ("2026-06-01T12:00:00", NOW),
        ("2026-06-01T12:00:00.5Z", NOW + timedelta(milliseconds=500)),
        ("2026-06-01T06:30:00.123456789-05:30", NOW + timedelta(microseconds=123456)),
    ],
)
def test_times_come_with_offsets_and_fractions_and_always_have_a_zone(text: str, moment: datetime) -> None:
    event = parse_event(STARTED | {"timestamp": text})
    assert event.timestamp == moment
    assert event.timestamp.tzinfo is not None


BROKEN: list[dict[str, Any]] = [
    {"id": None},
    {"id": ""},
    {"id": "msg_2"},
    {"type": 5},
    {"timestamp": "yesterday"},
    {"timestamp": 1780315200},
    {"data": []},
    {"data": None},
]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b'"text"',
        b"null",
        b"[" * 100_000,
        b'{"id": "msg_1"}',
        *(json.dumps(STARTED | change).encode() for change in BROKEN),
    ],
)
def test_what_verifies_and_is_no_event_is_a_bad_body(body: bytes) -> None:
    assert reason_of(signed(body, message_id="msg_1")) == "bad_body"


def test_events_are_values_frozen_hashable_and_picklable() -> None:
    event, same = parse_event(STARTED), parse_event(copy.deepcopy(STARTED))
    assert event == same
    assert len({event, same, parse_event(STARTED | {"id": "msg_2"})}) == 2
    assert event != parse_event(STARTED | {"data": {}})
    assert pickle.loads(pickle.dumps(event)) == event
    with pytest.raises(AttributeError):
        event.id = "msg_2"  # type: ignore[misc]


def test_a_repr_shows_which_event_and_not_its_payload() -> None:
    shown = repr(parse_event(STARTED))
    assert "SubscriptionStarted" in shown
    assert "msg_1" in shown
    assert "our-42" not in shown


def test_the_error_is_one_of_the_packages_and_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(WebhookVerificationError("no", "too_old")))
    assert isinstance(error, WebhookVerificationError)
    assert isinstance(error, LedgerBeeError)
    assert (str(error), error.reason) == ("no", "too_old")


# -------------------- sign()


def test_sign_completes_an_event() -> None:
    delivery = sign({"type": "subscription.churned", "data": {}}, NEW, timestamp=NOW)
    event = verifier().verify(delivery.body, delivery.headers)
    assert isinstance(event, SubscriptionChurned)
    assert event.id == delivery.headers["webhook-id"]
    assert event.timestamp == NOW
    assert event.id != sign({"type": "subscription.churned", "data": {}}, NEW).headers["webhook-id"]


def test_sign_takes_bytes_as_they_are_and_their_id() -> None:
    body = b'{ "data":{}, "type":"x",\n"timestamp":"2026-06-01T12:00:00Z","id":"msg_9" }'
    delivery = signed(body)
    assert delivery.body == body
    assert verifier().verify(delivery.body, delivery.headers).id == "msg_9"
    assert signed(b"not json").headers["webhook-id"].startswith("msg_")
    assert signed(b"[]").headers["webhook-id"].startswith("msg_")


def test_sign_sets_the_header_it_is_given_and_leaves_the_body() -> None:
    delivery = signed(STARTED, message_id="msg_2")
    assert json.loads(delivery.body) == STARTED
    assert reason_of(delivery) == "bad_body"


def test_sign_takes_any_time_zone_and_needs_one() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=-9)))
    assert sign(STARTED, NEW, timestamp=elsewhere) == signed()
    with pytest.raises(ValueError, match="time zone"):
        sign(STARTED, NEW, timestamp=NOW.replace(tzinfo=None))


# -------------------- Properties

TEXT = st.text(min_size=1, max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
IDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30)
EVENT = st.fixed_dictionaries(
    {
        "id": IDS,
        "type": st.sampled_from(sorted(EVENTS)) | TEXT,
        "timestamp": st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
        "data": st.dictionaries(st.text(max_size=8), JSON, max_size=4),
    }
)


@pytest.mark.slow
@given(EVENT, st.binary(min_size=1, max_size=64), st.integers(-300, 300))
def test_any_event_that_is_signed_verifies_and_comes_out_whole(
    envelope: dict[str, Any], key: bytes, seconds: int
) -> None:
    secret = "whsec_" + base64.b64encode(key).decode()
    delivery = sign(envelope, secret, timestamp=NOW + timedelta(seconds=seconds))
    event = verifier(OLD, secret).verify(delivery.body, delivery.headers)
    assert event.raw == envelope
    assert event.data == envelope["data"]
    assert (event.id, event.type) == (envelope["id"], envelope["type"])
    assert event.timestamp == datetime.fromisoformat(envelope["timestamp"])


@pytest.mark.slow
@given(EVENT, st.sampled_from(["body", "webhook-id", "webhook-timestamp", "webhook-signature"]), st.data())
def test_no_flipped_bit_verifies(envelope: dict[str, Any], where: str, data: st.DataObject) -> None:
    delivery = signed(envelope)
    parts = {"body": delivery.body} | {name: value.encode() for name, value in delivery.headers.items()}
    bit = data.draw(st.integers(0, 8 * len(parts[where]) - 1))
    changed = bytearray(parts[where])
    changed[bit // 8] ^= 1 << (bit % 8)
    parts[where] = bytes(changed)
    body = parts.pop("body")
    with pytest.raises(WebhookVerificationError) as caught:
        verifier(tolerance=float("inf")).verify(body, parts)
    assert caught.value.reason == "bad_signature"


def test_no_flipped_bit_of_one_delivery_verifies() -> None:
    """Exhaustively, for one delivery."""
    delivery, by = signed(), verifier(tolerance=float("inf"))
    for where in ("body", "webhook-id", "webhook-timestamp", "webhook-signature"):
        original = delivery.body if where == "body" else delivery.headers[where].encode()
        for bit in range(8 * len(original)):
            changed = bytearray(original)
            changed[bit // 8] ^= 1 << (bit % 8)
            body = bytes(changed) if where == "body" else delivery.body
            headers: dict[str, str | bytes] = {**delivery.headers}
            if where != "body":
                headers[where] = bytes(changed)
            with pytest.raises(WebhookVerificationError) as caught:
                by.verify(body, headers)
            assert caught.value.reason == "bad_signature"


@given(st.binary(max_size=200), st.dictionaries(st.text(max_size=20), st.text(max_size=40)), st.data())
def test_whatever_arrives_is_refused_in_order(body: bytes, headers: dict[str, str], data: st.DataObject) -> None:
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    headers |= {name: data.draw(st.text(max_size=40)) for name in names}
    with pytest.raises(WebhookVerificationError):
        verifier().verify(body, headers)


@pytest.mark.parametrize("amount", ["1.10", "12345678901234567890.12", "1e400", "100"])
def test_an_amount_is_the_same_after_an_inbox_has_kept_its_event(amount: str) -> None:
    envelope = json.dumps(STARTED | {"data": {"amount": None}}).replace("null", amount)
    event = parse_event(envelope)
    kept = json.loads(event.to_json(), parse_float=Decimal, parse_int=Decimal)
    assert kept["data"] == {"amount": Decimal(amount)}
    assert parse_event(event.to_json()) == event == parse_event(envelope.encode())


@pytest.mark.parametrize("text", ["", "{", "[]", b"\xff"])
def test_text_that_is_no_event_is_refused(text: str | bytes) -> None:
    with pytest.raises(WebhookVerificationError, match="the body is not"):
        parse_event(text)
