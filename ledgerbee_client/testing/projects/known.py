"""What the handlers of projects and dimensions rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

CREATE_DIMENSION: Fields = {
    "name": "string",
    "isUnique": "boolean",
}

CREATE_DIMENSION_VALUE: Fields = {
    "name": "string",
    "parentId": "string",
}

CREATE_PROJECT: Fields = {
    "name": "string",
    "customerId": "string",
    "budgetHours": "number",
    "externalReference": "string",
    "color": "string",
}

CREATE_SUBPROJECT: Fields = {
    "name": "string",
    "sortOrder": "number",
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
    "code": "string",
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
    "manager": "string",
}

PROJECT_PROFIT: Fields = {
    "projectId": "string",
    "currency": "string",
    "revenue": "string",
    "cost": "string",
    "profit": "string",
}

SUBPROJECT: Fields = {
    "sortOrder": "number",
    "id": "string",
}

UPDATE_DIMENSION: Fields = {
    "name": "string",
    "isUnique": "boolean",
}

UPDATE_DIMENSION_VALUE: Fields = {
    "name": "string",
    "parentId": "null",
}

UPDATE_PROJECT: Fields = {
    "budgetAmount": "string",
    "color": "null",
    "name": "string",
}

UPDATE_SUBPROJECT: Fields = {
    "name": "string",
    "sortOrder": "number",
}

UPSERT_PROJECT: Fields = {
    "externalReference": "string",
    "name": "string",
}
