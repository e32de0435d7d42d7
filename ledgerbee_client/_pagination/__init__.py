"""Reading lists: pure rules (`windows`, `drift`, `envelope`), and what reads by them (`reader`, `paginator`)."""

from .envelope import Envelope
from .paginator import ListPaginator

__all__ = ["Envelope", "ListPaginator"]
