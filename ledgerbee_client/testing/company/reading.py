"""What belongs to the company and is only read: the key, the company, and the fixed lists."""

from __future__ import annotations

from ..clock import timestamp
from ..http.lists import listed, prefixed, sorted_by
from ..http.registry import Call, Reply, handles
from . import known


@handles("api_key.get", gives=known.API_KEY_INFO)
def get_api_key(call: Call) -> Reply:
    """The calling key. The name of the field with the rate-limit tiers isn't published, so it isn't here."""
    credential = call.credential
    assert credential is not None
    body = {"ipWhitelist": list(credential.ip_allowlist), "scopes": list(credential.scopes)}
    if credential.expires_at is not None:
        return Reply({"expiresAt": timestamp(credential.expires_at), **body})
    return Reply(body)


@handles("company.get", gives=known.COMPANY)
def get_company(call: Call) -> Reply:
    """The company of the credential."""
    return Reply(call.state.company)


@handles("accounts.list", gives=known.ACCOUNT)
def list_accounts(call: Call) -> Reply:
    """The chart of accounts, ordered by public account, then by number."""
    return Reply(sorted(call.state.accounts, key=lambda one: (one["publicAccountId"], one["accountNumber"])))


@handles("vat_codes.list", gives=known.VAT_CODE)
def list_vat_codes(call: Call) -> Reply:
    """The VAT codes, sorted by code."""
    return Reply(sorted(call.state.vat_codes, key=lambda one: one["vatCode"]))


@handles("journal_categories.list", gives=known.JOURNAL_CATEGORY)
def list_journal_categories(call: Call) -> Reply:
    """The journal categories."""
    return Reply(list(call.state.journal_categories))


@handles(
    "document_templates.list", gives=known.DOCUMENT_TEMPLATE, query=("documentType", "search", "sortBy", "sortOrder")
)
def list_document_templates(call: Call) -> Reply:
    """The designs, one default for each kind of document."""
    kind = call.query.get("documentType")
    templates = call.state.document_templates.where(**({"documentType": kind} if kind else {}))
    found = prefixed(templates, call.query.get("search"), ("name",))
    return listed(call, sorted_by(found, call.query))
