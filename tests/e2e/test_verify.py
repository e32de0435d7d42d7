"""`ledgerbee verify` against APIs that are not what the client was generated from."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import frozen

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.__main__ import main
from ledgerbee_client._verify import Report, document, markdown, verify
from ledgerbee_client.errors import AuthenticationError, ConnectionFailedError
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import Sandbox, Status
from scripts import regenerate
from scripts.codegen import corrections as generator
from scripts.codegen import document as documents
from scripts.codegen.corrections import Corrections
from scripts.codegen.yaml_text import load_yaml
from scripts.rehearsal.perturbations import perturbed
from scripts.rehearsal.skips import STEPPED_BACK
from tests.shared.api import ROOT, corrected_document, needs, path, promised_names, reconstruction_only
from tests.shared.other_api import Json, OtherApi
from tests.shared.served import served

pytestmark = [needs("accounts.list"), needs("products.list"), needs("vat_codes.list"), needs("company.get")]
pytestmark += [pytest.mark.filterwarnings("ignore::DeprecationWarning")]  # deprecated reads are part of the tour
CORRECTIONS = ROOT / "openapi" / "corrections.yaml"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

Found = set[tuple[str, str]]


async def verified(sandbox: Sandbox, raw: Json | None = None, **options: Any) -> Report:
    """The report of a client that was generated from our document, or from another."""
    async with sandbox:
        lb = sandbox.client(scope_check="off", **options)
        kind = "oauth2" if options.get("oauth") else "api_key"
        return await verify(lb, base_url="https://api.ledgerbee.test/api", kind=kind, raw=raw)  # type: ignore[arg-type]


def of(report: Report, name: str) -> Any:
    return next(one for one in report.findings if one.operation.name == name)


def differences(report: Report, name: str) -> Found:
    return {(one.kind, one.place) for one in of(report, name).differences}


# ---------------------------------------------------------------------- what differs


@frozen
class Change:
    """A way in which an API is not as documented: what it does to one, and what is then to be found, and where."""

    operation: str
    make: Callable[[OtherApi], Found]


def _renamed(api: OtherApi) -> Found:
    name = api.field("company.get", "string")
    api.rename(api.model("company.get"), name, f"other{name.title()}")
    return {("missing", name), ("unknown", f"other{name.title()}")}


def _retyped(api: OtherApi) -> Found:
    name = api.field("products.get", "boolean", required=False)
    api.model("products.get")["properties"][name] = {"type": "number", "example": 1.5}
    return {("kind", name)}


def _null(api: OtherApi) -> Found:
    name = api.field("company.get", "string", required=False)
    api.model("company.get")["properties"][name] = {"type": "null"}
    return {("kind", name)}


def _lost(api: OtherApi) -> Found:
    name, model = api.field("accounts.list", "string"), api.model("accounts.list")
    del model["properties"][name]
    model["required"] = [one for one in model.get("required", ()) if one != name]
    return {("missing", f"[].{name}")}


def _more(api: OtherApi) -> Found:
    inner = {"type": "object", "properties": {"name": {"type": "string"}, "id": {"type": "string"}}}
    more = {
        "region": {"type": "string", "example": "north"},
        "openedAt": {"type": "string", "format": "date-time"},
        "owner": inner,
        "rows": {"type": "array", "items": {"type": "number", "example": 0.5}},
    }
    api.model("products.list")["properties"] |= more
    return {("unknown", f"data[].{name}") for name in more}


def _other_value(api: OtherApi) -> Found:
    model = api.model("products.get")
    name = next(one for one, schema in model["properties"].items() if api.resolve(schema).get("enum"))
    model["properties"][name] = {"type": "string", "example": "SomethingElse"}
    return {("value", name)}


def _nested(api: OtherApi) -> Found:
    model = api.model("products.get")
    lists = {one: schema for one, schema in model["properties"].items() if schema.get("type") == "array"}
    outer, schema = next(iter(lists.items()))
    inner = api.resolve(schema["items"])
    retyped = next(one for one, part in inner["properties"].items() if part.get("type") == "boolean")
    inner["properties"][retyped] = {"type": "array", "items": {"type": "string"}}
    return {("kind", f"{outer}[].{retyped}")}


def _other_envelope(api: OtherApi) -> Found:
    """The rows are called otherwise, the counters stand one level down; and a row is not as documented either."""
    schema, form = api.own_response("products.list"), api.operations["products.list"].pagination
    assert form is not None
    assert form.total is not None
    name, model = api.field("products.list", "boolean", required=False), api.model("products.list")
    model["properties"][name] = {"type": "string", "example": "yes"}
    counters = {one: schema["properties"].pop(one) for one in (form.total, form.page, form.limit, form.total_pages)}
    schema["properties"]["meta"] = {"type": "object", "properties": counters, "required": [*counters]}
    schema["required"] = [form.items, "meta"]
    api.rename(schema, form.items, "rows")
    dotted = {one: f"meta.{one}" for one in counters}
    api.operations["products.list"] = _paged(api, "products.list", "rows", dotted)
    gone = {("missing", one) for one in (form.items, *counters)}
    return {*gone, ("unknown", "rows"), ("unknown", "meta"), ("kind", f"rows[].{name}")}  # type: ignore[arg-type]


def _paged(api: OtherApi, name: str, items: str, counters: dict[Any, str]) -> Any:

    form = api.operations[name].pagination
    assert form is not None
    moved = {
        "total": counters[form.total],
        "page": counters[form.page],
        "limit": counters[form.limit],
        "total_pages": counters[form.total_pages],
    }
    return api.operations[name]._replace(pagination=form._replace(items=items, **moved))


def _wrapped(api: OtherApi) -> Found:
    """A list that was an array is an object around it; and what is in it is not as documented either."""
    name, model = api.field("accounts.list", "string", required=False), api.model("accounts.list")
    model["properties"][name] = {"type": "number", "example": 7}
    array = api.own_response("accounts.list")
    count = {"type": "number", "example": 1}
    wrapped = {"type": "object", "properties": {"items": array, "count": count}, "required": ["items", "count"]}
    api.media("accounts.list")["schema"] = wrapped
    return {("kind", ""), ("kind", f"items[].{name}")}


def _unwrapped(api: OtherApi) -> Found:
    """A list whose rows stood in an object is a bare array."""
    one = api.operations["products.list"]
    assert one.pagination is not None

    api.media("products.list")["schema"] = api.envelope("products.list")["properties"][one.pagination.items]
    api.operations["products.list"] = one._replace(pagination=None)
    return {("kind", "")}


CHANGES = {
    "a field is called otherwise": Change("company.get", _renamed),
    "a field is of another kind": Change("products.get", _retyped),
    "a field is null": Change("company.get", _null),
    "a field is not there": Change("accounts.list", _lost),
    "there are further fields": Change("products.list", _more),
    "an enum has further values": Change("products.get", _other_value),
    "a nested field is of another kind": Change("products.get", _nested),
    "the envelope is another": Change("products.list", _other_envelope),
    "an array is in an envelope": Change("accounts.list", _wrapped),
    "an envelope is an array": Change("products.list", _unwrapped),
}


async def test_of_an_api_that_is_as_documented_nothing_deviates() -> None:
    report = await verified(OtherApi().sandbox())
    assert [one.operation.name for one in report.findings if one.deviates] == []
    assert report.entries == {}
    assert not report.deviates
    reads = [one for one in OPERATIONS.values() if one.method == "GET"]
    assert len(report.findings) == len(reads)
    assert report.writes == len(OPERATIONS) - len(reads)
    for one in report.findings:
        assert one.answer.path in ("confirmed", "exists"), one
    assert "None." in markdown(report)
    assert "Nothing to correct." in markdown(report)


@pytest.mark.parametrize("name", CHANGES)
async def test_what_deviates_is_found_at_its_place_and_nothing_else(name: str) -> None:
    api, change = OtherApi(), CHANGES[name]
    expected = change.make(api)
    report = await verified(api.sandbox())
    assert differences(report, change.operation) == expected
    assert report.deviates
    shared = [one for one in report.findings if one.differences]  # several operations may return the same object
    assert len(shared) <= 3
    confirmed = {*of(report, change.operation).confirmed}
    assert not confirmed & {place for _kind, place in expected}
    assert confirmed


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "an enum has further values"])
async def test_the_generator_takes_the_entries_and_then_nothing_deviates_any_more(name: str, tmp_path: Path) -> None:
    api = OtherApi()
    CHANGES[name].make(api)
    report = await verified(api.sandbox())
    corrected, stale = _corrected(report, tmp_path)
    assert stale == []
    again = await verified(api.sandbox(), corrected)
    assert [(one.operation.name, one.differences) for one in again.findings if one.deviates] == []


def _merged(report: Report, tmp_path: Path) -> Path:
    """Our corrections with the report's entries, as somebody pastes them."""
    entries = load_yaml(report.corrections)
    ours = load_yaml(CORRECTIONS.read_text(encoding="utf-8"))
    for section, more in entries.items():
        ours[section] = [*(ours.get(section) or []), *more]
    file = tmp_path / "corrections.yaml"
    with file.open("w", encoding="utf-8") as stream:
        yaml.safe_dump(ours, stream)
    return file


def _corrected(report: Report, tmp_path: Path) -> tuple[Json, list[str]]:
    """Our document, corrected by the generator with the report's entries too, and which of them are of no use."""
    corrected, stale = generator.apply(_sound(), Corrections.load(_merged(report, tmp_path)))
    return corrected, [one for one in stale if one not in _stale_anyway()]


def _sound() -> Json:
    sound, _notes = documents.prepare(documents.load(ROOT / "openapi" / "ledgerbee.json"))
    return sound


@functools.cache
def _stale_anyway() -> list[str]:
    """Our own corrections of operations that the document doesn't have any more."""
    return generator.apply(_sound(), Corrections.load(CORRECTIONS))[1]


@pytest.mark.slow
async def test_the_package_that_is_generated_with_the_entries_is_of_the_other_api(tmp_path: Path) -> None:
    api = OtherApi()
    for change in ("a field is called otherwise", "the envelope is another", "there are further fields"):
        CHANGES[change].make(api)
    _wrapped_customers(api)
    report = await verified(api.sandbox())
    built = regenerate.build(
        ROOT / "openapi" / "ledgerbee.json", tmp_path / "generated", exceptions=_merged(report, tmp_path)
    )
    assert built.stale == [] or promised_names() - OPERATIONS.keys(), "only rules for what is gone match nothing"
    raw = json.loads((tmp_path / "generated" / "schema.json").read_text(encoding="utf-8"))
    again = await verified(api.sandbox(), raw)
    assert not again.deviates
    page = next(one for one in built.api.operations if one.python == "products.list").pagination
    assert page is not None
    assert (page.items, page.total) == ("rows", "meta.total")


def _wrapped_customers(api: OtherApi) -> None:
    if api.media("customers.list")["schema"].get("type") == "array":
        array = api.own_response("customers.list")
        api.media("customers.list")["schema"] = {
            "type": "object",
            "properties": {"customers": array},
            "required": ["customers"],
        }


@reconstruction_only
@pytest.mark.parametrize("perturbation", ["names", "fields", "envelopes", "everything"])
async def test_an_api_of_a_rehearsed_document_is_put_right_by_the_entries(perturbation: str, tmp_path: Path) -> None:
    raw = json.loads((ROOT / "openapi" / "ledgerbee.json").read_text(encoding="utf-8"))
    api = OtherApi.published(perturbed(raw, perturbation))
    report = await verified(api.sandbox())
    moved = {name for name, one in api.operations.items() if one.path != OPERATIONS[name].path and one.method == "GET"}
    unknown = {one.operation.name for one in report.findings if one.answer.path == "unknown_route"}
    assert unknown <= moved
    assert bool(unknown) is (perturbation in ("names", "everything"))
    assert perturbation == "names" or any(one.differences for one in report.findings)
    corrected, stale = _corrected(report, tmp_path) if report.entries else (corrected_document(), [])
    assert stale == []
    again = await verified(api.sandbox(), corrected)
    assert [(one.operation.name, one.differences) for one in again.findings if one.differences] == []


async def test_a_renamed_path_is_an_unknown_route_and_not_a_missing_object() -> None:
    api = OtherApi()
    api.move("vat_codes.list", "/v1/somewhere-else")
    api.move("invoices.get", "/v1/somewhere-else/{id}")
    report = await verified(api.sandbox())
    for name in ("vat_codes.list", "invoices.get"):
        assert of(report, name).answer.path == "unknown_route"
        assert f"| {name} | `GET {path(name) if name[0] == 'v' else OPERATIONS[name].path}` | **unknown route**" in (
            markdown(report)
        )
    assert report.deviates
    assert of(report, "company.get").answer.path == "confirmed"


async def test_what_no_list_gives_an_id_for_is_tried_with_one_that_does_not_exist() -> None:
    sandbox = Sandbox()  # nothing is in it
    if "invoices.get" in sandbox.unverified:
        pytest.skip(f"{STEPPED_BACK}: invoices.get: {sandbox.unverified['invoices.get']}")
    report = await verified(sandbox)
    one = of(report, "invoices.get")
    assert (one.answer.path, one.answer.status, one.is_probe) == ("exists", 404, True)
    assert "for an id that doesn't exist" in one.answer.note


@pytest.mark.unmeasured
@needs("invoices.list")
async def test_a_company_with_something_in_it_is_read_to_the_bottom() -> None:
    sandbox = Sandbox()
    sandbox.seed_company()
    report = await verified(sandbox)
    for name in ("products.get", "product_prices.get", "invoices.get", "invoices.pdf", "customers.list_contacts"):
        assert of(report, name).answer.path == "confirmed", name
        assert not of(report, name).is_probe
    assert {one.method for one in sandbox.requests} == {"GET"}
    assert sandbox.writes == []
    assert len(sandbox.requests) <= len(report.findings) + 1


# ---------------------------------------------------------------------- what is refused


async def test_scopes_are_needed_granted_and_refused() -> None:
    granted = ["company-read", "products-read"]
    report = await verified(Sandbox(enforce_inferred_scopes=True), scopes=granted)
    for one in report.findings:
        missing = {*one.operation.scopes} - {*granted}
        assert one.scopes.granted is (not missing), one.operation.name
        assert one.scopes.is_refused is bool(missing), one.operation.name
        if missing:
            assert (one.answer.path, one.answer.status, one.scopes.difference) == ("exists", 403, "")
    assert not any(one.scopes.difference for one in report.findings)
    assert "accounts-read (refused)" in markdown(report)


async def test_scopes_that_the_api_asks_for_and_the_document_does_not_are_an_entry(tmp_path: Path) -> None:

    api = OtherApi()
    api.operations["accounts.list"] = OPERATIONS["accounts.list"]._replace(scopes=("ledger-read",))
    api.operations["vat_codes.list"] = OPERATIONS["vat_codes.list"]._replace(scopes=())
    api.operations["products.create"] = OPERATIONS["products.create"]._replace(scopes=("accounts-read",))
    report = await verified(api.sandbox(), scopes=["accounts-read", "company-read"])
    assert of(report, "accounts.list").scopes.difference == "the API asks for ledger-read"
    assert of(report, "vat_codes.list").scopes.difference == "the API answers without vat-codes-read"
    (entry,) = report.entries["operations"]
    assert (entry["operation"], entry["scopes"]) == (f"GET {path('accounts.list')}", ["ledger-read"])
    built = Corrections.load(_merged(report, tmp_path))
    assert built.operations[-1]["scopes"] == ["ledger-read"]
    assert "scopes: the API asks for ledger-read" in markdown(report)


async def test_a_missing_license_is_named() -> None:
    report = await verified(Sandbox(licenses=[]))
    licensed = [one for one in report.findings if one.operation.licenses]
    assert licensed
    for one in licensed:
        assert (one.answer.path, one.answer.license) == ("exists", one.answer.license)
        assert one.answer.license in one.operation.licenses
    assert f"license: {licensed[0].answer.license}" in markdown(report)


async def test_an_oauth_client_can_not_call_what_takes_a_key_only() -> None:
    report = await verified(OtherApi().sandbox(), oauth=True)
    one = of(report, "api_key.get")
    assert (one.answer.path, one.answer.note) == ("not_tried", "it takes another credential (api_key)")
    assert of(report, "company.get").answer.path == "confirmed"
    assert of(report, "company.get").scopes.granted is None


# ---------------------------------------------------------------------- a difficult network


@pytest.mark.unmeasured
async def test_a_rate_limit_is_waited_for() -> None:
    sandbox = OtherApi().sandbox()
    sandbox.faults.add(Status(429, retry_after=0), "products.list", times=2)
    report = await verified(sandbox)
    assert of(report, "products.list").answer.path == "confirmed"
    assert not report.deviates


@pytest.mark.unmeasured
async def test_a_failure_of_the_api_is_said_and_the_tour_goes_on() -> None:

    sandbox = OtherApi().sandbox()
    sandbox.faults.add(Status(503), "products.list")
    report = await verified(sandbox, retry=RetryPolicy(max_attempts=1))
    one = of(report, "products.list")
    assert (one.answer.path, one.answer.status) == ("unclear", 503)
    assert of(report, "vat_codes.list").answer.path == "confirmed"


async def test_a_key_that_is_refused_ends_the_tour() -> None:
    async with OtherApi().sandbox() as sandbox:
        lb = LedgerBee(
            "no-such-key-0123456789",
            base_url="https://sandbox.ledgerbee.test/api",
            transport=sandbox.transport(),
            scope_check="off",
        )
        async with lb:
            with pytest.raises(AuthenticationError):
                await verify(lb, base_url="x", kind="api_key")


async def test_a_server_that_is_down_ends_the_tour() -> None:

    async with LedgerBee(
        "a-key-0123456789", base_url="http://127.0.0.1:9/api", scope_check="off", retry=RetryPolicy(max_attempts=1)
    ) as lb:
        with pytest.raises(ConnectionFailedError):
            await verify(lb, base_url="x", kind="api_key")


# ---------------------------------------------------------------------- the command


def command(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run the command against a sandbox on a port."""
    with served(sandbox) as base_url:
        monkeypatch.setenv("LEDGERBEE_BASE_URL", base_url)
        monkeypatch.setenv("LEDGERBEE_API_KEY", sandbox.api_key)
        return main(["verify", *arguments])


def test_the_command_prints_a_report_and_its_status_says_whether_anything_deviates(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(OtherApi().sandbox(), monkeypatch) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("# LedgerBee API, compared with its document on ")
    api = OtherApi()
    expected = _other_envelope(api)
    assert command(api.sandbox(), monkeypatch, "--json") == 1
    facts = json.loads(capsys.readouterr().out)
    (found,) = [one for one in facts["operations"] if one["operation"] == "products.list"]
    assert {(one["kind"], one["place"]) for one in found["differences"]} == expected
    assert load_yaml(facts["corrections"])["operations" if "operations:" in facts["corrections"] else "schemas"]


def test_whoever_is_looking_sees_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert command(OtherApi().sandbox(), monkeypatch) == 0
    out, err = capsys.readouterr()
    reads = len([one for one in OPERATIONS.values() if one.method == "GET"])
    assert f"\r\x1b[K1/{reads} " in err
    assert err.endswith("\r\x1b[K")
    assert "\x1b" not in out


@pytest.mark.unmeasured
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_no_value_no_id_and_no_key_is_in_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    sandbox = Sandbox()
    sandbox.seed_company()
    sandbox.seed(customers=3, invoices=3)
    sandbox.state.company["name"] = "Hemmelig Virksomhed ApS"
    for record in sandbox.state.customers:
        record["metadata"] = {"secretNameOfACustomer": "x"}
    command(sandbox, monkeypatch, *form)
    out, err = capsys.readouterr()
    assert sandbox.api_key not in out + err
    assert set(_UUID.findall(out)) == set()
    assert "secretNameOfACustomer" not in out
    for text in _texts(sandbox):
        assert text not in out, text


def _texts(sandbox: Sandbox) -> set[str]:
    """What the company holds of texts that stand nowhere in the document."""
    published = json.dumps(document(), ensure_ascii=False)
    found: set[str] = set()

    def walk(value: Any) -> None:
        if isinstance(value, str) and len(value) > 5 and value not in published:
            found.add(value)
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(one)

    walk(dict(sandbox.state.company))
    for name in ("customers", "products", "invoices"):
        walk(list(getattr(sandbox.state, name)))
    assert "Hemmelig Virksomhed ApS" in found
    return {one for one in found if not re.fullmatch(r"[\d:TZ.+-]+", one)}
