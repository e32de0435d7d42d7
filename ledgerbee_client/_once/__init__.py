"""Idempotency keys that the API lacks: each write is made once, also across a crash.

`records` says what is kept, `sqlite` and `postgres` keep it, `writing` is the course of one write, `calling` leads
there from a method and its arguments, and `many` from a run. `safeguards` are the settings.

Nothing is imported here: most clients never come here, and their start must not pay for it.
"""
