"""What the handlers of webhook endpoints rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

CREATE_WEBHOOK_ENDPOINT: Fields = {
    "url": "string",
    "enabledEvents": "array",
}

UPDATE_WEBHOOK_ENDPOINT: Fields = {
    "url": "string",
    "enabledEvents": "array",
}

WEBHOOK_ENDPOINT: Fields = {
    "id": "string",
    "enabledEvents": "array",
    "url": "string",
}


WEBHOOK_ENDPOINT_SECRET: Fields = {
    "id": "string",
    "secret": "string",
    "enabledEvents": "array",
    "url": "string",
}
