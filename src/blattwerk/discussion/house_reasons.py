"""The reasons a new paper begins with; the lead changes them as the house likes.

In German, as they are told to writers: they belong to the paper, not to the program.
"""

from typing import NamedTuple

from blattwerk.discussion.law.categories import Category
from blattwerk.discussion.models import Reason

RULES, LAW = Reason.Ground.RULES, Reason.Ground.LAW


class House(NamedTuple):
    """A reason as the house words it."""

    title: str
    ground: str
    clause: str
    text: str
    category: str = ""


HOUSE = (
    House(
        "Beleidigung",
        RULES,
        "Hausregeln: respektvoller Ton",
        "Ihr Kommentar setzt andere herab. Harte Kritik an der Sache ist willkommen; lassen Sie "
        "dabei die Person gelten, dann veröffentlichen wir ihn gern.",
        Category.SPEECH,
    ),
    House(
        "Am Thema vorbei",
        RULES,
        "Hausregeln: beim Thema bleiben",
        "Ihr Kommentar hat mit dem Artikel nichts zu tun. Schreiben Sie ihn bitte dort, wo es um "
        "diese Sache geht.",
    ),
    House(
        "Pauschale Abwertung einer Gruppe",
        RULES,
        "Hausregeln: keine Abwertung von Gruppen",
        "Ihr Kommentar wertet Menschen wegen ihrer Herkunft, ihres Glaubens, ihres Geschlechts, "
        "ihrer Lebensweise oder einer Behinderung ab. Das veröffentlichen wir nicht.",
        Category.SPEECH,
    ),
    House(
        "Unbelegte Anschuldigung",
        RULES,
        "Hausregeln: Behauptungen belegen",
        "Ihr Kommentar wirft jemandem etwas vor, ohne es zu belegen. Mit einer überprüfbaren "
        "Quelle können Sie ihn noch einmal schicken.",
        Category.SPEECH,
    ),
    House(
        "Werbung",
        RULES,
        "Hausregeln: keine Werbung",
        "Ihr Kommentar wirbt für eine Ware, einen Dienst oder eine Seite. Das Forum ist dafür "
        "nicht da.",
        Category.CONSUMERS,
    ),
    House(
        "Persönliche Daten",
        RULES,
        "Hausregeln: keine Daten anderer",
        "Ihr Kommentar enthält Daten oder Angaben, an denen man eine Privatperson erkennt. Lassen "
        "Sie diese weg, dann können wir ihn veröffentlichen.",
        Category.PRIVACY,
    ),
    House(
        "Unlesbar oder doppelt",
        RULES,
        "Hausregeln: lesbar schreiben",
        "Ihr Kommentar ist kaum zu lesen oder steht schon da. Schreiben Sie ihn bitte in ganzen "
        "Sätzen und nur einmal.",
    ),
    House(
        "Falsche Tatsachen",
        RULES,
        "Hausregeln: bei den Tatsachen bleiben",
        "Ihr Kommentar behauptet etwas, das nachweislich nicht stimmt. Ihre Meinung dazu können "
        "Sie gern schreiben.",
    ),
    House(
        "Drohung oder Aufruf zur Gewalt",
        LAW,
        "§ 107 StGB (gefährliche Drohung), § 282 StGB (Aufforderung zu Straftaten)",
        "Ihr Kommentar droht jemandem, ruft zu Gewalt auf oder heißt sie gut. Das ist verboten.",
        Category.VIOLENCE,
    ),
    House(
        "Verhetzung",
        LAW,
        "§ 283 StGB (Verhetzung)",
        "Ihr Kommentar hetzt gegen eine Gruppe von Menschen oder verletzt ihre Menschenwürde. Das "
        "ist verboten.",
        Category.SPEECH,
    ),
    House(
        "Wiederbetätigung",
        LAW,
        "§§ 3g, 3h Verbotsgesetz",
        "Ihr Kommentar verherrlicht oder verharmlost den Nationalsozialismus oder leugnet seine "
        "Verbrechen. Das ist verboten.",
        Category.SPEECH,
    ),
    House(
        "Üble Nachrede",
        LAW,
        "§ 111 StGB (üble Nachrede)",
        "Ihr Kommentar wirft jemandem öffentlich etwas Ehrenrühriges vor. Das kann strafbar sein, "
        "auch für uns, wenn wir es veröffentlichen.",
        Category.SPEECH,
    ),
    House(
        "Urheberrecht",
        LAW,
        "Urheberrechtsgesetz",
        "Ihr Kommentar gibt einen fremden Text in langen Teilen wieder. Ein kurzes Zitat mit "
        "Quelle ist erlaubt.",
        Category.PROPERTY,
    ),
)
