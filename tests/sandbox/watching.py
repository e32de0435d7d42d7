"""Holds the data beside a handler to what the handler really does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ledgerbee_client.testing.http.relied import element_schema

if TYPE_CHECKING:
    from ledgerbee_client.testing.http.registry import Call, Handler, Reply
    from ledgerbee_client.testing.http.relied import Relied


class Watched(dict[str, Any]):
    """An object that remembers which of its fields were looked at."""

    def __init__(self, fields: dict[str, Any]) -> None:
        super().__init__(fields)
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.seen.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.seen.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.seen.add(str(name))
        return super().__contains__(name)


def watched(name: str, handler: Handler, relied: Relied) -> Handler:
    """The handler, which fails when it relies on more than it says."""

    def handle(call: Call) -> Reply:
        body, query = Watched(call.body), Watched(call.query)
        reply = handler(replace(call, body=body, query=query))
        schemas, pagination = call.document.schemas, call.operation.pagination
        paging = {pagination.page_parameter, pagination.limit_parameter} if pagination else set()
        parameters = {one.name for one in call.route.parameters if one.location == "query"} - paging
        undeclared = (query.seen & parameters) - {*relied.query}
        fields = schemas.properties(call.route.body_schema or {}).keys()
        undeclared |= (body.seen & fields) - (relied.takes or {}).keys()
        known = schemas.properties(element_schema(schemas, call.route) or {}).keys()
        for element in elements(reply.body, pagination.items if pagination else None):
            undeclared |= (element.keys() & known) - (relied.gives or {}).keys()
        assert not undeclared, f"{name} relies on more than it says: {undeclared}"
        return reply

    return handle


def elements(body: Any, items: str | None) -> list[dict[str, Any]]:
    """The objects of a response, or of the list in it."""
    found = body[items] if items is not None else body
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]
