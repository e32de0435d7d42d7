"""The values of ProrationBehavior."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class ProrationBehavior(OpenEnum):
    """How the part of a period between startDate and anchor is charged; matters with advance only, arrears
    always prorates
    """

    CREATE_PRORATIONS = "create_prorations"
    ALWAYS_INVOICE = "always_invoice"
    NONE = "none"


PRORATION_BEHAVIOR_VALUES: Final = Values(ProrationBehavior)
