"""The models and enums of the API. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account_classification import AccountClassification as AccountClassification
    from .account_response import AccountResponse as AccountResponse
    from .api_key_info_response import ApiKeyInfoResponse as ApiKeyInfoResponse
    from .apply_payment_method_request import (
        ApplyPaymentMethodRequest as ApplyPaymentMethodRequest,
        ApplyPaymentMethodRequestDict as ApplyPaymentMethodRequestDict,
    )
    from .assign_subscription_request import (
        AssignSubscriptionRequest as AssignSubscriptionRequest,
        AssignSubscriptionRequestDict as AssignSubscriptionRequestDict,
    )
    from .batch_create_draft_journal_entries_response import (
        BatchCreateDraftJournalEntriesResponse as BatchCreateDraftJournalEntriesResponse,
    )
    from .batch_create_journal_entries_response import (
        BatchCreateJournalEntriesResponse as BatchCreateJournalEntriesResponse,
    )
    from .billing_direction import BillingDirection as BillingDirection
    from .billing_relationship import BillingRelationship as BillingRelationship
    from .cancel_subscription_request import (
        CancelSubscriptionRequest as CancelSubscriptionRequest,
        CancelSubscriptionRequestDict as CancelSubscriptionRequestDict,
    )
    from .company_response import CompanyResponse as CompanyResponse
    from .control_account_type import ControlAccountType as ControlAccountType
    from .convert_order_confirmation_request import (
        ConvertOrderConfirmationRequest as ConvertOrderConfirmationRequest,
        ConvertOrderConfirmationRequestDict as ConvertOrderConfirmationRequestDict,
    )
    from .convert_order_confirmation_target import (
        ConvertOrderConfirmationTarget as ConvertOrderConfirmationTarget,
    )
    from .convert_quote_request import (
        ConvertQuoteRequest as ConvertQuoteRequest,
        ConvertQuoteRequestDict as ConvertQuoteRequestDict,
    )
    from .convert_quote_target import ConvertQuoteTarget as ConvertQuoteTarget
    from .create_credit_note_request import (
        CreateCreditNoteRequest as CreateCreditNoteRequest,
        CreateCreditNoteRequestDict as CreateCreditNoteRequestDict,
    )
    from .create_customer_request import (
        CreateCustomerRequest as CreateCustomerRequest,
        CreateCustomerRequestDict as CreateCustomerRequestDict,
    )
    from .create_dimension_request import (
        CreateDimensionRequest as CreateDimensionRequest,
        CreateDimensionRequestDict as CreateDimensionRequestDict,
    )
    from .create_draft_journal_batch_v2_request import (
        CreateDraftJournalBatchV2Request as CreateDraftJournalBatchV2Request,
        CreateDraftJournalBatchV2RequestDict as CreateDraftJournalBatchV2RequestDict,
    )
    from .create_invoice_request import (
        CreateInvoiceRequest as CreateInvoiceRequest,
        CreateInvoiceRequestDict as CreateInvoiceRequestDict,
    )
    from .create_journal_entries_batch_v2_request import (
        CreateJournalEntriesBatchV2Request as CreateJournalEntriesBatchV2Request,
        CreateJournalEntriesBatchV2RequestDict as CreateJournalEntriesBatchV2RequestDict,
    )
    from .create_journal_entry_request import (
        CreateJournalEntryRequest as CreateJournalEntryRequest,
        CreateJournalEntryRequestDict as CreateJournalEntryRequestDict,
    )
    from .create_order_confirmation_request import (
        CreateOrderConfirmationRequest as CreateOrderConfirmationRequest,
        CreateOrderConfirmationRequestDict as CreateOrderConfirmationRequestDict,
    )
    from .create_product_group_request import (
        CreateProductGroupRequest as CreateProductGroupRequest,
        CreateProductGroupRequestDict as CreateProductGroupRequestDict,
    )
    from .create_product_price_request import (
        CreateProductPriceRequest as CreateProductPriceRequest,
        CreateProductPriceRequestDict as CreateProductPriceRequestDict,
    )
    from .create_product_request import (
        CreateProductRequest as CreateProductRequest,
        CreateProductRequestDict as CreateProductRequestDict,
    )
    from .create_projects_request import (
        CreateProjectsRequest as CreateProjectsRequest,
        CreateProjectsRequestDict as CreateProjectsRequestDict,
    )
    from .create_quote_request import (
        CreateQuoteRequest as CreateQuoteRequest,
        CreateQuoteRequestDict as CreateQuoteRequestDict,
    )
    from .create_value_dimensions_request import (
        CreateValueDimensionsRequest as CreateValueDimensionsRequest,
        CreateValueDimensionsRequestDict as CreateValueDimensionsRequestDict,
    )
    from .create_vendor_request import (
        CreateVendorRequest as CreateVendorRequest,
        CreateVendorRequestDict as CreateVendorRequestDict,
    )
    from .create_vendor_response import CreateVendorResponse as CreateVendorResponse
    from .create_webhook_endpoint_request import (
        CreateWebhookEndpointRequest as CreateWebhookEndpointRequest,
        CreateWebhookEndpointRequestDict as CreateWebhookEndpointRequestDict,
    )
    from .credit_note_list_item import CreditNoteListItem as CreditNoteListItem
    from .credit_note_status import CreditNoteStatus as CreditNoteStatus
    from .customer_contact_response import CustomerContactResponse as CustomerContactResponse
    from .customer_department_response import CustomerDepartmentResponse as CustomerDepartmentResponse
    from .customer_group_response import CustomerGroupResponse as CustomerGroupResponse
    from .customer_response import CustomerResponse as CustomerResponse
    from .customer_subscription_response import CustomerSubscriptionResponse as CustomerSubscriptionResponse
    from .delivery_status_response import DeliveryStatusResponse as DeliveryStatusResponse
    from .dimension_response import DimensionResponse as DimensionResponse
    from .dimension_value_response import DimensionValueResponse as DimensionValueResponse
    from .document_line import DocumentLine as DocumentLine
    from .document_line_input import (
        DocumentLineInput as DocumentLineInput,
        DocumentLineInputDict as DocumentLineInputDict,
    )
    from .document_template_response import DocumentTemplateResponse as DocumentTemplateResponse
    from .document_type import DocumentType as DocumentType
    from .draft_journal_entry_input import (
        DraftJournalEntryInput as DraftJournalEntryInput,
        DraftJournalEntryInputDict as DraftJournalEntryInputDict,
    )
    from .draft_journal_entry_response import DraftJournalEntryResponse as DraftJournalEntryResponse
    from .error_details import ErrorDetails as ErrorDetails
    from .error_response import ErrorResponse as ErrorResponse
    from .get_portal_plan_response import GetPortalPlanResponse as GetPortalPlanResponse
    from .handoff_membership_input import HandoffMembershipInput as HandoffMembershipInput
    from .initial_product_price_input import (
        InitialProductPriceInput as InitialProductPriceInput,
        InitialProductPriceInputDict as InitialProductPriceInputDict,
    )
    from .invoice_list_item import InvoiceListItem as InvoiceListItem
    from .invoice_status import InvoiceStatus as InvoiceStatus
    from .journal_category_response import JournalCategoryResponse as JournalCategoryResponse
    from .journal_entry_attachment_response import (
        JournalEntryAttachmentResponse as JournalEntryAttachmentResponse,
    )
    from .journal_entry_line_input import (
        JournalEntryLineInput as JournalEntryLineInput,
        JournalEntryLineInputDict as JournalEntryLineInputDict,
    )
    from .journal_entry_response import JournalEntryResponse as JournalEntryResponse
    from .journal_entry_v2_input import (
        JournalEntryV2Input as JournalEntryV2Input,
        JournalEntryV2InputDict as JournalEntryV2InputDict,
    )
    from .language import Language as Language
    from .ledger_type import LedgerType as LedgerType
    from .list_credit_notes_response import ListCreditNotesResponse as ListCreditNotesResponse
    from .list_document_templates_response import (
        ListDocumentTemplatesResponse as ListDocumentTemplatesResponse,
    )
    from .list_draft_journal_entries_response import (
        ListDraftJournalEntriesResponse as ListDraftJournalEntriesResponse,
    )
    from .list_invoices_response import ListInvoicesResponse as ListInvoicesResponse
    from .list_journal_entries_response import ListJournalEntriesResponse as ListJournalEntriesResponse
    from .list_order_confirmations_response import (
        ListOrderConfirmationsResponse as ListOrderConfirmationsResponse,
    )
    from .list_portal_plans_response import ListPortalPlansResponse as ListPortalPlansResponse
    from .list_product_groups_response import ListProductGroupsResponse as ListProductGroupsResponse
    from .list_products_response import ListProductsResponse as ListProductsResponse
    from .list_quotes_response import ListQuotesResponse as ListQuotesResponse
    from .list_subscriptions_response import ListSubscriptionsResponse as ListSubscriptionsResponse
    from .list_webhook_endpoints_response import ListWebhookEndpointsResponse as ListWebhookEndpointsResponse
    from .meter_subscription_item import MeterSubscriptionItem as MeterSubscriptionItem
    from .meter_subscriptions_response import MeterSubscriptionsResponse as MeterSubscriptionsResponse
    from .mint_portal_handoff_request import (
        MintPortalHandoffRequest as MintPortalHandoffRequest,
        MintPortalHandoffRequestDict as MintPortalHandoffRequestDict,
    )
    from .order_confirmation_display_status import (
        OrderConfirmationDisplayStatus as OrderConfirmationDisplayStatus,
    )
    from .order_confirmation_list_item import OrderConfirmationListItem as OrderConfirmationListItem
    from .order_confirmation_status import OrderConfirmationStatus as OrderConfirmationStatus
    from .payment_method_response import PaymentMethodResponse as PaymentMethodResponse
    from .portal_catalog_entry import PortalCatalogEntry as PortalCatalogEntry
    from .portal_catalog_entry_plan import PortalCatalogEntryPlan as PortalCatalogEntryPlan
    from .portal_catalog_item import PortalCatalogItem as PortalCatalogItem
    from .product_group_list_item import ProductGroupListItem as ProductGroupListItem
    from .product_group_response import ProductGroupResponse as ProductGroupResponse
    from .product_list_item import ProductListItem as ProductListItem
    from .product_price_response import ProductPriceResponse as ProductPriceResponse
    from .product_price_tier_input import (
        ProductPriceTierInput as ProductPriceTierInput,
        ProductPriceTierInputDict as ProductPriceTierInputDict,
    )
    from .product_price_tier_response import ProductPriceTierResponse as ProductPriceTierResponse
    from .product_response import ProductResponse as ProductResponse
    from .product_sort_by import ProductSortBy as ProductSortBy
    from .product_type import ProductType as ProductType
    from .project_profit_response import ProjectProfitResponse as ProjectProfitResponse
    from .project_response import ProjectResponse as ProjectResponse
    from .proration_behavior import ProrationBehavior as ProrationBehavior
    from .provision_customer_input import (
        ProvisionCustomerInput as ProvisionCustomerInput,
        ProvisionCustomerInputDict as ProvisionCustomerInputDict,
    )
    from .provision_portal_customer_request import (
        ProvisionPortalCustomerRequest as ProvisionPortalCustomerRequest,
        ProvisionPortalCustomerRequestDict as ProvisionPortalCustomerRequestDict,
    )
    from .public_credit_note import PublicCreditNote as PublicCreditNote
    from .public_invoice import PublicInvoice as PublicInvoice
    from .public_order_confirmation import PublicOrderConfirmation as PublicOrderConfirmation
    from .public_portal_sso_jwks import PublicPortalSsoJwks as PublicPortalSsoJwks
    from .public_quote import PublicQuote as PublicQuote
    from .quote_display_status import QuoteDisplayStatus as QuoteDisplayStatus
    from .quote_list_item import QuoteListItem as QuoteListItem
    from .quote_status import QuoteStatus as QuoteStatus
    from .quote_type import QuoteType as QuoteType
    from .rate_limit_tier_response import RateLimitTierResponse as RateLimitTierResponse
    from .refund_behavior import RefundBehavior as RefundBehavior
    from .report_usage_request import (
        ReportUsageRequest as ReportUsageRequest,
        ReportUsageRequestDict as ReportUsageRequestDict,
    )
    from .report_usage_response import ReportUsageResponse as ReportUsageResponse
    from .resolve_portal_plans_request import (
        ResolvePortalPlansRequest as ResolvePortalPlansRequest,
        ResolvePortalPlansRequestDict as ResolvePortalPlansRequestDict,
    )
    from .scheduled_change_response import ScheduledChangeResponse as ScheduledChangeResponse
    from .send_credit_note_request import (
        SendCreditNoteRequest as SendCreditNoteRequest,
        SendCreditNoteRequestDict as SendCreditNoteRequestDict,
    )
    from .send_document_response import SendDocumentResponse as SendDocumentResponse
    from .send_invoice_delivery_type import SendInvoiceDeliveryType as SendInvoiceDeliveryType
    from .send_invoice_request import (
        SendInvoiceRequest as SendInvoiceRequest,
        SendInvoiceRequestDict as SendInvoiceRequestDict,
    )
    from .send_order_confirmation_request import (
        SendOrderConfirmationRequest as SendOrderConfirmationRequest,
        SendOrderConfirmationRequestDict as SendOrderConfirmationRequestDict,
    )
    from .send_quote_delivery_type import SendQuoteDeliveryType as SendQuoteDeliveryType
    from .send_quote_request import (
        SendQuoteRequest as SendQuoteRequest,
        SendQuoteRequestDict as SendQuoteRequestDict,
    )
    from .sort_order import SortOrder as SortOrder
    from .strategy import Strategy as Strategy
    from .subproject_response import SubprojectResponse as SubprojectResponse
    from .subscription_plan_response import SubscriptionPlanResponse as SubscriptionPlanResponse
    from .subscription_product_override import (
        SubscriptionProductOverride as SubscriptionProductOverride,
        SubscriptionProductOverrideDict as SubscriptionProductOverrideDict,
    )
    from .subscription_status import SubscriptionStatus as SubscriptionStatus
    from .update_customers_request import (
        UpdateCustomersRequest as UpdateCustomersRequest,
        UpdateCustomersRequestDict as UpdateCustomersRequestDict,
    )
    from .update_dimension_request import (
        UpdateDimensionRequest as UpdateDimensionRequest,
        UpdateDimensionRequestDict as UpdateDimensionRequestDict,
    )
    from .update_draft_journal_entries_request import (
        UpdateDraftJournalEntriesRequest as UpdateDraftJournalEntriesRequest,
        UpdateDraftJournalEntriesRequestDict as UpdateDraftJournalEntriesRequestDict,
    )
    from .update_journal_entry_request import (
        UpdateJournalEntryRequest as UpdateJournalEntryRequest,
        UpdateJournalEntryRequestDict as UpdateJournalEntryRequestDict,
    )
    from .update_order_confirmation_request import (
        UpdateOrderConfirmationRequest as UpdateOrderConfirmationRequest,
        UpdateOrderConfirmationRequestDict as UpdateOrderConfirmationRequestDict,
    )
    from .update_product_group_request import (
        UpdateProductGroupRequest as UpdateProductGroupRequest,
        UpdateProductGroupRequestDict as UpdateProductGroupRequestDict,
    )
    from .update_product_prices_request import (
        UpdateProductPricesRequest as UpdateProductPricesRequest,
        UpdateProductPricesRequestDict as UpdateProductPricesRequestDict,
    )
    from .update_product_request import (
        UpdateProductRequest as UpdateProductRequest,
        UpdateProductRequestDict as UpdateProductRequestDict,
    )
    from .update_projects_request import (
        UpdateProjectsRequest as UpdateProjectsRequest,
        UpdateProjectsRequestDict as UpdateProjectsRequestDict,
    )
    from .update_quote_request import (
        UpdateQuoteRequest as UpdateQuoteRequest,
        UpdateQuoteRequestDict as UpdateQuoteRequestDict,
    )
    from .update_value_dimensions_request import (
        UpdateValueDimensionsRequest as UpdateValueDimensionsRequest,
        UpdateValueDimensionsRequestDict as UpdateValueDimensionsRequestDict,
    )
    from .update_webhook_endpoint_request import (
        UpdateWebhookEndpointRequest as UpdateWebhookEndpointRequest,
        UpdateWebhookEndpointRequestDict as UpdateWebhookEndpointRequestDict,
    )
    from .upsert_project_request import (
        UpsertProjectRequest as UpsertProjectRequest,
        UpsertProjectRequestDict as UpsertProjectRequestDict,
    )
    from .validation_error_item import ValidationErrorItem as ValidationErrorItem
    from .vat_code_response import VatCodeResponse as VatCodeResponse
    from .vat_zone import VatZone as VatZone
    from .vendor_contact_input import (
        VendorContactInput as VendorContactInput,
        VendorContactInputDict as VendorContactInputDict,
    )
    from .vendor_contact_response import VendorContactResponse as VendorContactResponse
    from .vendor_department_response import VendorDepartmentResponse as VendorDepartmentResponse
    from .vendor_group_response import VendorGroupResponse as VendorGroupResponse
    from .vendor_response import VendorResponse as VendorResponse
    from .webhook_endpoint_response import WebhookEndpointResponse as WebhookEndpointResponse
    from .webhook_endpoint_secret_response import (
        WebhookEndpointSecretResponse as WebhookEndpointSecretResponse,
    )

    pass

_MODULES = {
    "AccountClassification": "account_classification",
    "AccountResponse": "account_response",
    "ApiKeyInfoResponse": "api_key_info_response",
    "ApplyPaymentMethodRequest": "apply_payment_method_request",
    "ApplyPaymentMethodRequestDict": "apply_payment_method_request",
    "AssignSubscriptionRequest": "assign_subscription_request",
    "AssignSubscriptionRequestDict": "assign_subscription_request",
    "BatchCreateDraftJournalEntriesResponse": "batch_create_draft_journal_entries_response",
    "BatchCreateJournalEntriesResponse": "batch_create_journal_entries_response",
    "BillingDirection": "billing_direction",
    "BillingRelationship": "billing_relationship",
    "CancelSubscriptionRequest": "cancel_subscription_request",
    "CancelSubscriptionRequestDict": "cancel_subscription_request",
    "CompanyResponse": "company_response",
    "ControlAccountType": "control_account_type",
    "ConvertOrderConfirmationRequest": "convert_order_confirmation_request",
    "ConvertOrderConfirmationRequestDict": "convert_order_confirmation_request",
    "ConvertOrderConfirmationTarget": "convert_order_confirmation_target",
    "ConvertQuoteRequest": "convert_quote_request",
    "ConvertQuoteRequestDict": "convert_quote_request",
    "ConvertQuoteTarget": "convert_quote_target",
    "CreateCreditNoteRequest": "create_credit_note_request",
    "CreateCreditNoteRequestDict": "create_credit_note_request",
    "CreateCustomerRequest": "create_customer_request",
    "CreateCustomerRequestDict": "create_customer_request",
    "CreateDimensionRequest": "create_dimension_request",
    "CreateDimensionRequestDict": "create_dimension_request",
    "CreateDraftJournalBatchV2Request": "create_draft_journal_batch_v2_request",
    "CreateDraftJournalBatchV2RequestDict": "create_draft_journal_batch_v2_request",
    "CreateInvoiceRequest": "create_invoice_request",
    "CreateInvoiceRequestDict": "create_invoice_request",
    "CreateJournalEntriesBatchV2Request": "create_journal_entries_batch_v2_request",
    "CreateJournalEntriesBatchV2RequestDict": "create_journal_entries_batch_v2_request",
    "CreateJournalEntryRequest": "create_journal_entry_request",
    "CreateJournalEntryRequestDict": "create_journal_entry_request",
    "CreateOrderConfirmationRequest": "create_order_confirmation_request",
    "CreateOrderConfirmationRequestDict": "create_order_confirmation_request",
    "CreateProductGroupRequest": "create_product_group_request",
    "CreateProductGroupRequestDict": "create_product_group_request",
    "CreateProductPriceRequest": "create_product_price_request",
    "CreateProductPriceRequestDict": "create_product_price_request",
    "CreateProductRequest": "create_product_request",
    "CreateProductRequestDict": "create_product_request",
    "CreateProjectsRequest": "create_projects_request",
    "CreateProjectsRequestDict": "create_projects_request",
    "CreateQuoteRequest": "create_quote_request",
    "CreateQuoteRequestDict": "create_quote_request",
    "CreateValueDimensionsRequest": "create_value_dimensions_request",
    "CreateValueDimensionsRequestDict": "create_value_dimensions_request",
    "CreateVendorRequest": "create_vendor_request",
    "CreateVendorRequestDict": "create_vendor_request",
    "CreateVendorResponse": "create_vendor_response",
    "CreateWebhookEndpointRequest": "create_webhook_endpoint_request",
    "CreateWebhookEndpointRequestDict": "create_webhook_endpoint_request",
    "CreditNoteListItem": "credit_note_list_item",
    "CreditNoteStatus": "credit_note_status",
    "CustomerContactResponse": "customer_contact_response",
    "CustomerDepartmentResponse": "customer_department_response",
    "CustomerGroupResponse": "customer_group_response",
    "CustomerResponse": "customer_response",
    "CustomerSubscriptionResponse": "customer_subscription_response",
    "DeliveryStatusResponse": "delivery_status_response",
    "DimensionResponse": "dimension_response",
    "DimensionValueResponse": "dimension_value_response",
    "DocumentLine": "document_line",
    "DocumentLineInput": "document_line_input",
    "DocumentLineInputDict": "document_line_input",
    "DocumentTemplateResponse": "document_template_response",
    "DocumentType": "document_type",
    "DraftJournalEntryInput": "draft_journal_entry_input",
    "DraftJournalEntryInputDict": "draft_journal_entry_input",
    "DraftJournalEntryResponse": "draft_journal_entry_response",
    "ErrorDetails": "error_details",
    "ErrorResponse": "error_response",
    "GetPortalPlanResponse": "get_portal_plan_response",
    "HandoffMembershipInput": "handoff_membership_input",
    "InitialProductPriceInput": "initial_product_price_input",
    "InitialProductPriceInputDict": "initial_product_price_input",
    "InvoiceListItem": "invoice_list_item",
    "InvoiceStatus": "invoice_status",
    "JournalCategoryResponse": "journal_category_response",
    "JournalEntryAttachmentResponse": "journal_entry_attachment_response",
    "JournalEntryLineInput": "journal_entry_line_input",
    "JournalEntryLineInputDict": "journal_entry_line_input",
    "JournalEntryResponse": "journal_entry_response",
    "JournalEntryV2Input": "journal_entry_v2_input",
    "JournalEntryV2InputDict": "journal_entry_v2_input",
    "Language": "language",
    "LedgerType": "ledger_type",
    "ListCreditNotesResponse": "list_credit_notes_response",
    "ListDocumentTemplatesResponse": "list_document_templates_response",
    "ListDraftJournalEntriesResponse": "list_draft_journal_entries_response",
    "ListInvoicesResponse": "list_invoices_response",
    "ListJournalEntriesResponse": "list_journal_entries_response",
    "ListOrderConfirmationsResponse": "list_order_confirmations_response",
    "ListPortalPlansResponse": "list_portal_plans_response",
    "ListProductGroupsResponse": "list_product_groups_response",
    "ListProductsResponse": "list_products_response",
    "ListQuotesResponse": "list_quotes_response",
    "ListSubscriptionsResponse": "list_subscriptions_response",
    "ListWebhookEndpointsResponse": "list_webhook_endpoints_response",
    "MeterSubscriptionItem": "meter_subscription_item",
    "MeterSubscriptionsResponse": "meter_subscriptions_response",
    "MintPortalHandoffRequest": "mint_portal_handoff_request",
    "MintPortalHandoffRequestDict": "mint_portal_handoff_request",
    "OrderConfirmationDisplayStatus": "order_confirmation_display_status",
    "OrderConfirmationListItem": "order_confirmation_list_item",
    "OrderConfirmationStatus": "order_confirmation_status",
    "PaymentMethodResponse": "payment_method_response",
    "PortalCatalogEntry": "portal_catalog_entry",
    "PortalCatalogEntryPlan": "portal_catalog_entry_plan",
    "PortalCatalogItem": "portal_catalog_item",
    "ProductGroupListItem": "product_group_list_item",
    "ProductGroupResponse": "product_group_response",
    "ProductListItem": "product_list_item",
    "ProductPriceResponse": "product_price_response",
    "ProductPriceTierInput": "product_price_tier_input",
    "ProductPriceTierInputDict": "product_price_tier_input",
    "ProductPriceTierResponse": "product_price_tier_response",
    "ProductResponse": "product_response",
    "ProductSortBy": "product_sort_by",
    "ProductType": "product_type",
    "ProjectProfitResponse": "project_profit_response",
    "ProjectResponse": "project_response",
    "ProrationBehavior": "proration_behavior",
    "ProvisionCustomerInput": "provision_customer_input",
    "ProvisionCustomerInputDict": "provision_customer_input",
    "ProvisionPortalCustomerRequest": "provision_portal_customer_request",
    "ProvisionPortalCustomerRequestDict": "provision_portal_customer_request",
    "PublicCreditNote": "public_credit_note",
    "PublicInvoice": "public_invoice",
    "PublicOrderConfirmation": "public_order_confirmation",
    "PublicPortalSsoJwks": "public_portal_sso_jwks",
    "PublicQuote": "public_quote",
    "QuoteDisplayStatus": "quote_display_status",
    "QuoteListItem": "quote_list_item",
    "QuoteStatus": "quote_status",
    "QuoteType": "quote_type",
    "RateLimitTierResponse": "rate_limit_tier_response",
    "RefundBehavior": "refund_behavior",
    "ReportUsageRequest": "report_usage_request",
    "ReportUsageRequestDict": "report_usage_request",
    "ReportUsageResponse": "report_usage_response",
    "ResolvePortalPlansRequest": "resolve_portal_plans_request",
    "ResolvePortalPlansRequestDict": "resolve_portal_plans_request",
    "ScheduledChangeResponse": "scheduled_change_response",
    "SendCreditNoteRequest": "send_credit_note_request",
    "SendCreditNoteRequestDict": "send_credit_note_request",
    "SendDocumentResponse": "send_document_response",
    "SendInvoiceDeliveryType": "send_invoice_delivery_type",
    "SendInvoiceRequest": "send_invoice_request",
    "SendInvoiceRequestDict": "send_invoice_request",
    "SendOrderConfirmationRequest": "send_order_confirmation_request",
    "SendOrderConfirmationRequestDict": "send_order_confirmation_request",
    "SendQuoteDeliveryType": "send_quote_delivery_type",
    "SendQuoteRequest": "send_quote_request",
    "SendQuoteRequestDict": "send_quote_request",
    "SortOrder": "sort_order",
    "Strategy": "strategy",
    "SubprojectResponse": "subproject_response",
    "SubscriptionPlanResponse": "subscription_plan_response",
    "SubscriptionProductOverride": "subscription_product_override",
    "SubscriptionProductOverrideDict": "subscription_product_override",
    "SubscriptionStatus": "subscription_status",
    "UpdateCustomersRequest": "update_customers_request",
    "UpdateCustomersRequestDict": "update_customers_request",
    "UpdateDimensionRequest": "update_dimension_request",
    "UpdateDimensionRequestDict": "update_dimension_request",
    "UpdateDraftJournalEntriesRequest": "update_draft_journal_entries_request",
    "UpdateDraftJournalEntriesRequestDict": "update_draft_journal_entries_request",
    "UpdateJournalEntryRequest": "update_journal_entry_request",
    "UpdateJournalEntryRequestDict": "update_journal_entry_request",
    "UpdateOrderConfirmationRequest": "update_order_confirmation_request",
    "UpdateOrderConfirmationRequestDict": "update_order_confirmation_request",
    "UpdateProductGroupRequest": "update_product_group_request",
    "UpdateProductGroupRequestDict": "update_product_group_request",
    "UpdateProductPricesRequest": "update_product_prices_request",
    "UpdateProductPricesRequestDict": "update_product_prices_request",
    "UpdateProductRequest": "update_product_request",
    "UpdateProductRequestDict": "update_product_request",
    "UpdateProjectsRequest": "update_projects_request",
    "UpdateProjectsRequestDict": "update_projects_request",
    "UpdateQuoteRequest": "update_quote_request",
    "UpdateQuoteRequestDict": "update_quote_request",
    "UpdateValueDimensionsRequest": "update_value_dimensions_request",
    "UpdateValueDimensionsRequestDict": "update_value_dimensions_request",
    "UpdateWebhookEndpointRequest": "update_webhook_endpoint_request",
    "UpdateWebhookEndpointRequestDict": "update_webhook_endpoint_request",
    "UpsertProjectRequest": "upsert_project_request",
    "UpsertProjectRequestDict": "upsert_project_request",
    "ValidationErrorItem": "validation_error_item",
    "VatCodeResponse": "vat_code_response",
    "VatZone": "vat_zone",
    "VendorContactInput": "vendor_contact_input",
    "VendorContactInputDict": "vendor_contact_input",
    "VendorContactResponse": "vendor_contact_response",
    "VendorDepartmentResponse": "vendor_department_response",
    "VendorGroupResponse": "vendor_group_response",
    "VendorResponse": "vendor_response",
    "WebhookEndpointResponse": "webhook_endpoint_response",
    "WebhookEndpointSecretResponse": "webhook_endpoint_secret_response",
}

__all__ = [  # noqa: RUF022
    "AccountClassification",
    "AccountResponse",
    "ApiKeyInfoResponse",
    "ApplyPaymentMethodRequest",
    "ApplyPaymentMethodRequestDict",
    "AssignSubscriptionRequest",
    "AssignSubscriptionRequestDict",
    "BatchCreateDraftJournalEntriesResponse",
    "BatchCreateJournalEntriesResponse",
    "BillingDirection",
    "BillingRelationship",
    "CancelSubscriptionRequest",
    "CancelSubscriptionRequestDict",
    "CompanyResponse",
    "ControlAccountType",
    "ConvertOrderConfirmationRequest",
    "ConvertOrderConfirmationRequestDict",
    "ConvertOrderConfirmationTarget",
    "ConvertQuoteRequest",
    "ConvertQuoteRequestDict",
    "ConvertQuoteTarget",
    "CreateCreditNoteRequest",
    "CreateCreditNoteRequestDict",
    "CreateCustomerRequest",
    "CreateCustomerRequestDict",
    "CreateDimensionRequest",
    "CreateDimensionRequestDict",
    "CreateDraftJournalBatchV2Request",
    "CreateDraftJournalBatchV2RequestDict",
    "CreateInvoiceRequest",
    "CreateInvoiceRequestDict",
    "CreateJournalEntriesBatchV2Request",
    "CreateJournalEntriesBatchV2RequestDict",
    "CreateJournalEntryRequest",
    "CreateJournalEntryRequestDict",
    "CreateOrderConfirmationRequest",
    "CreateOrderConfirmationRequestDict",
    "CreateProductGroupRequest",
    "CreateProductGroupRequestDict",
    "CreateProductPriceRequest",
    "CreateProductPriceRequestDict",
    "CreateProductRequest",
    "CreateProductRequestDict",
    "CreateProjectsRequest",
    "CreateProjectsRequestDict",
    "CreateQuoteRequest",
    "CreateQuoteRequestDict",
    "CreateValueDimensionsRequest",
    "CreateValueDimensionsRequestDict",
    "CreateVendorRequest",
    "CreateVendorRequestDict",
    "CreateVendorResponse",
    "CreateWebhookEndpointRequest",
    "CreateWebhookEndpointRequestDict",
    "CreditNoteListItem",
    "CreditNoteStatus",
    "CustomerContactResponse",
    "CustomerDepartmentResponse",
    "CustomerGroupResponse",
    "CustomerResponse",
    "CustomerSubscriptionResponse",
    "DeliveryStatusResponse",
    "DimensionResponse",
    "DimensionValueResponse",
    "DocumentLine",
    "DocumentLineInput",
    "DocumentLineInputDict",
    "DocumentTemplateResponse",
    "DocumentType",
    "DraftJournalEntryInput",
    "DraftJournalEntryInputDict",
    "DraftJournalEntryResponse",
    "ErrorDetails",
    "ErrorResponse",
    "GetPortalPlanResponse",
    "HandoffMembershipInput",
    "InitialProductPriceInput",
    "InitialProductPriceInputDict",
    "InvoiceListItem",
    "InvoiceStatus",
    "JournalCategoryResponse",
    "JournalEntryAttachmentResponse",
    "JournalEntryLineInput",
    "JournalEntryLineInputDict",
    "JournalEntryResponse",
    "JournalEntryV2Input",
    "JournalEntryV2InputDict",
    "Language",
    "LedgerType",
    "ListCreditNotesResponse",
    "ListDocumentTemplatesResponse",
    "ListDraftJournalEntriesResponse",
    "ListInvoicesResponse",
    "ListJournalEntriesResponse",
    "ListOrderConfirmationsResponse",
    "ListPortalPlansResponse",
    "ListProductGroupsResponse",
    "ListProductsResponse",
    "ListQuotesResponse",
    "ListSubscriptionsResponse",
    "ListWebhookEndpointsResponse",
    "MeterSubscriptionItem",
    "MeterSubscriptionsResponse",
    "MintPortalHandoffRequest",
    "MintPortalHandoffRequestDict",
    "OrderConfirmationDisplayStatus",
    "OrderConfirmationListItem",
    "OrderConfirmationStatus",
    "PaymentMethodResponse",
    "PortalCatalogEntry",
    "PortalCatalogEntryPlan",
    "PortalCatalogItem",
    "ProductGroupListItem",
    "ProductGroupResponse",
    "ProductListItem",
    "ProductPriceResponse",
    "ProductPriceTierInput",
    "ProductPriceTierInputDict",
    "ProductPriceTierResponse",
    "ProductResponse",
    "ProductSortBy",
    "ProductType",
    "ProjectProfitResponse",
    "ProjectResponse",
    "ProrationBehavior",
    "ProvisionCustomerInput",
    "ProvisionCustomerInputDict",
    "ProvisionPortalCustomerRequest",
    "ProvisionPortalCustomerRequestDict",
    "PublicCreditNote",
    "PublicInvoice",
    "PublicOrderConfirmation",
    "PublicPortalSsoJwks",
    "PublicQuote",
    "QuoteDisplayStatus",
    "QuoteListItem",
    "QuoteStatus",
    "QuoteType",
    "RateLimitTierResponse",
    "RefundBehavior",
    "ReportUsageRequest",
    "ReportUsageRequestDict",
    "ReportUsageResponse",
    "ResolvePortalPlansRequest",
    "ResolvePortalPlansRequestDict",
    "ScheduledChangeResponse",
    "SendCreditNoteRequest",
    "SendCreditNoteRequestDict",
    "SendDocumentResponse",
    "SendInvoiceDeliveryType",
    "SendInvoiceRequest",
    "SendInvoiceRequestDict",
    "SendOrderConfirmationRequest",
    "SendOrderConfirmationRequestDict",
    "SendQuoteDeliveryType",
    "SendQuoteRequest",
    "SendQuoteRequestDict",
    "SortOrder",
    "Strategy",
    "SubprojectResponse",
    "SubscriptionPlanResponse",
    "SubscriptionProductOverride",
    "SubscriptionProductOverrideDict",
    "SubscriptionStatus",
    "UpdateCustomersRequest",
    "UpdateCustomersRequestDict",
    "UpdateDimensionRequest",
    "UpdateDimensionRequestDict",
    "UpdateDraftJournalEntriesRequest",
    "UpdateDraftJournalEntriesRequestDict",
    "UpdateJournalEntryRequest",
    "UpdateJournalEntryRequestDict",
    "UpdateOrderConfirmationRequest",
    "UpdateOrderConfirmationRequestDict",
    "UpdateProductGroupRequest",
    "UpdateProductGroupRequestDict",
    "UpdateProductPricesRequest",
    "UpdateProductPricesRequestDict",
    "UpdateProductRequest",
    "UpdateProductRequestDict",
    "UpdateProjectsRequest",
    "UpdateProjectsRequestDict",
    "UpdateQuoteRequest",
    "UpdateQuoteRequestDict",
    "UpdateValueDimensionsRequest",
    "UpdateValueDimensionsRequestDict",
    "UpdateWebhookEndpointRequest",
    "UpdateWebhookEndpointRequestDict",
    "UpsertProjectRequest",
    "UpsertProjectRequestDict",
    "ValidationErrorItem",
    "VatCodeResponse",
    "VatZone",
    "VendorContactInput",
    "VendorContactInputDict",
    "VendorContactResponse",
    "VendorDepartmentResponse",
    "VendorGroupResponse",
    "VendorResponse",
    "WebhookEndpointResponse",
    "WebhookEndpointSecretResponse",
]


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(_import_module(f".{module}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
