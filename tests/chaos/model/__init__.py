"""A model checker of `once` and `settle`: small histories on a virtual clock, against a server in memory.

`loop` is the clock, `world` the server, the store and the processes, `history` what happens to them, `check` plays a
history and says what was false.

    python -m tests.chaos.model --runs 100000 --seed 1
"""
