"""What the handlers of entries and drafts rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

BATCH_CREATE_DRAFT_JOURNAL_ENTRIES: Fields = {
    "totalCreated": "number",
}

CREATE_DRAFT_JOURNAL_BATCH: Fields = {
    "drafts": "array",
    "entries": "array",
}

CREATE_DRAFT_JOURNAL_BATCH_V2: Fields = {
    "entries": [
        {
            "entryType": "string",
            "date": "string",
            "originalAmount": "string",
            "description": "string",
            "reference": "string",
            "lines": "array",
        }
    ],
}

CREATE_DRAFT_JOURNAL_ENTRY: Fields = {
    "entryType": "string",
    "lines": "array",
    "attachments": "array",
    "customerId": "string",
    "vendorId": "string",
}

CREATE_JOURNAL_BATCH: Fields = {
    "journalEntries": "array",
    "entries": "array",
}

CREATE_JOURNAL_ENTRIES_BATCH_V2: Fields = {
    "entries": [
        {
            "entryType": "string",
            "date": "string",
            "originalAmount": "string",
            "description": "string",
            "reference": "string",
            "lines": "array",
        }
    ],
}

CREATE_JOURNAL_ENTRY: Fields = {
    "entryType": "string",
    "lines": "array|string",
    "customerId": "string",
    "vendorId": "string",
    "tagIds": "array",
    "attachments": "array",
}

DRAFT_JOURNAL_ENTRY: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "currency": "string",
    "journalCategoryId": "string",
    "entryType": "string",
    "date": "string",
    "originalAmount": "number|string",
    "description": "string",
    "reference": "string",
    "lines": "array",
    "externalSystemId": "string",
    "vendorId": "string",
    "customerId": "string",
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
        }
    ],
    "customerId": "string",
    "vendorId": "string",
    "attachments": "array",
    "externalSystemId": "string",
    "tagIds": "array",
    "journalCategoryId": "string",
}

JOURNAL_ENTRIES_CREATE_BATCH_RESPONSE: Fields = {
    "totalCreated": "number",
}

JOURNAL_ENTRIES_CREATE_BATCH_V1_RESPONSE: Fields = {
    "totalCreated": "number",
}

JOURNAL_ENTRIES_REVERSE_BATCH_RESPONSE: Fields = {
    "totalReversed": "number",
}

JOURNAL_ENTRY: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "currency": "string",
    "entryType": "string",
    "originalAmount": "number|string",
    "description": "string",
    "reference": "string",
    "lines": "array|string",
    "journalCategoryId": "string",
    "externalSystemId": "string",
    "customerId": "string",
    "date": "string",
    "costBearer": "object",
    "vendorId": "string",
    "reversedByEntryId": "string",
    "reversesEntryId": "string",
    "tagIds": "array",
}

JOURNAL_ENTRY_ATTACHMENT: Fields = {
    "id": "string",
    "fileName": "string",
    "mimeType": "string",
    "size": "number",
    "createdAt": "string",
    "metadata": "string",
    "type": "string",
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
        }
    ],
    "customerId": "string",
    "tagIds": "array",
    "vendorId": "string",
    "journalCategoryId": "string",
    "attachments": "array",
}

REVERSE_JOURNAL_ENTRIES: Fields = {
    "journalEntryIds": "array",
    "entries": "array",
    "ids": "array",
}

UPDATE_DRAFT_JOURNAL_ENTRY_V2: Fields = {
    "attachments": "array",
}

UPDATE_JOURNAL_ENTRY: Fields = {
    "reference": "string",
    "externalSystemId": "string",
}
