"""The resources of the API as attributes, each loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..client import AsyncClient

if TYPE_CHECKING:
    from functools import cached_property

    from .accounts import AccountsResource
    from .api_key import ApiKeyResource
    from .company import CompanyResource
    from .credit_notes import CreditNotesResource
    from .customers import CustomersResource
    from .dimensions import DimensionsResource
    from .document_templates import DocumentTemplatesResource
    from .draft_journal_entries import DraftJournalEntriesResource
    from .draft_journal_entries_v1 import DraftJournalEntriesV1Resource
    from .invoices import InvoicesResource
    from .journal_categories import JournalCategoriesResource
    from .journal_entries import JournalEntriesResource
    from .mcp import McpResource
    from .meters import MetersResource
    from .order_confirmations import OrderConfirmationsResource
    from .payment_methods import PaymentMethodsResource
    from .portal_plans import PortalPlansResource
    from .portal_sso import PortalSsoResource
    from .product_groups import ProductGroupsResource
    from .product_prices import ProductPricesResource
    from .products import ProductsResource
    from .projects import ProjectsResource
    from .quotes import QuotesResource
    from .subscriptions import SubscriptionsResource
    from .vat_codes import VatCodesResource
    from .vendors import VendorsResource
    from .webhook_endpoints import WebhookEndpointsResource
else:
    from ..client import cached_resource as cached_property


class Resources(AsyncClient):
    """What a client inherits to have `client.products.get(...)`; it brings the methods of `AsyncClient` itself."""

    @cached_property
    def accounts(self) -> AccountsResource:
        """Accounts: list."""
        from .accounts import AccountsResource

        return AccountsResource(self)

    @cached_property
    def api_key(self) -> ApiKeyResource:
        """API Key: get."""
        from .api_key import ApiKeyResource

        return ApiKeyResource(self)

    @cached_property
    def company(self) -> CompanyResource:
        """Company: get."""
        from .company import CompanyResource

        return CompanyResource(self)

    @cached_property
    def credit_notes(self) -> CreditNotesResource:
        """Credit Notes: create, delivery_status, get, list, pdf, send."""
        from .credit_notes import CreditNotesResource

        return CreditNotesResource(self)

    @cached_property
    def customers(self) -> CustomersResource:
        """Customers: create, get, list, list_contacts, list_departments, list_groups, update."""
        from .customers import CustomersResource

        return CustomersResource(self)

    @cached_property
    def dimensions(self) -> DimensionsResource:
        """Dimensions: create, create_value, delete, delete_value, get, list, update, update_value."""
        from .dimensions import DimensionsResource

        return DimensionsResource(self)

    @cached_property
    def document_templates(self) -> DocumentTemplatesResource:
        """Document Templates: list."""
        from .document_templates import DocumentTemplatesResource

        return DocumentTemplatesResource(self)

    @cached_property
    def draft_journal_entries(self) -> DraftJournalEntriesResource:
        """Draft Journal Entries (v2): book, create, create_batch, delete, get, list, update."""
        from .draft_journal_entries import DraftJournalEntriesResource

        return DraftJournalEntriesResource(self)

    @cached_property
    def draft_journal_entries_v1(self) -> DraftJournalEntriesV1Resource:
        """Draft Journal Entries: book, create, create_batch, delete, get, list."""
        from .draft_journal_entries_v1 import DraftJournalEntriesV1Resource

        return DraftJournalEntriesV1Resource(self)

    @cached_property
    def invoices(self) -> InvoicesResource:
        """Invoices: create, delivery_status, get, list, pdf, send."""
        from .invoices import InvoicesResource

        return InvoicesResource(self)

    @cached_property
    def journal_categories(self) -> JournalCategoriesResource:
        """Journal Categories: list."""
        from .journal_categories import JournalCategoriesResource

        return JournalCategoriesResource(self)

    @cached_property
    def journal_entries(self) -> JournalEntriesResource:
        """Journal Entries: create, create_batch, create_batch_v1, create_v1, get, list, list_attachments, reverse, reverse_batch, update."""
        from .journal_entries import JournalEntriesResource

        return JournalEntriesResource(self)

    @cached_property
    def mcp(self) -> McpResource:
        """MCP: post."""
        from .mcp import McpResource

        return McpResource(self)

    @cached_property
    def meters(self) -> MetersResource:
        """Meters: list_subscriptions, list_subscriptions_by_name, report."""
        from .meters import MetersResource

        return MetersResource(self)

    @cached_property
    def order_confirmations(self) -> OrderConfirmationsResource:
        """Order Confirmations: convert, create, get, list, pdf, send, update."""
        from .order_confirmations import OrderConfirmationsResource

        return OrderConfirmationsResource(self)

    @cached_property
    def payment_methods(self) -> PaymentMethodsResource:
        """Payment Methods: apply_to_subscriptions, cancel, create_card_save_link, list, set_default, unassign."""
        from .payment_methods import PaymentMethodsResource

        return PaymentMethodsResource(self)

    @cached_property
    def portal_plans(self) -> PortalPlansResource:
        """Portal Plans: get, list, resolve."""
        from .portal_plans import PortalPlansResource

        return PortalPlansResource(self)

    @cached_property
    def portal_sso(self) -> PortalSsoResource:
        """Portal SSO: jwks, mint_handoff, provision, revoke_sessions."""
        from .portal_sso import PortalSsoResource

        return PortalSsoResource(self)

    @cached_property
    def product_groups(self) -> ProductGroupsResource:
        """Product Groups: create, delete, get, list, update."""
        from .product_groups import ProductGroupsResource

        return ProductGroupsResource(self)

    @cached_property
    def product_prices(self) -> ProductPricesResource:
        """Product Prices: activate, archive, create, delete, disable, get, set_default, update."""
        from .product_prices import ProductPricesResource

        return ProductPricesResource(self)

    @cached_property
    def products(self) -> ProductsResource:
        """Products: create, delete, get, list, update."""
        from .products import ProductsResource

        return ProductsResource(self)

    @cached_property
    def projects(self) -> ProjectsResource:
        """Projects: create, create_subproject, delete_subproject, get, list, profit, update, update_subproject, upsert."""
        from .projects import ProjectsResource

        return ProjectsResource(self)

    @cached_property
    def quotes(self) -> QuotesResource:
        """Quotes: convert, create, get, list, pdf, send, update."""
        from .quotes import QuotesResource

        return QuotesResource(self)

    @cached_property
    def subscriptions(self) -> SubscriptionsResource:
        """Subscriptions: archive_plan, assign, cancel, cancel_scheduled_change, get, list, list_plans, list_scheduled_changes, update."""
        from .subscriptions import SubscriptionsResource

        return SubscriptionsResource(self)

    @cached_property
    def vat_codes(self) -> VatCodesResource:
        """VAT Codes: list."""
        from .vat_codes import VatCodesResource

        return VatCodesResource(self)

    @cached_property
    def vendors(self) -> VendorsResource:
        """Vendors: create, list, list_contacts, list_departments, list_groups."""
        from .vendors import VendorsResource

        return VendorsResource(self)

    @cached_property
    def webhook_endpoints(self) -> WebhookEndpointsResource:
        """Webhook Endpoints: create, delete, get, list, roll_secret, send_test_event, update."""
        from .webhook_endpoints import WebhookEndpointsResource

        return WebhookEndpointsResource(self)
