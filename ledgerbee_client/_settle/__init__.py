"""Unknown outcomes resolved: whether a write that was sent and not acknowledged was applied.

Pure rules (`values`, `rules`) stand apart from the reading (`reading`); `sent` is what is looked for, `_verdicts` what
a caller gets.

Nothing is imported here: most clients never come here, and their start must not pay for it.
"""
