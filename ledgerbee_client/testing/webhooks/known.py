"""What the handlers of webhook endpoints rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

CREATE_WEBHOOK_ENDPOINT: Fields = {
    "url": "string",
    "enabledEvents": "array",
    "enabled": "boolean",
}

UPDATE_WEBHOOK_ENDPOINT: Fields = {
    "url": "string",
    "enabledEvents": "array",
    "enabled": "boolean",
}

WEBHOOK_ENDPOINT: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "enabledEvents": "array",
    "enabled": "boolean",
    "url": "string",
}

WEBHOOK_ENDPOINTS_SEND_TEST_EVENT_BODY: Fields = {
    "type": "string",
}

WEBHOOK_ENDPOINTS_SEND_TEST_EVENT_RESPONSE: Fields = {
    "id": "string",
    "status": "string",
}

WEBHOOK_ENDPOINT_SECRET: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "secret": "string",
    "enabledEvents": "array",
    "enabled": "boolean",
    "url": "string",
}
