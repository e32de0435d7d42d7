"""What the handlers of groups, products, prices rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

CREATE_PRODUCT: Fields = {
    "productNumber": "string",
    "name": "string",
    "unit": "string",
    "productGroupId": "string",
    "initialPrice": {
        "nickname": "string",
        "unitAmount": "string",
    },
}

CREATE_PRODUCT_GROUP: Fields = {
    "number": "string",
    "name": "string",
    "domesticAccountId": "string",
    "euAccountId": "string",
    "abroadAccountId": "string",
    "domesticWithoutVatAccountId": "string",
}

CREATE_PRODUCT_PRICE: Fields = {
    "productId": "string",
    "unitAmount": "string",
    "tiers": [
        {
            "fromQuantity": "number",
            "toQuantity": "number",
            "unitAmount": "string",
            "flatFee": "string",
        }
    ],
    "currency": "string",
    "nickname": "string",
    "billingPeriodType": "string",
    "pricingModel": "string",
    "billingInterval": "string",
    "billingIntervalCount": "number",
    "meterId": "string",
}

PRODUCT: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "description": "null",
    "isActive": "boolean",
    "productType": ("services",),
    "isArchived": "boolean",
    "isLocked": "boolean",
    "productNumber": "string",
    "name": "string",
    "unit": "string",
    "productGroupId": "string",
    "prices": [
        {
            "billingPeriodType": "string",
            "pricingModel": "string",
            "billingInterval": "string",
            "billingIntervalCount": "number",
            "tiers": "array",
            "nickname": "string",
            "unitAmount": "string",
            "id": "string",
            "productId": "string",
            "currency": "string",
            "baseCurrency": "string",
            "availableCurrencies": "array",
            "status": "string",
            "isDefault": "boolean",
            "isLocked": "boolean",
            "vatRatesByZone": "object",
        }
    ],
}

PRODUCT_GROUP: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "number": "string",
    "name": "string",
    "domesticAccountId": "string",
    "euAccountId": "string",
    "abroadAccountId": "string",
    "domesticWithoutVatAccountId": "string",
    "domesticAccountNumber": "number",
}

PRODUCT_GROUP_LIST_ITEM: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "number": "string",
    "name": "string",
    "domesticAccountId": "string",
    "euAccountId": "string",
    "abroadAccountId": "string",
    "domesticWithoutVatAccountId": "string",
    "domesticAccountNumber": "number",
}

PRODUCT_LIST_ITEM: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "description": "null",
    "isActive": "boolean",
    "productType": ("services",),
    "isArchived": "boolean",
    "isLocked": "boolean",
    "productNumber": "string",
    "name": "string",
    "unit": "string",
    "productGroupId": "string",
}

PRODUCT_PRICE: Fields = {
    "billingPeriodType": "string",
    "pricingModel": "string",
    "billingInterval": "string",
    "billingIntervalCount": "number",
    "tiers": [
        {
            "id": "string",
            "fromQuantity": "number",
            "toQuantity": "number",
            "unitAmount": "string",
            "flatFee": "string",
        }
    ],
    "productId": "string",
    "unitAmount": "string",
    "id": "string",
    "currency": "string",
    "baseCurrency": "string",
    "availableCurrencies": "array",
    "status": "string",
    "isDefault": "boolean",
    "isLocked": "boolean",
    "vatRatesByZone": "object",
    "nickname": "string",
    "meterId": "string",
}

UPDATE_PRODUCT: Fields = {
    "productNumber": "string",
    "unit": "string",
    "name": "string",
    "productGroupId": "string",
}

UPDATE_PRODUCT_GROUP: Fields = {
    "name": "string",
    "domesticAccountId": "string",
    "number": "string",
}
