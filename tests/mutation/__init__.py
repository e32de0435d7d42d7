"""Faults put into the package one at a time: do the tests notice? `python -m tests.mutation --seed 1 --number 60`.

`faults` finds the places where one can be made, `targets` says which tests concern a module, `trial` makes a fault in a
copy of the repository and runs those tests. mutmut and cosmic-ray don't leave out calls, locks and refusals or change
the order of awaits, which is what matters here; the one replaces each function by a dispatcher, which the tests of
tracebacks and cancellation see, the other knows one command for all modules.
"""
