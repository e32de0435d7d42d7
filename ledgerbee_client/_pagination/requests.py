"""The request for a page: what it asks for, and the same request for another one."""

from __future__ import annotations

from ..generated.types import Operation, Pagination, Request


def form_of(operation: Operation) -> Pagination:
    """Return how the responses of an operation are paged.

    Raises:
        ValueError: They are not.
    """
    if operation.pagination is None:
        raise ValueError(f"{operation.name} is not paginated")
    return operation.pagination


def with_page(request: Request, form: Pagination, page: int, limit: int | None = None) -> Request:
    """Return the same request for another page, and with another limit where one is given."""
    replaced = {form.page_parameter: str(page)}
    if limit is not None and form.limit_parameter is not None:
        replaced[form.limit_parameter] = str(limit)
    kept = [(name, value) for name, value in request.query if name not in replaced]
    return request.asking([*kept, *replaced.items()])


def first_page(request: Request, form: Pagination) -> int:
    """Return the page that a request asks for.

    Raises:
        ValueError: It is no page number.
    """
    asked = next((value for name, value in request.query if name == form.page_parameter), "1")
    if not asked.isdecimal() or int(asked) < 1:
        raise ValueError(f"{form.page_parameter}: pages are numbered from 1, not {asked}; leave it out for the first")
    return int(asked)


def ensure_limit(request: Request, form: Pagination) -> None:
    """Refuse a limit by which nothing could be read. One that is too large is refused by the API, if it is.

    Raises:
        ValueError: It is no number from 1 up.
    """
    asked = next((value for name, value in request.query if name == form.limit_parameter), "1")
    if not asked.isdecimal() or int(asked) < 1:
        most = f" to {form.max_limit}" if form.max_limit is not None else ""
        raise ValueError(
            f"{form.limit_parameter} must be a whole number from 1{most}, not {asked}; leave it out for "
            "`async for`, which reads every item whatever the limit"
        )


def has_limit(request: Request, form: Pagination) -> bool:
    """Whether a request says how many items a page should have."""
    return any(name == form.limit_parameter for name, _ in request.query)


def asked_limit(request: Request, form: Pagination) -> int | None:
    """Return the items a page that a request asks for, if it does."""
    asked = next((value for name, value in request.query if name == form.limit_parameter), "")
    return int(asked) if asked.isdecimal() and int(asked) > 0 else None


__all__ = ["asked_limit", "ensure_limit", "first_page", "form_of", "has_limit", "with_page"]
