"""What the handlers of subscriptions, meters, payment methods rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

APPLY_PAYMENT_METHOD: Fields = {
    "enableAutomaticBilling": "boolean",
}

ASSIGN_SUBSCRIPTION: Fields = {
    "customerId": "string",
    "planId": "string",
    "startDate": "string",
    "trialDays": "number",
    "endDate": "string",
    "productOverrides": [
        {
            "priceId": "string",
            "quantity": "number",
        }
    ],
    "paymentMethodId": "string",
}

CANCEL_SUBSCRIPTION: Fields = {
    "id": "string",
    "strategy": ("end_of_cycle", "immediately", "specific_date", "clear_schedule"),
    "refundBehavior": ("prorated",),
    "effectiveDate": "string",
}

CUSTOMER_SUBSCRIPTION: Fields = {
    "id": "string",
    "customerId": "string",
    "planId": "string",
    "status": ("active", "scheduled", "trial", "expired", "cancelled", "paused", "pending_cancellation"),
    "partnerReferenceId": "string",
}

METER_SUBSCRIPTIONS: Fields = {
    "meterId": "string",
    "meterName": "string",
    "subscriptions": "array",
}

PAYMENT_METHOD: Fields = {
    "id": "string",
    "customerId": "string",
    "provider": ("sandbox",),
    "label": "string",
    "isDefault": "boolean",
    "status": ("active",),
    "createdAt": "string",
    "cardMask": "string",
    "cardType": "string",
    "expiryMonth": "number",
    "expiryYear": "number",
}


REPORT_USAGE: Fields = {
    "status": "string",
    "requestId": "string",
}

REPORT_USAGE_BODY: Fields = {
    "value": "number|string",
    "customerId": "string",
    "meterName": "string",
    "meterId": "string",
}

SCHEDULED_CHANGE: Fields = {
    "id": "string",
}


SUBSCRIPTION_PLAN: Fields = {
    "id": "string",
}
