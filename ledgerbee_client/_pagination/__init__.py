"""Reading lists: pure rules (`windows`, `drift`, `envelope`), and what reads by them (`reader`, `paginator`)."""

from .paginator import ListPaginator

__all__ = ["ListPaginator"]
