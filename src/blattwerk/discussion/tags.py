"""The cache tags of what shows a discussion."""


def tags_of(number: int) -> tuple[str, str]:
    """A change of this thread, and one of what all threads go by: rules, wordings."""
    return f"thread-{number}", "threads"
