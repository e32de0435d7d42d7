"""Journal entries and drafts, v1 and v2 in one book: legs, batches, attachments, booking, reversals."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.ids import fixed
from tests.sandbox.support import Client, client_of, code_of, constraints_of, created
from tests.shared.company import BANK, ENTRY, PAYABLES, RECEIVABLES, SALES, VENDOR, build_world

if TYPE_CHECKING:
    pass

VERSIONS = pytest.mark.parametrize("version", ["v1", "v2"])
#: By version: what creates an entry, and the resource of its drafts.
CREATE = {"v1": "journal_entries.create_v1", "v2": "journal_entries.create"}
DRAFTS = {"v1": "draft_journal_entries_v1", "v2": "draft_journal_entries"}
WRITES = pytest.mark.parametrize("write", [*CREATE.values(), *(f"{one}.create" for one in DRAFTS.values())])
BATCHES = {
    "journal_entries.create_batch_v1": "journalEntries",
    "journal_entries.create_batch": "entries",
    "draft_journal_entries_v1.create_batch": "drafts",
    "draft_journal_entries.create_batch": "entries",
}
EVERY_BATCH = pytest.mark.parametrize(("batch", "name"), BATCHES.items())
PDF = {"fileName": "a.pdf", "mimeType": "application/pdf", "content": base64.b64encode(b"%PDF-").decode()}


async def parties(client: Client) -> dict[str, str]:
    world = await build_world(client)
    vendor = await created(client, "vendors.create", VENDOR)
    return {"customerId": world.customer["id"], "vendorId": vendor["id"]}


async def total(client: Client) -> int:
    """How many entries and drafts there are."""
    pages = [await client.page(name) for name in ("journal_entries.list", "draft_journal_entries.list")]
    return sum(page["total"] for page in pages)


@VERSIONS
async def test_an_entry_is_kept_as_it_was_sent(version: str) -> None:
    async with client_of(Sandbox()) as client:
        entry = await created(client, CREATE[version], {**ENTRY, "costBearer": {"code": 5}})
        read = (await client.call("journal_entries.get", entry["id"])).json()
        bare = await created(client, CREATE[version], {})
    assert read == entry
    assert {name: entry[name] for name in ENTRY} == ENTRY
    assert (entry["costBearer"], entry["currency"]) == ({"code": 5}, "DKK")
    assert entry["journalCategoryId"] == fixed("journal-category/general")
    assert bare["date"] == "2026-01-15"


@pytest.mark.parametrize(
    ("entry_type", "party", "account", "leg"),
    [
        ("CUSTOMER_INVOICE", "customerId", RECEIVABLES, "100.00"),
        ("CUSTOMER_PAYMENT", "customerId", RECEIVABLES, "-100.00"),
        ("SUPPLIER_INVOICE", "vendorId", PAYABLES, "-100.00"),
        ("SUPPLIER_PAYMENT", "vendorId", PAYABLES, "100.00"),
    ],
)
async def test_v2_adds_the_leg_and_refuses_an_explicit_one(entry_type: str, party: str, account: str, leg: str) -> None:
    async with client_of(Sandbox()) as client:
        ids = await parties(client)
        body = {**ENTRY, "entryType": entry_type, party: ids[party], "lines": [{"accountId": SALES}]}
        added = {"accountId": account, party: ids[party], "amount": leg}
        entry = await created(client, "journal_entries.create", body)
        draft = await created(client, "draft_journal_entries.create", body)
        assert entry["lines"] == draft["lines"] == [{"accountId": SALES}, added]
        refund = await created(client, "journal_entries.create", {**body, "originalAmount": -7})
        assert refund["lines"][1]["amount"] == ("-7.00" if leg == "100.00" else "7.00")
        for name in ("journal_entries.create", "draft_journal_entries.create"):
            explicit = await client.call(name, json={**body, "lines": [{"accountId": account}]})
            message = "lines.0.accountId: the server adds the line on this account"
            assert (explicit.status_code, explicit.json()["message"]) == (400, message)
        v1 = await created(client, "journal_entries.create_v1", {**body, "lines": [{"accountId": account}]})
        assert v1["lines"] == [{"accountId": account}]


async def test_v2_asks_for_the_party_and_the_amount() -> None:
    async with client_of(Sandbox()) as client:
        ids = await parties(client)
        invoice = {**ENTRY, "entryType": "CUSTOMER_INVOICE"}
        for body, name in (
            (invoice, "customerId"),
            ({**invoice, "entryType": "SUPPLIER_PAYMENT", "customerId": ids["customerId"]}, "vendorId"),
            ({"entryType": "CUSTOMER_INVOICE", "customerId": ids["customerId"]}, "originalAmount"),
            ({**ENTRY, "originalAmount": "much"}, "originalAmount"),
        ):
            assert list(constraints_of(await client.call("journal_entries.create", json=body))) == [name]


@VERSIONS
async def test_a_control_account_needs_its_party(version: str) -> None:
    async with client_of(Sandbox()) as client:
        ids = await parties(client)
        create = CREATE[version]
        for account, name in ((RECEIVABLES, "customerId"), (PAYABLES, "vendorId")):
            line = {"accountId": account, "amount": 5}
            body = {**ENTRY, "lines": [{"accountId": BANK}, line]}
            assert list(constraints_of(await client.call(create, json=body))) == [name]
            await created(client, create, {**body, name: ids[name]})
            await created(client, create, {**body, "lines": [{**line, name: ids[name]}]})


@WRITES
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"journalCategoryId": "none"}, "Journal category not found"),
        ({"lines": [{"accountId": "none"}]}, "lines.0.accountId: Account not found"),
        (
            {"lines": [{"accountId": fixed("account/1000")}]},
            "lines.0.accountId: Account 1000 cannot be used in journal entries",
        ),
        ({"lines": [{"vatCodeId": "none"}]}, "lines.0.vatCodeId: VAT code not found"),
        ({"customerId": "none"}, "customerId: Customer not found"),
        ({"vendorId": "none"}, "vendorId: Vendor not found"),
        ({"customerId": 5}, "Bad Request Exception"),
        ({"id": "x"}, "Bad Request Exception"),
        ({"attachments": [PDF] * 11}, "Bad Request Exception"),
    ],
)
async def test_what_an_entry_refers_to_must_exist(write: str, change: dict[str, Any], message: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        response = await client.call(write, json={**ENTRY, **change})
        assert (response.status_code, response.json()["message"]) == (400, message)
        assert await total(client) == 0
    assert code_of(response) == {
        "Journal category not found": "JOURNAL_CATEGORY_NOT_FOUND",
        "Bad Request Exception": "SHARED_VALIDATION_FAILED",
    }.get(message)
    assert sandbox.writes == []


async def test_a_category_says_which_types_it_takes() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        category = {"id": "cat", "name": "Sales", "isDefault": False, "allowedJournalTypes": ["CUSTOMER_INVOICE"]}
        sandbox.state.journal_categories.add(category)
        body = {**ENTRY, "journalCategoryId": "cat"}
        refused = await client.call("journal_entries.create", json=body)
        await created(client, "journal_entries.create", {**body, "entryType": "A_NEW_TYPE"})
    assert refused.json()["message"] == "entryType: JOURNAL_ENTRY is not allowed in journal category Sales"


@VERSIONS
async def test_at_most_one_value_of_a_unique_dimension(version: str) -> None:
    async with client_of(Sandbox()) as client:
        values: dict[bool, list[str]] = {}
        for unique in (True, False):
            name = f"Unique {unique}"
            dimension = await created(client, "dimensions.create", {"name": name, "isUnique": unique})
            values[unique] = [
                (await created(client, "dimensions.create_value", {}, dimension["id"]))["id"] for _ in range(2)
            ]
        create = CREATE[version]
        await created(client, create, {**ENTRY, "tagIds": [values[True][0], *values[False], "other"]})
        refused = await client.call(create, json={**ENTRY, "tagIds": values[True]})
    assert refused.json()["message"] == "tagIds: only one value of dimension Unique True is allowed"


@EVERY_BATCH
async def test_a_batch_is_written_in_order_or_not_at_all(batch: str, name: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        bodies = [{**ENTRY, "reference": f"R-{number}"} for number in range(100)]
        bad = {**ENTRY, "journalCategoryId": "none"}
        refused = await client.call(batch, json={name: [*bodies[:5], bad]})
        assert (refused.status_code, code_of(refused)) == (400, "JOURNAL_CATEGORY_NOT_FOUND")
        unknown = await client.call(batch, json={name: [ENTRY, {**ENTRY, "customerId": "none"}]})
        assert unknown.json()["message"] == f"{name}.1.customerId: Customer not found"
        files = await client.call(batch, json={name: [ENTRY, {**ENTRY, "attachments": [5]}]})
        assert list(constraints_of(files)) == [f"{name}.1.attachments.0"]
        for wrong in ([], [*bodies, ENTRY], "text"):
            assert list(constraints_of(await client.call(batch, json={name: wrong}))) in ([name], ["entries"])
        assert list(constraints_of(await client.call(batch, json={name: [ENTRY, 5]}))) == [f"{name}.1"]
        assert await total(client) == 0
        assert sandbox.writes == []
        done = await client.call(batch, json={name: bodies})
        assert done.status_code == 201
        assert done.json()["totalCreated"] == await total(client) == 100
        assert [one["reference"] for one in done.json()["entries"]] == [one["reference"] for one in bodies]
    assert len(sandbox.writes) == 1


async def test_a_batch_without_an_array_is_refused() -> None:
    async with client_of(Sandbox()) as client:
        response = await client.call("journal_entries.create_batch_v1", json={"comment": "none"})
        text = await client.call("draft_journal_entries_v1.create_batch", json={"entries": "text"})
    assert constraints_of(response) == {"entries": {"arrayMinSize": "entries must contain at least 1 elements"}}
    assert constraints_of(text) == {"entries": {"isArray": "entries must be an array"}}


@VERSIONS
async def test_attachments_are_given_back_as_they_were_sent(version: str) -> None:
    """Their fields aren't published, so nothing of them is checked."""
    async with client_of(Sandbox()) as client:
        other = {"id": "mine", "anything": "not base64!", "type": "receipt"}
        body = {**ENTRY, "attachments": [PDF, other]}
        entry = await created(client, CREATE[version], body)
        files = (await client.call("journal_entries.list_attachments", entry["id"])).json()
        draft = await created(client, f"{DRAFTS[version]}.create", body)
        booked = (await client.call(f"{DRAFTS[version]}.book", draft["id"], json={})).json()
        moved = (await client.call("journal_entries.list_attachments", booked["id"])).json()
        assert (await client.call("journal_entries.list_attachments", "none")).status_code == 404
    assert "attachments" not in entry
    assert PDF.items() <= files[0].items()
    assert (files[1]["anything"], files[1]["type"]) == ("not base64!", "receipt")
    assert [{**one, "id": None} for one in moved] == [{**one, "id": None} for one in files]
    assert "mine" not in [one["id"] for one in files]


@pytest.mark.parametrize("files", ["text", {"content": "AAAA"}, [5]])
async def test_attachments_of_an_open_body_are_an_array_of_objects(files: Any) -> None:
    async with client_of(Sandbox()) as client:
        response = await client.call("draft_journal_entries_v1.create", json={"attachments": files})
    assert next(iter(constraints_of(response))).startswith("attachments")


async def test_the_list_of_entries_is_newest_first_and_filters_by_account() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        first = await created(client, "journal_entries.create_v1", ENTRY)
        sandbox.clock.advance(timedelta(hours=1))
        odd = await created(client, "journal_entries.create_v1", {"lines": "none of ours"})
        second = await created(client, "journal_entries.create", {**ENTRY, "lines": [{"accountId": BANK}]})

        async def ids(**query: Any) -> list[str]:
            return [one["id"] for one in (await client.page("journal_entries.list", params=query))["data"]]

        assert await ids() == [second["id"], odd["id"], first["id"]]
        assert await ids(accountId=BANK) == [second["id"], first["id"]]
        assert await ids(accountId=SALES) == [first["id"]]
        assert await ids(page=2, limit=1) == [odd["id"]]


async def test_two_things_can_be_changed_on_an_entry() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        entry = await created(client, "journal_entries.create", ENTRY)
        sandbox.clock.advance(timedelta(hours=1))
        changed = (
            await client.call("journal_entries.update", entry["id"], json={"reference": "R-2", "externalSystemId": "X"})
        ).json()
        refused = await client.call(
            "journal_entries.update", entry["id"], json={"description": "New", "date": "2026-02-01"}
        )
        assert (await client.call("journal_entries.get", entry["id"])).json() == changed
        assert (await client.call("journal_entries.update", "none", json={})).status_code == 404
    assert (changed["reference"], changed["externalSystemId"], changed["description"]) == (
        "R-2",
        "X",
        "Rent for January",
    )
    assert changed["updatedAt"] > entry["updatedAt"]
    assert list(constraints_of(refused)) == ["date", "description"]


async def test_an_entry_is_reversed_once() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        ids = await parties(client)
        body = {**ENTRY, "entryType": "SUPPLIER_INVOICE", "vendorId": ids["vendorId"], "originalAmount": 80}
        body["lines"] = [{"accountId": BANK, "amount": 80, "debit": "0.00", "credit": True, "text": "5"}]
        entry = await created(client, "journal_entries.create", body)
        await client.call("journal_entries.update", entry["id"], json={"externalSystemId": "X"})
        reversal = (await client.call("journal_entries.reverse", entry["id"], json={"description": "Wrong"})).json()
        again = await client.call("journal_entries.reverse", entry["id"])
        original = (await client.call("journal_entries.get", entry["id"])).json()
        back = await client.call("journal_entries.reverse", reversal["id"])
        assert (await client.call("journal_entries.reverse", "none")).status_code == 404
        server_set = await client.call("journal_entries.reverse", entry["id"], json={"id": "x"})
    assert reversal["reversesEntryId"] == entry["id"]
    assert original["reversedByEntryId"] == reversal["id"]
    assert (reversal["date"], reversal["description"], reversal["originalAmount"]) == ("2026-01-15", "Wrong", -80)
    assert reversal["lines"] == [
        {"accountId": BANK, "amount": -80, "debit": "0.00", "credit": True, "text": "5"},
        {"accountId": PAYABLES, "vendorId": ids["vendorId"], "amount": "80.00"},
    ]
    assert "externalSystemId" not in reversal
    assert (again.status_code, again.json()["message"]) == (400, "Journal entry is already reversed")
    assert (back.status_code, back.json()["originalAmount"]) == (201, 80)
    assert list(constraints_of(server_set)) == ["id"]


async def test_a_batch_of_reversals_is_all_or_nothing() -> None:
    async with client_of(Sandbox()) as client:
        ids = [(await created(client, "journal_entries.create", ENTRY))["id"] for _ in range(3)]
        for body in (
            {"ids": [ids[0], "none"]},
            {"ids": [ids[0], ids[0]]},
            {"ids": []},
            {"ids": [ids[0], 5]},
            {"entries": [{"reason": "no id"}]},
            {},
        ):
            assert (await client.call("journal_entries.reverse_batch", json=body)).status_code == 400
        assert await total(client) == 3
        done = await client.call(
            "journal_entries.reverse_batch", json={"journalEntryIds": ids[:2], "date": "2026-01-31"}
        )
        objects = await client.call(
            "journal_entries.reverse_batch", json={"entries": [{"id": ids[2], "description": "Wrong"}]}
        )
        assert await total(client) == 6
    assert done.json()["totalReversed"] == 2
    assert [(one["reversesEntryId"], one["date"]) for one in done.json()["entries"]] == [
        (ids[0], "2026-01-31"),
        (ids[1], "2026-01-31"),
    ]
    assert objects.json()["entries"][0]["description"] == "Wrong"


@VERSIONS
async def test_booking_makes_an_entry_and_the_draft_is_gone(version: str) -> None:
    async with client_of(Sandbox()) as client:
        draft = await created(client, f"{DRAFTS[version]}.create", {**ENTRY, "externalSystemId": "X"})
        other = DRAFTS["v2" if version == "v1" else "v1"]
        assert (await client.call(f"{other}.get", draft["id"])).json() == draft
        booked = await client.call(f"{other}.book", draft["id"], json={"date": "2026-01-31"})
        entry = (await client.call("journal_entries.get", booked.json()["id"])).json()
        assert entry == booked.json()
        for method in ("get", "delete", "book"):
            assert (await client.call(f"{other}.{method}", draft["id"])).status_code == 404
        assert await total(client) == 1
    assert (entry["date"], entry["externalSystemId"], entry["lines"]) == ("2026-01-31", "X", ENTRY["lines"])


async def test_a_draft_may_be_incomplete_until_it_is_booked() -> None:
    async with client_of(Sandbox()) as client:
        ids = await parties(client)
        draft = await created(client, "draft_journal_entries.create", {"entryType": "CUSTOMER_INVOICE"})
        early = await client.call("draft_journal_entries.book", draft["id"])
        assert list(constraints_of(early)) == ["customerId"]
        partly = (
            await client.call(
                "draft_journal_entries.update",
                draft["id"],
                json={"customerId": ids["customerId"], "description": "Sale"},
            )
        ).json()
        assert "lines" not in partly
        changes = {"originalAmount": "50", "lines": [{"accountId": SALES}], "description": None}
        whole = (await client.call("draft_journal_entries.update", draft["id"], json=changes)).json()
        assert whole["lines"][1]["amount"] == "50.00"
        assert "description" not in whole
        more = (await client.call("draft_journal_entries.update", draft["id"], json={"originalAmount": "60"})).json()
        assert [line.get("amount") for line in more["lines"]] == [None, "60.00"]
        for bad in ({"date": "soon"}, {"lines": [5]}, {"id": "x"}, {"lines": [{"accountId": RECEIVABLES}]}):
            assert (await client.call("draft_journal_entries.update", draft["id"], json=bad)).status_code == 400
        listed = await client.page("draft_journal_entries_v1.list", params={"accountId": RECEIVABLES})
        assert [one["id"] for one in listed["data"]] == [draft["id"]]
        entry = (await client.call("draft_journal_entries.book", draft["id"])).json()
        assert (entry["id"] != draft["id"], entry["lines"]) == (True, more["lines"])


async def test_attachments_sent_with_an_update_replace_the_others() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        draft = await created(client, "draft_journal_entries.create", {**ENTRY, "attachments": [PDF, PDF]})
        await client.call("draft_journal_entries.update", draft["id"], json={"description": "Kept"})
        assert len(sandbox.state.attachments[draft["id"]]) == 2
        await client.call("draft_journal_entries.update", draft["id"], json={"attachments": [PDF]})
        assert len(sandbox.state.attachments[draft["id"]]) == 1
        assert (await client.call("draft_journal_entries.delete", draft["id"])).status_code == 204
        assert draft["id"] not in sandbox.state.attachments
        assert (await client.call("draft_journal_entries.get", draft["id"])).status_code == 404


@VERSIONS
async def test_drafts_are_filtered(version: str) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        ids = await parties(client)
        create = f"{DRAFTS[version]}.create"
        rent = await created(client, create, {**ENTRY, "externalSystemId": "X"})
        sale = await created(
            client,
            create,
            {
                "entryType": "CUSTOMER_INVOICE",
                "customerId": ids["customerId"],
                "date": "2026-01-20",
                "originalAmount": 250.5,
                "description": "Hosting",
            },
        )
        empty = await created(client, create, {"vendorId": ids["vendorId"]})

        async def found(**query: Any) -> list[str]:
            page = await client.page(f"{DRAFTS[version]}.list", params=query)
            return [one["id"] for one in page["data"]]

        assert await found() == [empty["id"], sale["id"], rent["id"]]
        for query in (
            {"toDate": "2026-01-10"},
            {"accountId": BANK},
            {"journalType": "JOURNAL_ENTRY"},
            {"maxAmount": "100"},
            {"externalSystemId": "X"},
            {"search": "JANUARY"},
            {"search": "r-1"},
        ):
            assert await found(**query) == [rent["id"]], query
        for query in (
            {"fromDate": "2026-01-20", "toDate": "2026-01-20"},
            {"customerId": ids["customerId"]},
            {"minAmount": "100.01", "maxAmount": "250.5"},
        ):
            assert await found(**query) == [sale["id"]], query
        assert await found(vendorId=ids["vendorId"]) == [empty["id"]]
        assert await found(limit=1, page=3) == [rent["id"]]
