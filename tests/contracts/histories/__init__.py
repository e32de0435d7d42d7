"""The change report against an independent comparison, over the histories of public documents.

    python -m tests.contracts.histories GIT_DIRECTORY PATH [--last N]

Nothing of those documents is kept here: bring a repository onto the machine, and name the file in it.
"""
