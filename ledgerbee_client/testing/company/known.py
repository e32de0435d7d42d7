"""What the handlers of the company rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

ACCOUNT: Fields = {
    "id": "string",
    "name": "string",
    "accountNumber": "number",
    "publicAccountId": "number",
    "ledgerType": ("HEADING", "PROFIT_AND_LOSS", "TOTAL_FROM", "BALANCE_SHEET"),
    "accountClassification": ("REVENUE", "EXPENSE", "ASSET", "EQUITY", "LIABILITY", None),
    "controlAccountType": ("ACCOUNTS_RECEIVABLE", "ACCOUNTS_PAYABLE", None),
}

API_KEY_INFO: Fields = {
    "expiresAt": "string",
    "ipWhitelist": "array",
    "scopes": "array",
}

COMPANY: Fields = {
    "id": "string",
    "name": "string",
    "email": "string",
    "address": "string",
    "vat": "number",
    "billingEmail": "string",
    "city": "string",
    "postalCode": "string",
    "countryCode": "string",
    "phone": "null",
    "preferredLanguage": "string",
    "contactPersonFirstName": "null",
    "contactPersonLastName": "null",
}

DOCUMENT_TEMPLATE: Fields = {
    "id": "string",
    "isDefault": "boolean",
    "name": "string",
    "documentType": ("quote-template", "order-confirmation-template", "credit-note-template", "invoice-template"),
    "createdAt": "string",
}

JOURNAL_CATEGORY: Fields = {
    "id": "string",
    "name": "string",
    "isDefault": "boolean",
    "allowedJournalTypes": "array",
}

VAT_CODE: Fields = {
    "id": "string",
    "vatCode": "string",
    "name": "string",
    "vatRate": "number",
    "type": ("purchase", "sales"),
    "principle": ("Net",),
    "accountToBookId": "string",
    "accountToBookNumber": "number",
    "accountToBookName": "string",
}
