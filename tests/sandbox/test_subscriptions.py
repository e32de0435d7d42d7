"""Subscriptions, plans, saved cards and who may report usage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.subscriptions.lifecycle import next_boundary
from tests.sandbox.support import Client, client_of, code_of, constraints_of, created
from tests.shared.company import PLAN, World, assignment, build_world

DAY = 86400


class Case:
    """A sandbox with a customer and a client."""

    def __init__(self, sandbox: Sandbox, client: Client, world: World) -> None:
        self.sandbox = sandbox
        self.client = client
        self.world = world
        self.customer = world.customer["id"]

    async def assign(self, **fields: Any) -> str:
        return (await created(self.client, "subscriptions.assign", assignment(self.customer, **fields)))["id"]

    async def status(self, subscription: str) -> str:
        return (await self.client.call("subscriptions.get", subscription)).json()["status"]

    async def cancel(self, subscription: str, **fields: Any) -> httpx.Response:
        return await self.client.call("subscriptions.cancel", json={"id": subscription, **fields})

    def topics(self) -> list[str]:
        return [event.type.removeprefix("subscription.") for event in self.sandbox.state.outbox]


@pytest.fixture
async def case() -> Any:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        yield Case(sandbox, client, await build_world(client))


async def test_the_status_follows_the_clock_and_each_change_is_told_once(case: Case) -> None:
    subscription = await case.assign(startDate="2026-02-01", trialDays=10, endDate="2026-03-01")
    seen = [await case.status(subscription)]
    for days in (16, 1, 9, 1, 17, 1, 1):
        await case.sandbox.advance(days * DAY)
        seen.append(await case.status(subscription))
    assert seen == ["scheduled", "scheduled", "trial", "trial", "active", "active", "expired", "expired"]
    assert case.topics() == []  # nobody listens, so they went nowhere
    case.sandbox.clock.set(case.sandbox.clock.now() - timedelta(days=90))
    again = await case.assign(startDate="2026-02-01", trialDays=10, endDate="2026-03-01")
    case.sandbox.clock.advance(timedelta(days=200))
    assert await case.status(again) == "expired"
    assert (await case.cancel(again, strategy="immediately")).json()["message"] == "Subscription is expired"
    await case.client.call("subscriptions.assign", json=assignment(case.customer))
    assert case.topics() == ["assigned", "assigned", "started", "trial_ended", "churned", "started"]


@pytest.mark.parametrize(
    ("strategy", "fields", "status", "topics"),
    [
        ("immediately", {"refundBehavior": "prorated"}, "cancelled", ["churned"]),
        ("end_of_cycle", {}, "pending_cancellation", ["cancellation_scheduled"]),
        ("specific_date", {"effectiveDate": "2026-01-20"}, "pending_cancellation", ["cancellation_scheduled"]),
    ],
)
async def test_the_strategies_of_a_cancellation(
    case: Case, strategy: str, fields: dict[str, str], status: str, topics: list[str]
) -> None:
    subscription = await case.assign()
    answer = await case.cancel(subscription, strategy=strategy, **fields)
    assert (answer.status_code, answer.json()["status"]) == (200, status)
    assert case.topics() == ["assigned", "started", *topics]
    case.sandbox.clock.advance(timedelta(days=40))
    assert await case.status(subscription) == "cancelled"


async def test_a_scheduled_cancellation_is_a_change_that_can_be_taken_back(case: Case) -> None:
    subscription = await case.assign()
    assert (await case.client.call("subscriptions.list_scheduled_changes", subscription)).json() == []
    await case.cancel(subscription, strategy="specific_date", effectiveDate="2026-01-20")
    await case.cancel(subscription, strategy="end_of_cycle")  # in the place of the first
    [change] = (await case.client.call("subscriptions.list_scheduled_changes", subscription)).json()
    assert (change["type"], change["effectiveDate"]) == ("cancellation", "2026-02-15")
    assert (await case.client.call("subscriptions.cancel_scheduled_change", subscription, "nothing")).status_code == 404
    assert (
        await case.client.call("subscriptions.cancel_scheduled_change", subscription, change["id"])
    ).status_code == 204
    assert await case.status(subscription) == "active"
    assert (await case.cancel(subscription, strategy="clear_schedule")).status_code == 400
    await case.cancel(subscription, strategy="end_of_cycle")
    assert (await case.cancel(subscription, strategy="clear_schedule")).json()["status"] == "active"
    assert case.topics()[2:] == [
        "cancellation_scheduled",
        "cancellation_scheduled",
        "cancellation_cleared",
        "cancellation_scheduled",
        "cancellation_cleared",
    ]


async def test_a_cancellation_that_makes_no_sense_is_refused(case: Case) -> None:
    subscription = await case.assign()
    assert constraints_of(await case.client.call("subscriptions.cancel", json={})).keys() == {"id", "strategy"}
    assert "effectiveDate" in constraints_of(await case.cancel(subscription, strategy="specific_date"))
    assert (await case.cancel("nothing", strategy="immediately")).status_code == 400
    for fields in (
        {"strategy": "specific_date", "effectiveDate": "2026-01-15"},
        {"strategy": "end_of_cycle", "refundBehavior": "prorated"},
    ):
        assert (await case.cancel(subscription, **fields)).status_code == 400
    assert await case.status(subscription) == "active"
    await case.cancel(subscription, strategy="immediately")
    assert (await case.cancel(subscription, strategy="immediately")).status_code == 400


async def test_the_list_is_filtered_and_paged(case: Case) -> None:
    other = await created(case.client, "customers.create", {"customerNumber": "C2", "name": "Bo"})
    yearly = case.sandbox.add_plan("Yearly", interval="year")
    first = await case.assign(startDate="2026-03-01")
    second = await case.assign(planId=yearly)
    third = await created(case.client, "subscriptions.assign", assignment(other["id"]))

    async def found(query: str) -> list[str]:
        page = await case.client.page("subscriptions.list", params=f"{query}")
        assert page["total"] == len(page["data"])
        return [one["id"] for one in page["data"]]

    assert await found("") == [third["id"], second, first]
    assert await found(f"customerId={case.customer}") == [second, first]
    assert await found(f"planId={yearly}") == [second]
    assert await found("statuses=scheduled") == [first]
    assert await found("statuses=active&statuses=scheduled") == [third["id"], second, first]
    assert await found("search=anna") == [second, first]
    assert await found("search=year") == [second]
    nameless = await case.assign(name=None)
    assert await found("search=anna") == [nameless, second, first]
    case.sandbox.state.subscriptions.remove(nameless)
    assert await found("partnerReferenceId=cart-1") == []
    assert "statuses.0" in constraints_of(await case.client.call("subscriptions.list", params="statuses=sleeping"))


async def test_a_reference_given_at_provisioning_is_on_the_subscription_and_its_events(case: Case) -> None:
    await case.client.call(
        "portal_sso.provision",
        json={"customerId": case.customer, "email": "anna@example.com", "clientReferenceId": "cart-1"},
    )
    subscription = await case.assign()
    page = await case.client.page("subscriptions.list", params="partnerReferenceId=cart-1")
    assert [one["id"] for one in page["data"]] == [subscription]
    assert case.sandbox.state.outbox[0].data["partnerReferenceId"] == "cart-1"


@pytest.mark.parametrize(
    "fields",
    [
        {"customerId": "nobody"},
        {"planId": "nothing"},
        {"endDate": "2026-01-15"},
        {"paymentMethodId": "nothing"},
        {"productOverrides": [{"priceId": "nothing", "quantity": 1}]},
        {"startDate": "9999-12-30", "trialDays": 365},
        {"status": "active"},
        {"versionId": "mine"},
        {"trialDays": 366},
        {"billingDirection": "ADVANCE"},
    ],
)
async def test_an_assignment_that_makes_no_sense_is_refused(case: Case, fields: dict[str, Any]) -> None:
    answer = await case.client.call("subscriptions.assign", json=assignment(case.customer, **fields))
    assert answer.status_code == 400
    assert len(case.sandbox.state.subscriptions) == 0


async def test_only_configuration_can_be_updated(case: Case) -> None:
    card = case.sandbox.add_payment_method(case.customer)
    stranger = await created(case.client, "customers.create", {"customerNumber": "C2", "name": "Bo"})
    subscription = await case.assign()
    body = {"name": "Mine", "paymentMethodId": card, "billingDirection": "arrears", "automaticBilling": True}
    updated = (await case.client.call("subscriptions.update", subscription, json=body)).json()
    assert {name: updated[name] for name in body} == body
    assert (
        await case.client.call("subscriptions.update", subscription, json=body)
    ).status_code == 200  # nothing new: nothing is told
    assert case.topics() == ["assigned", "started", "updated"]
    assert (
        "paymentMethodId"
        not in (await case.client.call("subscriptions.update", subscription, json={"paymentMethodId": None})).json()
    )
    bad = {"planId": PLAN, "name": None, "billingDirection": "sideways", "automaticBilling": "yes"}
    assert constraints_of(await case.client.call("subscriptions.update", subscription, json=bad)).keys() == bad.keys()
    strange = case.sandbox.add_payment_method(stranger["id"])
    assert (
        await case.client.call("subscriptions.update", subscription, json={"paymentMethodId": strange})
    ).status_code == 400


async def test_a_plan_is_archived_once_and_takes_no_more_subscriptions(case: Case) -> None:
    assert [one["name"] for one in (await case.client.call("subscriptions.list_plans")).json()] == ["Basic"]
    assert (await case.client.call("subscriptions.archive_plan", PLAN)).json()["status"] == "ARCHIVED"
    assert (await case.client.call("subscriptions.archive_plan", PLAN)).status_code == 400
    assert (await case.client.call("subscriptions.assign", json=assignment(case.customer))).status_code == 400


@pytest.mark.parametrize("cycle", [{"interval": "fortnight"}, {"interval_count": 0}])
def test_a_plan_has_a_cycle(cycle: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="day, week, month, year"):
        Sandbox().add_plan("Odd", **cycle)


async def test_a_pause_is_made_in_the_app_and_told(case: Case) -> None:
    subscription = await case.assign()
    case.sandbox.pause_subscription(subscription)
    assert await case.status(subscription) == "paused"
    with pytest.raises(ValueError, match="this one is paused"):
        case.sandbox.pause_subscription(subscription)
    case.sandbox.resume_subscription(subscription)
    assert await case.status(subscription) == "active"
    with pytest.raises(ValueError, match="this one is active"):
        case.sandbox.resume_subscription(subscription)
    assert case.topics() == ["assigned", "started", "paused", "resumed"]


async def test_a_meter_knows_the_subscriptions_that_can_report_to_it(case: Case) -> None:
    product = case.world.product["id"]
    meter = case.sandbox.add_meter("gigabytes")
    body = {"productId": product, "unitAmount": "0.10", "meterId": meter}
    price = (await created(case.client, "product_prices.create", body))["id"]
    plan = case.sandbox.add_plan("Metered", price_ids=[price])
    await case.assign()
    by_plan = await case.assign(planId=plan)
    override = await case.assign(productOverrides=[{"priceId": price, "quantity": 1}])
    paused = await case.assign(planId=plan)
    case.sandbox.pause_subscription(paused)
    by_id = (await case.client.call("meters.list_subscriptions", meter)).json()
    by_name = (await case.client.call("meters.list_subscriptions_by_name", params="meterName=gigabytes")).json()
    assert by_id == by_name
    assert (by_id["meterId"], by_id["meterName"]) == (meter, "gigabytes")
    assert [one["subscriptionId"] for one in by_id["subscriptions"]] == [by_plan, override]
    by_id = await case.client.call("meters.list_subscriptions", "none")
    by_name = await case.client.call("meters.list_subscriptions_by_name", params={"meterName": "none"})
    assert code_of(by_id) == code_of(by_name) == "METER_NOT_FOUND"


async def test_the_first_card_is_the_default_until_another_is(case: Case) -> None:
    first, second = (case.sandbox.add_payment_method(case.customer) for _ in range(2))
    assert [one["isDefault"] for one in (await case.client.call("payment_methods.list", case.customer)).json()] == [
        True,
        False,
    ]
    assert (await case.client.call("payment_methods.set_default", case.customer, second, json={})).json()[
        "isDefault"
    ] is True
    assert [one["isDefault"] for one in (await case.client.call("payment_methods.list", case.customer)).json()] == [
        False,
        True,
    ]
    assert (await case.client.call("payment_methods.list", case.customer, params="provider=other")).json() == []
    assert (
        (await case.client.call("payment_methods.create_card_save_link", case.customer, json={}))
        .json()["url"]
        .startswith("https://")
    )
    assert (await case.client.call("payment_methods.cancel", case.customer, first)).status_code == 204
    assert (await case.client.call("payment_methods.cancel", case.customer, first)).status_code == 404
    assert (await case.client.call("payment_methods.unassign", case.customer, second)).status_code == 204
    assert (await case.client.call("payment_methods.unassign", case.customer, second)).status_code == 404
    assert (await case.client.call("payment_methods.list", case.customer)).json() == []


async def test_a_card_is_applied_to_every_subscription_that_lives(case: Case) -> None:
    card = case.sandbox.add_payment_method(case.customer)
    active, scheduled, gone = await case.assign(), await case.assign(startDate="2026-05-01"), await case.assign()
    await case.cancel(gone, strategy="immediately")
    answer = (
        await case.client.call(
            "payment_methods.apply_to_subscriptions", case.customer, card, json={"enableAutomaticBilling": True}
        )
    ).json()
    assert answer == {"appliedCount": 2, "subscriptionIds": [active, scheduled]}
    shown = (await case.client.call("subscriptions.get", active)).json()
    assert (shown["paymentMethodId"], shown["automaticBilling"]) == (card, True)
    await case.client.call("payment_methods.cancel", case.customer, card)
    assert "paymentMethodId" not in (await case.client.call("subscriptions.get", active)).json()


async def test_a_card_is_not_applied_where_a_parent_pays(case: Case) -> None:
    card = case.sandbox.add_payment_method(case.customer)
    await case.assign()
    case.sandbox.state.customers.get(case.customer)["billingRelationship"] = "parent_pays"
    assert (await case.client.call("payment_methods.apply_to_subscriptions", case.customer, card, json={})).json()[
        "appliedCount"
    ] == 0


@pytest.mark.parametrize(
    ("anchor", "interval", "count", "after", "expected"),
    [
        ("2026-01-31", "month", 1, "2026-01-31", "2026-02-28"),
        ("2026-01-31", "month", 1, "2026-02-28", "2026-03-31"),
        ("2026-01-15", "month", 3, "2026-04-14", "2026-04-15"),
        ("2024-02-29", "year", 1, "2026-01-01", "2026-02-28"),
        ("2026-01-15", "week", 2, "2026-01-15", "2026-01-29"),
        ("2026-01-15", "day", 1, "2026-03-01", "2026-03-02"),
        ("2026-05-01", "month", 1, "2026-01-15", "2026-05-01"),
        ("2026-05-01", "day", 7, "2026-01-15", "2026-05-01"),
    ],
)
def test_cycles_are_counted_from_the_anchor(anchor: str, interval: str, count: int, after: str, expected: str) -> None:
    found = next_boundary(date.fromisoformat(anchor), interval, count, after=date.fromisoformat(after))
    assert found == date.fromisoformat(expected)
