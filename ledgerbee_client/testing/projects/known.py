"""What the handlers of projects and dimensions rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

CREATE_DIMENSION: Fields = {
    "name": "string",
    "isUnique": "boolean",
}


DIMENSION: Fields = {
    "name": "string",
    "isUnique": "boolean",
    "id": "string",
    "values": [
        {
            "name": "string",
            "parentId": "null",
            "id": "string",
            "children": "array",
        }
    ],
}

DIMENSION_VALUE: Fields = {
    "name": "string",
    "parentId": "string|null",
    "id": "string",
    "children": "array",
}

PROJECT: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "currency": "string",
    "customerId": "string|null",
    "budgetHours": "number|null",
    "budgetAmount": "string|null",
    "startDate": "null",
    "endDate": "null",
    "externalReference": "string|null",
    "color": "string|null",
    "name": "string",
    "isArchived": "boolean",
    "dimensionId": "string",
    "defaultSubprojectId": "string",
    "subprojects": [
        {
            "sortOrder": "number",
            "id": "string",
        }
    ],
}


SUBPROJECT: Fields = {
    "sortOrder": "number",
    "id": "string",
}

UPDATE_DIMENSION: Fields = {
    "name": "string",
    "isUnique": "boolean",
}


UPSERT_PROJECT: Fields = {
    "externalReference": "string",
}
