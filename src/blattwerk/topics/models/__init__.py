"""The rows of topics."""

from blattwerk.topics.models.assignment import Assignment
from blattwerk.topics.models.lesson import Lesson, School
from blattwerk.topics.models.suggestion import Reading, Suggestion, SuggestionState
from blattwerk.topics.models.topic import Alias, Kind, OldAddress, Topic, free_slug

__all__ = [
    "Alias",
    "Assignment",
    "Kind",
    "Lesson",
    "OldAddress",
    "Reading",
    "School",
    "Suggestion",
    "SuggestionState",
    "Topic",
    "free_slug",
]
