"""Services whose players may be opened inside an article, after a click only.

`frame` is the address the browser is sent to; the reader's security policy names its host.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Provider:
    """One service: what it is called, how its addresses look, where its player stands."""

    name: str
    pattern: re.Pattern[str]
    frame: str

    def frame_address(self, url: str) -> str:
        """Where the player of this address stands."""
        match = self.pattern.fullmatch(url)
        if match is None:
            raise ValueError(f"{url} is no address of {self.name}.")
        return self.frame.format(**match.groupdict())

    @property
    def frame_origin(self) -> str:
        """Scheme and host that the security policy has to allow."""
        return "/".join(self.frame.split("/")[:3])


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"https://(?:www\.|m\.)?(?:youtube\.com/watch\?v=|youtu\.be/)"
            r"(?P<id>[A-Za-z0-9_-]{6,20})(?:[&?][^\s]*)?"
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https://(?:www\.)?vimeo\.com/(?P<id>[0-9]{5,12})(?:\?[^\s]*)?"),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
    Provider(
        "OpenStreetMap",
        re.compile(
            r"https://www\.openstreetmap\.org/export/embed\.html\?"
            r"(?P<query>bbox=[0-9.,%CcFf-]+(?:&[a-z]+=[A-Za-z0-9.,%-]+)*)"
        ),
        "https://www.openstreetmap.org/export/embed.html?{query}",
    ),
)


def provider_of(url: str) -> Provider | None:
    """The service an address belongs to, or None when none of ours."""
    return next((provider for provider in PROVIDERS if provider.pattern.fullmatch(url)), None)
