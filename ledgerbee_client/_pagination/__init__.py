"""Reading lists: pure rules (`windows`, `drift`, `envelope`), and what reads by them (`reader`, `paginator`).

Nothing is imported here: a client's start must not pay for what its first list needs.
"""
