"""The company that every sandbox starts with: what is made in the app and can only be read over the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ids import fixed

if TYPE_CHECKING:
    from ..state import Record, State

#: Number, name, ledger type, classification, control account, VAT code for sales.
_ACCOUNTS: tuple[tuple[int, str, str, str | None, str | None, str | None], ...] = (
    (1000, "Revenue", "HEADING", None, None, None),
    (1010, "Domestic sales", "PROFIT_AND_LOSS", "REVENUE", None, "U25"),
    (1020, "Sales in the EU", "PROFIT_AND_LOSS", "REVENUE", None, "UEU"),
    (1030, "Sales abroad", "PROFIT_AND_LOSS", "REVENUE", None, "UUD"),
    (1040, "Domestic sales without VAT", "PROFIT_AND_LOSS", "REVENUE", None, None),
    (1099, "Revenue, total", "TOTAL_FROM", None, None, None),
    (2000, "Expenses", "HEADING", None, None, None),
    (2010, "Cost of sales", "PROFIT_AND_LOSS", "EXPENSE", None, None),
    (2020, "Wages", "PROFIT_AND_LOSS", "EXPENSE", None, None),
    (2030, "Rent", "PROFIT_AND_LOSS", "EXPENSE", None, None),
    (2099, "Expenses, total", "TOTAL_FROM", None, None, None),
    (5000, "Assets", "HEADING", None, None, None),
    (5010, "Trade receivables", "BALANCE_SHEET", "ASSET", "ACCOUNTS_RECEIVABLE", None),
    (5020, "Bank", "BALANCE_SHEET", "ASSET", None, None),
    (6000, "Liabilities and equity", "HEADING", None, None, None),
    (6010, "Equity", "BALANCE_SHEET", "EQUITY", None, None),
    (6020, "Trade payables", "BALANCE_SHEET", "LIABILITY", "ACCOUNTS_PAYABLE", None),
    (6030, "VAT on sales", "BALANCE_SHEET", "LIABILITY", None, None),
    (6040, "VAT on purchases", "BALANCE_SHEET", "LIABILITY", None, None),
)
#: Code, name, percentage, type, number of the account it is booked on.
_VAT_CODES = (
    ("I25", "VAT on purchases, 25 %", 25, "purchase", 6040),
    ("U25", "VAT on domestic sales, 25 %", 25, "sales", 6030),
    ("UEU", "Sales in the EU, reverse charge", 0, "sales", 6030),
    ("UUD", "Sales abroad", 0, "sales", 6030),
)
_TEMPLATES = ("invoice-template", "credit-note-template", "quote-template", "order-confirmation-template")
ENTRY_TYPES = (
    "JOURNAL_ENTRY",
    "SUPPLIER_INVOICE",
    "SUPPLIER_PAYMENT",
    "CUSTOMER_INVOICE",
    "CUSTOMER_PAYMENT",
)


def furnish(state: State) -> None:
    """Fills an empty state with the fixed data."""
    state.company = {
        "id": fixed("company"),
        "name": "Acme Corporation",
        "email": "contact@acme.example",
        "address": "123 Main Street",
        "vat": 12345678,
        "billingEmail": "billing@acme.example",
        "city": "Copenhagen",
        "postalCode": "1050",
        "countryCode": "DK",
        "phone": None,
        "preferredLanguage": "da",
        "contactPersonFirstName": None,
        "contactPersonLastName": None,
    }
    _add_accounts(state)
    _add_lists(state)
    for number, name in ((1, "Customers"), (2, "Partners")):
        group = _group(state, "customer-group", number, name, account_number=5010)
        state.customer_groups.add({**group, "discount": 0, "metadata": {}})
    for number, name in ((1, "Suppliers"), (2, "Authorities")):
        state.vendor_groups.add(_group(state, "vendor-group", number, name, account_number=6020))
    add_meter(state, "api-calls")
    add_plan(state, "Basic")


def add_meter(state: State, name: str) -> Record:
    """An active meter. Meters are made in the app; the API only knows their ids and names."""
    return state.meters.add({"id": fixed(f"meter/{name}"), "name": name})


def add_plan(
    state: State,
    name: str,
    price_ids: tuple[str, ...] = (),
    interval: str = "month",
    interval_count: int = 1,
    vanity: str | None = None,
) -> Record:
    """An active subscription plan with a published version. Plans are made in the app; the API can archive them."""
    now = state.now()
    return state.subscription_plans.add(
        {
            "id": fixed(f"plan/{name}"),
            "name": name,
            "status": "ACTIVE",
            "billingInterval": interval,
            "billingIntervalCount": interval_count,
            "products": [{"priceId": one, "quantity": 1} for one in price_ids],
            "vanity": vanity,
            "createdAt": now,
            "updatedAt": now,
        }
    )


def _account(number: int, name: str, ledger_type: str, classification: str | None, control: str | None) -> Record:
    return {
        "id": fixed(f"account/{number}"),
        "name": name,
        "accountNumber": number,
        "publicAccountId": number,
        "ledgerType": ledger_type,
        "accountClassification": classification,
        "controlAccountType": control,
    }


def _group(state: State, kind: str, number: int, name: str, *, account_number: int) -> Record:
    """A group of customers or vendors, with the account that they are booked on."""
    account = state.accounts.get(fixed(f"account/{account_number}"))
    return {
        "id": fixed(f"{kind}/{number}"),
        "number": number,
        "name": name,
        "accountId": account["id"],
        "accountNumber": account["accountNumber"],
        "accountName": account["name"],
    }


def _add_accounts(state: State) -> None:
    """The chart of accounts and the VAT codes that are booked on it."""
    for number, name, ledger_type, classification, control, vat_code in _ACCOUNTS:
        account = _account(number, name, ledger_type, classification, control)
        state.accounts.add(account)
        if vat_code is not None:
            state.sales_vat[account["id"]] = vat_code
    for code, name, rate, kind, account_number in _VAT_CODES:
        account = state.accounts.get(fixed(f"account/{account_number}"))
        state.vat_codes.add(
            {
                "id": fixed(f"vat-code/{code}"),
                "vatCode": code,
                "name": name,
                "vatRate": rate,
                "type": kind,
                "principle": "Net",
                "accountToBookId": account["id"],
                "accountToBookNumber": account["accountNumber"],
                "accountToBookName": account["name"],
            }
        )


def _add_lists(state: State) -> None:
    """Journal categories and document templates."""
    state.journal_categories.add(
        {
            "id": fixed("journal-category/general"),
            "name": "General Journal",
            "isDefault": True,
            "allowedJournalTypes": list(ENTRY_TYPES),
        }
    )
    for kind in _TEMPLATES:
        state.document_templates.add(
            {
                "id": fixed(f"template/{kind}"),
                "isDefault": True,
                "name": "Standard",
                "documentType": kind,
                "createdAt": state.now(),
            }
        )
