"""What the handlers of customers and vendors rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

CREATE_CUSTOMER: Fields = {
    "customerNumber": "string",
    "name": "string",
    "countryCode": "string",
    "email": "string",
    "vatZone": ("domestic_without_vat", "domestic", "eu", "abroad"),
    "customerType": ("text",),
    "customerGroupId": "string",
}

CREATE_VENDOR: Fields = {
    "id": "string",
    "vendorNumber": "string",
}

CREATE_VENDOR_BODY: Fields = {
    "vendorNumber": "string",
    "name": "string",
    "vendorGroupId": "string",
    "currency": "string",
    "countryCode": "string",
    "contacts": [
        {
            "isDefault": "boolean",
        }
    ],
    "defaultAccountId": "string",
}

CUSTOMER: Fields = {
    "id": "string",
    "customerNumber": "string",
    "customerType": ("company", "text"),
    "name": "string",
    "vatZone": ("domestic", "domestic_without_vat", "eu", "abroad"),
    "customerGroupId": "string",
    "isActive": "boolean",
    "billingRelationship": ("self",),
    "includeChildDetailsPdf": "boolean",
    "countryCode": "string",
    "metadata": "object",
    "email": "string",
    "customerGroupNumber": "number",
    "customerGroupName": "string",
    "externalSystemId": "string",
    "parentCustomerId": "string",
}

CUSTOMER_CONTACT: Fields = {
    "id": "string",
}

CUSTOMER_GROUP: Fields = {
    "id": "string",
    "number": "number",
    "name": "string",
    "accountId": "string",
    "accountNumber": "number",
    "accountName": "string",
    "discount": "number",
    "metadata": "object",
}


VENDOR: Fields = {
    "id": "string",
    "name": "string",
    "currency": "string",
    "countryCode": "string",
    "paymentTerms": "number",
    "openingBalance": "string",
    "vendorNumber": "string",
    "vendorGroupId": "string",
    "vendorGroupName": "string",
    "status": ("active",),
}

VENDOR_CONTACT: Fields = {
    "id": "string",
}

VENDOR_GROUP: Fields = {
    "id": "string",
}
