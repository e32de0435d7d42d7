"""The values of Strategy."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class Strategy(OpenEnum):
    """When the subscription ends; `clear_schedule` takes back a scheduled cancellation"""

    END_OF_CYCLE = "end_of_cycle"
    IMMEDIATELY = "immediately"
    SPECIFIC_DATE = "specific_date"
    CLEAR_SCHEDULE = "clear_schedule"


STRATEGY_VALUES: Final = Values(Strategy)
