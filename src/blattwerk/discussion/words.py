"""Words and phrases that bring a comment to a person."""

from blattwerk.discussion.models import Phrase


def hits(text: str) -> list[str]:
    """The phrases of the list that stand in a text."""
    folded = text.casefold()
    listed = Phrase.objects.filter(in_use=True).values_list("text", flat=True)
    return [phrase for phrase in listed if phrase.casefold() in folded]
