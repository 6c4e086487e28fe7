"""What the newsroom keeps: the paper, its sections, articles, authors, pictures, standing pages."""

from blattwerk.newsroom.models.article import Article, Byline
from blattwerk.newsroom.models.author import Author
from blattwerk.newsroom.models.paper import Paper
from blattwerk.newsroom.models.picture import Picture, Rendition
from blattwerk.newsroom.models.section import Section
from blattwerk.newsroom.models.standing import StandingPage

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Paper",
    "Picture",
    "Rendition",
    "Section",
    "StandingPage",
]
