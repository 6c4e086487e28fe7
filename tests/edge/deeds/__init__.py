"""All that changes what readers see, each as one deed on the whole paper."""

from tests.edge.deeds import forum, newsroom, wings
from tests.edge.deeds.done import DEEDS, Deed

__all__ = ["DEEDS", "Deed", "forum", "newsroom", "wings"]
