"""Help for the queue: how much a text needs a look, and which of its words say so. Never decides.

Knows texts and verdicts, nothing of the newspaper; docs/moderation-help.md is the model's card.
"""
