"""What discussions put into Wagtail's admin; each module registers its own."""

from blattwerk.discussion.admin import hooks as community_desk
from blattwerk.discussion.law import hooks as law_desk
from blattwerk.discussion.ruling import hooks as ruling

__all__ = ["community_desk", "law_desk", "ruling"]
