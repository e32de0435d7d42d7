"""What the handlers of entries and drafts rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

BATCH_CREATE_DRAFT_JOURNAL_ENTRIES: Fields = {
    "totalCreated": "number",
}


CREATE_DRAFT_JOURNAL_BATCH_V2: Fields = {
    "entries": [
        {
            "entryType": "string",
            "date": "string",
            "originalAmount": "string",
            "description": "string",
            "reference": "string",
            "lines": [{"amount": "string?"}],
        }
    ],
}


CREATE_JOURNAL_ENTRIES_BATCH_V2: Fields = {
    "entries": [
        {
            "entryType": "string",
            "date": "string",
            "originalAmount": "string",
            "description": "string",
            "reference": "string",
            "lines": [{"amount": "string?"}],
        }
    ],
}

CREATE_JOURNAL_ENTRY: Fields = {
    "attachments": "array",
}

DRAFT_JOURNAL_ENTRY: Fields = {
    "id": "string",
}

DRAFT_JOURNAL_ENTRY_INPUT: Fields = {
    "entryType": "string",
    "date": "string",
    "originalAmount": "number|string",
    "description": "string",
    "reference": "string",
    "lines": [
        {
            "accountId": "string",
            "amount": "string?",
        }
    ],
    "customerId": "string",
    "vendorId": "string",
    "attachments": "array",
    "externalSystemId": "string",
    "tagIds": "array",
    "journalCategoryId": "string",
}


JOURNAL_ENTRIES_CREATE_BATCH_V1_RESPONSE: Fields = {
    "totalCreated": "number",
}


JOURNAL_ENTRY: Fields = {
    "id": "string",
    "externalSystemId": "string",
    "date": "string",
}


JOURNAL_ENTRY_V2_INPUT: Fields = {
    "entryType": "string",
    "date": "string",
    "originalAmount": "number|string",
    "description": "string",
    "reference": "string",
    "lines": [
        {
            "accountId": "string",
            "amount": "string?",
        }
    ],
    "customerId": "string",
    "tagIds": "array",
    "vendorId": "string",
    "journalCategoryId": "string",
    "attachments": "array",
}


UPDATE_JOURNAL_ENTRY: Fields = {
    "reference": "string",
    "externalSystemId": "string",
}
