"""What the handlers of the portal rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

GET_PORTAL_PLAN: Fields = {
    "plan": {
        "plan": {
            "vanity": "string|null",
        },
        "displayOrder": "number",
        "items": [
            {
                "itemType": "string",
                "priceMinor": "number|null",
                "sourceSubscriptionId": "null",
                "ctaLink": "null",
            }
        ],
    },
}

LIST_PORTAL_PLANS: Fields = {
    "plans": [
        {
            "plan": {
                "vanity": "string|null",
            },
            "displayOrder": "number",
            "items": "array",
        }
    ],
}

MINT_PORTAL_HANDOFF: Fields = {
    "email": "string",
}


PORTAL_SSO_JWKS: Fields = {
    "keys": "array",
}


PROVISION_PORTAL_CUSTOMER: Fields = {
    "customerId": "string",
    "email": "string",
    "customer": {
        "customerNumber": "string",
        "customerType": ("company",),
        "name": "string",
        "countryCode": "string",
        "vatZone": ("domestic",),
        "customerGroupId": "string",
    },
    "mintCheckoutBindToken": "boolean",
    "clientReferenceId": "string",
}

RESOLVE_PORTAL_PLANS: Fields = {
    "customerId": "string",
}
