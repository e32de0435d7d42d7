"""The values of SortOrder."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class SortOrder(OpenEnum):
    """Known values; the API may add others."""

    ASC = "ASC"
    DESC = "DESC"


SORT_ORDER_VALUES: Final = Values(SortOrder)
