"""The sample paper's topics; which article is about which, the system finds by itself."""

from dataclasses import dataclass
from datetime import datetime

from blattwerk.newsroom.models import Article
from blattwerk.topics.add import add_topic
from blattwerk.topics.decide import accept_suggestion
from blattwerk.topics.models import Kind
from blattwerk.topics.suggest import suggest_for

SURE = 0.75  # as sure as a name in the lead; what is less so waits for an editor
SURE_OF_PEOPLE = 0.45  # named twice: nobody else in this small world is called so


@dataclass(frozen=True)
class TopicPlan:
    """A topic as the sample paper begins with it. `media_topic` is a number of IPTC's."""

    name: str
    kind: Kind
    description: str
    aliases: tuple[str, ...] = ()
    media_topic: str = ""


def found_topics(now: datetime) -> None:
    """Take up the topics, read every article for them and accept what is sure.

    The rest stays as suggestions, as an editor would find them.
    """
    for plan in TOPICS:
        add_topic(
            name=plan.name,
            kind=plan.kind,
            aliases=plan.aliases,
            description=plan.description,
            media_topic=plan.media_topic,
        )
    for number in (
        Article.objects.live().order_by("published_at", "pk").values_list("pk", flat=True)
    ):
        for suggestion in suggest_for(number, now=now):
            people = suggestion.topic.kind == Kind.PERSON
            if suggestion.score >= (SURE_OF_PEOPLE if people else SURE):
                accept_suggestion(suggestion_id=suggestion.pk, by=None, now=now)


_THEMES = (
    TopicPlan(
        "Bahn nach Görz",
        Kind.THEME,
        "Die alte Bahnlinie von Ennach über die Grenze soll nach sechs Jahrzehnten wieder fahren.",
        ("Görzer Bahn", "Bahnlinie nach Görz", "Zug nach Görz", "Bahn Ennach–Görz", "Schienenbus"),
        "20000340",
    ),
    TopicPlan(
        "Fußball",
        Kind.THEME,
        "Spiele, Tabellen und Geschichten vom Rasen, von der zweiten Liga bis zum Landescup.",
        (
            "Derby",
            "Elfmeter",
            "Landescup",
            "Liga",
            "Heimspiel",
            "Tabellenführer",
            "zweitklassig",
            "Fanklub",
        ),
        "20001065",
    ),
    TopicPlan(
        "Geburtenstation",
        Kind.THEME,
        "Der Streit um die Geburten im Spital Ennach und wie der Kreißsaal gerettet wurde.",
        ("Kreißsaal", "Hebamme", "Hebammen", "Hebammenkreißsaal"),
        "20000462",
    ),
    TopicPlan(
        "Genossenschaften",
        Kind.THEME,
        "Betriebe, die denen gehören, die mit ihnen zu tun haben.",
        ("Genossenschaft", "Miteigentümer", "Genossenschafter"),
        "20001278",
    ),
    TopicPlan(
        "Hochwasser",
        Kind.THEME,
        "Die Flut an der Irna, ihre Schäden und der Schutz vor der nächsten.",
        ("Flut", "Hochwassernacht", "Damm", "Rückhaltebecken", "Rekordpegel", "Katastrophenfonds"),
        "20000154",
    ),
    TopicPlan(
        "Insolvenzen",
        Kind.THEME,
        "Wenn Betriebe im Irnatal nicht mehr zahlen können und was aus den Arbeitsplätzen wird.",
        ("Insolvenz", "Pleite", "zahlungsunfähig", "Konkurs"),
        "20000174",
    ),
    TopicPlan(
        "Landwirtschaft",
        Kind.THEME,
        "Bauern, Almen, Vieh und Milch zwischen Hohenwies und Kaltenried.",
        ("Almbauern", "Bergbauern", "Milch", "Milchgeld", "Almgebiet"),
        "20000210",
    ),
    TopicPlan(
        "Pflege",
        Kind.THEME,
        "Wer alte Menschen pflegt, unter welchen Bedingungen und auf wessen Kosten.",
        ("Pflegekräfte", "Pflegeheim", "Altenpflege"),
        "20001232",
    ),
    TopicPlan(
        "Schulen",
        Kind.THEME,
        "Unterricht, Gebäude und was in den Schulen des Bezirks sonst geschieht.",
        ("Schule", "Schulkeller", "Klassenzimmer", "Unterricht"),
        "20000400",
    ),
    TopicPlan(
        "Streiks",
        Kind.THEME,
        "Ausstände in Ennach und anderswo, worum es ging und wie sie ausgingen.",
        ("Streik", "Warnstreik", "Hafenstreik", "Ausstand"),
        "20000530",
    ),
    TopicPlan(
        "Trinkwasser",
        Kind.THEME,
        "Quellen, Leitungen und Keime: woher das Wasser im Tal kommt und wie es sauber bleibt.",
        ("Leitungswasser", "Darmkeime", "Keime", "Abkochgebot", "UV-Anlage"),
        "20000270",
    ),
    TopicPlan(
        "Wahlen und Volksbefragungen",
        Kind.THEME,
        "Wo abgestimmt wird, wie knapp es ausgeht und wer nachzählen lässt.",
        ("Volksbefragung", "Nachzählung", "Befragung", "Porträt einer Wahl", "Stimmzettel"),
        "20000574",
    ),
    TopicPlan(
        "Windkraft",
        Kind.THEME,
        "Die Pläne für Windräder auf dem Rauhkogel und der Streit in Hohenwies.",
        ("Windpark", "Windrad", "Windräder"),
        "20001211",
    ),
    TopicPlan(
        "Wölfe",
        Kind.THEME,
        "Der Wolf ist wieder da: gerissene Schafe, Hirtenhunde, Bescheide.",
        ("Wolf", "Abschuss", "Schafe", "Herdenschutz", "Herdenschutzhunde"),
        "20000443",
    ),
)

_PLACES = (
    TopicPlan("Auhof", Kind.PLACE, "Gewerbegebiet und Wohnviertel am Rand von Ennach."),
    TopicPlan(
        "Bahnhofsviertel",
        Kind.PLACE,
        "Der Teil von Ennach, der zuerst nass wird, wenn die Irna steigt.",
    ),
    TopicPlan(
        "Brunnleiten", Kind.PLACE, "Ort am Irnaufer, vom Hochwasser am schwersten getroffen."
    ),
    TopicPlan(
        "Hohenwies",
        Kind.PLACE,
        "Bergdorf mit Käserei, Eisenbahnviadukt und Laientheater.",
        ("Hohenwieser",),
    ),
    TopicPlan(
        "Irnabrücke",
        Kind.PLACE,
        "Die Brücke zwischen Altstadt und Bahnhof, gesperrt, seit ihr Mittelpfeiler Risse hat.",
        ("Mittelpfeiler", "Behelfsbrücke"),
        "20001245",
    ),
    TopicPlan(
        "Kaltenried",
        Kind.PLACE,
        "Dorf am Talende, in dem man sein Wasser wochenlang abkochen musste.",
        ("Kaltenrieder",),
    ),
    TopicPlan("Koper", Kind.PLACE, "Sloweniens Hafen an der oberen Adria.", ("Hafen Koper",)),
    TopicPlan("Obermoos", Kind.PLACE, "Alm über Kaltenried, auf der die ersten Schafe starben."),
    TopicPlan("Rauhkogel", Kind.PLACE, "Der Hausberg des Irnatals, mit Aussicht und Streit."),
    TopicPlan(
        "Stadion am Anger",
        Kind.PLACE,
        "Das Stadion des FC Ennach: zu dunkel, zu klein, geliebt.",
        ("Anger",),
    ),
    TopicPlan("Triest", Kind.PLACE, "Italiens Hafen an der oberen Adria.", ("Hafen Triest",)),
    TopicPlan("Valdenera", Kind.PLACE, "Grenzdorf mit 410 Menschen am alten Bahndamm."),
)

_ORGANISATIONS = (
    TopicPlan(
        "FC Ennach",
        Kind.ORGANISATION,
        "Der Fußballklub der Stadt, nach 31 Jahren wieder zweitklassig.",
    ),
    TopicPlan(
        "Gemeinderat Ennach",
        Kind.ORGANISATION,
        "35 Mandate, ein Sitzungssaal und eine Kamera.",
        ("Gemeinderat", "Ennacher Gemeinderat"),
    ),
    TopicPlan(
        "Käserei Hohenwies",
        Kind.ORGANISATION,
        "Nach der Pleite gehört sie 2.317 Menschen und macht wieder Käse.",
        ("Käserei",),
    ),
    TopicPlan(
        "Pflegeheim Kreuzberg",
        Kind.ORGANISATION,
        "Ein Heim mit 94 Betten, das die Stadt von seinem Betreiber zurückholt.",
        ("Seniorenheim Kreuzberg",),
    ),
    TopicPlan(
        "Spital Ennach",
        Kind.ORGANISATION,
        "Das Krankenhaus der Stadt, von der Geburtenstation bis zur Augenklinik.",
        ("Spital",),
    ),
    TopicPlan(
        "Stadtmuseum Ennach",
        Kind.ORGANISATION,
        "Flößer, Wölfe und eine berühmte Kopie.",
        ("Stadtmuseum",),
    ),
    TopicPlan(
        "Stadttheater Ennach",
        Kind.ORGANISATION,
        "398 Plätze, ein Ensemble mit eigener Meinung und eine neue Leitung.",
        ("Stadttheater", "Intendanz"),
    ),
)

_PEOPLE = (
    TopicPlan("Regina Falk", Kind.PERSON, "Langjährige Intendantin des Stadttheaters.", ("Falk",)),
    TopicPlan(
        "Vera Lindtner",
        Kind.PERSON,
        "Regisseurin, leitet das Stadttheater zu zweit.",
        ("Lindtner",),
    ),
)

TOPICS = (*_THEMES, *_PLACES, *_ORGANISATIONS, *_PEOPLE)
