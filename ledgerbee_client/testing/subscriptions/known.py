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
    "createdAt": "string",
    "updatedAt": "string",
    "versionId": "string",
    "billingCycleAnchor": "string",
    "prorationBehavior": "string",
    "billingDirection": "string",
    "automaticBilling": "boolean",
    "customerId": "string",
    "planId": "string",
    "status": ("active", "scheduled", "trial", "expired", "cancelled", "paused", "pending_cancellation"),
    "partnerReferenceId": "string",
    "name": "string",
    "trialDays": "number",
    "productOverrides": "array",
    "startDate": "string",
    "endDate": "string",
    "cancellationDate": "string",
    "paymentMethodId": "string",
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

PAYMENT_METHODS_APPLY_TO_SUBSCRIPTIONS_RESPONSE: Fields = {
    "appliedCount": "number",
    "subscriptionIds": "array",
}

PAYMENT_METHODS_CREATE_CARD_SAVE_LINK_RESPONSE: Fields = {
    "url": "string",
}

PAYMENT_METHODS_SET_DEFAULT_RESPONSE: Fields = {
    "id": "string",
    "customerId": "string",
    "provider": "string",
    "label": "string",
    "isDefault": "boolean",
    "status": "string",
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
    "type": "string",
    "effectiveDate": "string",
    "createdAt": "string",
}

SUBSCRIPTIONS_CANCEL_RESPONSE: Fields = {
    "createdAt": "string",
    "updatedAt": "string",
    "versionId": "string",
    "name": "string",
    "billingCycleAnchor": "string",
    "prorationBehavior": "string",
    "trialDays": "number",
    "billingDirection": "string",
    "productOverrides": "array",
    "automaticBilling": "boolean",
    "customerId": "string",
    "planId": "string",
    "startDate": "string",
    "cancellationDate": "string",
    "status": "string",
}

SUBSCRIPTION_PLAN: Fields = {
    "id": "string",
    "name": "string",
    "status": "string",
    "billingInterval": "string",
    "billingIntervalCount": "number",
    "products": "array",
    "vanity": "null",
    "createdAt": "string",
    "updatedAt": "string",
}

UPDATE_SUBSCRIPTION: Fields = {
    "paymentMethodId": "string|null",
}
