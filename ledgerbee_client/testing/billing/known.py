"""What the handlers of sales documents rely on: fields that they read, fields that they give."""

from __future__ import annotations

from ..http.relied import Fields

CONVERT_ORDER_CONFIRMATION: Fields = {
    "target": ("invoice",),
    "document": "object",
}

CONVERT_QUOTE: Fields = {
    "target": ("orderConfirmation", "invoice"),
    "document": "object",
}

CREATE_CREDIT_NOTE: Fields = {
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
            "lineType": "string",
            "description": "string",
        }
    ],
    "reference": "string",
    "description": "string",
    "customerContactId": "string",
    "invoiceNumber": "number|string",
    "currency": "string",
}

CREATE_INVOICE: Fields = {
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "number|string",
            "description": "string",
            "lineType": "string",
        }
    ],
    "paymentTerms": "number",
    "dueDate": "string",
    "documentTemplateId": "string",
    "description": "string",
    "currency": "string",
}

CREATE_ORDER_CONFIRMATION: Fields = {
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
        }
    ],
    "currency": "string",
    "reference": "string",
    "notes": "string",
    "documentTemplateId": "string",
}

CREATE_QUOTE: Fields = {
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
        }
    ],
    "validUntil": "string",
    "currency": "string",
    "reference": "string",
    "notes": "string",
    "documentTemplateId": "string",
}

CREDIT_NOTE: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "number": "number",
    "status": ("draft", "sent"),
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
            "description": "string",
            "totalPrice": "string",
            "vatRate": "number",
            "vatAmount": "string",
            "lineType": "string",
        }
    ],
    "reference": "string",
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
    "invoiceNumber": "number|string",
}

CREDIT_NOTE_LIST_ITEM: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "number": "number",
    "status": ("sent", "draft"),
    "customerId": "string",
    "date": "string",
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
}


INVOICE: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "status": ("draft", "sent", "credited"),
    "number": "number|null",
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "description": "string",
            "unitPrice": "string",
            "totalPrice": "string",
            "vatRate": "number",
            "vatAmount": "string",
            "lineType": "string",
        }
    ],
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
    "dueDate": "string",
    "reference": "string",
}

INVOICE_LIST_ITEM: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "status": ("draft", "sent"),
    "number": "number|null",
    "customerId": "string",
    "date": "string",
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
    "dueDate": "string",
}

ORDER_CONFIRMATION: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "type": "string",
    "status": ("draft", "sent"),
    "documentNumber": "number|null",
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
            "description": "string",
            "totalPrice": "string",
            "vatRate": "number",
            "vatAmount": "string",
        }
    ],
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
    "convertedToInvoiceId": "string|null",
    "displayStatus": ("draft", "sent", "converted"),
    "reference": "string",
    "notes": "string",
}

ORDER_CONFIRMATION_LIST_ITEM: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "type": "string",
    "status": ("sent", "draft"),
    "documentNumber": "number|null",
    "customerId": "string",
    "date": "string",
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
    "convertedToInvoiceId": "string|null",
    "displayStatus": ("sent", "draft", "converted"),
}

QUOTE: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "type": ("quote",),
    "status": ("draft", "sent"),
    "documentNumber": "number|null",
    "customerId": "string",
    "date": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
            "description": "string",
            "totalPrice": "string",
            "vatRate": "number",
            "vatAmount": "string",
        }
    ],
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
    "displayStatus": ("draft", "sent", "expired", "converted"),
    "validUntil": "string",
    "reference": "string",
    "notes": "string",
}

QUOTE_LIST_ITEM: Fields = {
    "id": "string",
    "createdAt": "string",
    "updatedAt": "string",
    "type": ("quote",),
    "status": ("sent", "draft", "accepted", "rejected"),
    "documentNumber": "number|null",
    "customerId": "string",
    "date": "string",
    "currency": "string",
    "subtotal": "string",
    "vat": "string",
    "amount": "string",
    "displayStatus": ("sent", "draft", "expired", "converted", "accepted", "rejected"),
    "validUntil": "string",
}

SEND_CREDIT_NOTE: Fields = {
    "deliveryType": ("Email", "Manual"),
    "overrideEmail": "string",
    "documentTemplateId": "string",
    "updateCustomerRecord": "boolean",
}

SEND_DOCUMENT: Fields = {
    "success": "boolean",
    "deliveryType": "string",
    "sproomDocumentId": "string",
}

SEND_INVOICE: Fields = {
    "deliveryType": ("Manual", "Email", "Sproom"),
    "overrideEanNumber": "string",
    "updateCustomerRecord": "boolean",
    "overrideEmail": "string",
    "documentTemplateId": "string",
}

SEND_ORDER_CONFIRMATION: Fields = {
    "deliveryType": ("Manual",),
    "documentTemplateId": "string",
}

SEND_QUOTE: Fields = {
    "deliveryType": ("Manual", "Email"),
    "documentTemplateId": "string",
    "recipientEmail": "string",
}

UPDATE_ORDER_CONFIRMATION: Fields = {
    "date": "string",
    "currency": "string",
    "notes": "string",
    "customerId": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
        }
    ],
    "reference": "string",
}

UPDATE_QUOTE: Fields = {
    "date": "string",
    "validUntil": "string",
    "currency": "string",
    "notes": "string",
    "customerId": "string",
    "lines": [
        {
            "priceId": "string",
            "quantity": "number",
            "unitPrice": "string",
        }
    ],
    "reference": "string",
}
