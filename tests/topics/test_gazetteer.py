"""Names are found in texts: bent as German bends them, the longest first, never overlapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.topics.find.gazetteer import Gazetteer, Name

PLACES = ("Wien", "Wiener Neustadt", "Bad Aussee", "Weiz", "St. Pölten", "Graz")


def found(text: str, *names: str, kind: str = "theme") -> list[str]:
    gazetteer = Gazetteer(Name(name, place, kind) for place, name in enumerate(names))
    return [mention.text for mention in gazetteer.mentions(text)]


@pytest.mark.parametrize(
    ("name", "kind", "text", "there"),
    [
        ("Wien", "place", "Wiens Bürgermeister spricht.", ["Wiens"]),
        ("Wien", "place", "Der Wiener Bürgermeister spricht.", []),
        ("Wiener", "place", "Der Wiener Bürgermeister spricht.", ["Wiener"]),
        ("Weiz", "place", "Brot aus Weizen.", []),
        ("Bad Aussee", "place", "Bad Aussees Kurpark.", ["Bad Aussees"]),
        ("St. Pölten", "place", "In St. Pölten und in St.Pölten.", ["St. Pölten", "St.Pölten"]),
        ("Trump", "person", "Trumps Rede", ["Trumps"]),
        ("Karl Nehammer", "person", "Mit Karl Nehammers Rede", ["Karl Nehammers"]),
        ("Merz", "person", "Im Merzbach", []),
        ("Grüne", "organisation", "Die Grünen stimmten zu.", ["Grünen"]),
        ("Österreichischer Gewerkschaftsbund", "organisation",
         "des Österreichischen Gewerkschaftsbundes", ["Österreichischen Gewerkschaftsbundes"]),
        ("Wahl", "theme", "Die Wahlen sind frei, wir wählen.", ["Wahlen"]),
        ("Waldbrand", "theme", "Waldbrände in Griechenland", ["Waldbrände"]),
        ("Musik", "theme", "Die Musiker spielen Musik.", ["Musik"]),
        ("Bild", "theme", "Die Bilder hängen.", ["Bilder"]),
        ("München", "place", "in Muenchen", ["Muenchen"]),
        ("EU", "organisation", "Die EU-Kommission. Eu! Das Eugenfest.", ["EU"]),
        ("NGO", "organisation", "Zwei NGOs klagen.", ["NGOs"]),
        ("US", "place", "Let us go. The US army.", ["US"]),
        ("Rapid", "organisation", "ein rapider Anstieg, rapid!", []),
        ("Wiener Neustadt", "place", "Ich mag Wiener. Neustadt ist schön.", []),
        ("Wiener Neustadt", "place", "Wiener\nNeustadt", []),
        ("🎉", "theme", "Wir feiern 🎉", []),
    ],
)  # fmt: skip
def test_a_name_is_found_in_its_forms_and_in_no_others(
    name: str, kind: str, text: str, there: list[str]
) -> None:
    assert found(text, name, kind=kind) == there


def test_the_longest_name_wins() -> None:
    text = "Von Wiener Neustadt nach Wien"

    assert found(text, "Wiener", "Wien", "Wiener Neustadt", kind="place") == [
        "Wiener Neustadt",
        "Wien",
    ]


def test_a_name_that_topics_share_is_all_theirs() -> None:
    names = [Name("Kurz", 1, "person"), Name("Kurz", 2, "person"), Name("Kur", 3, "theme")]

    (mention,) = Gazetteer(names).mentions("Kurz spricht")

    assert mention.topic_ids == (1, 2)


def test_the_spelling_that_is_nearest_wins() -> None:
    names = [Name("Grün", 1, "organisation"), Name("Grüne", 2, "organisation")]

    (mention,) = Gazetteer(names).mentions("Die Grünen")

    assert mention.topic_ids == (2,)


WORDS = st.sampled_from(["Wien", "Wiens", "Wiener", "Neustadt", "EU", "St", "Pölten", "und", "Rat"])
GAPS = st.sampled_from([" ", " ", "-", ". ", "\n", ", "])


@given(
    names=st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=8),
    words=st.lists(st.tuples(WORDS, GAPS), max_size=25),
    order=st.randoms(use_true_random=False),
)
def test_mentions_never_overlap_and_do_not_depend_on_the_order_of_names(
    names: list[list[str]], words: list[tuple[str, str]], order: object
) -> None:
    text = "".join(word + gap for word, gap in words)
    known = [Name(" ".join(parts), number, "theme") for number, parts in enumerate(names)]
    shuffled = list(known)
    order.shuffle(shuffled)  # type: ignore[attr-defined]

    mentions = Gazetteer(known).mentions(text)

    assert Gazetteer(shuffled).mentions(text) == mentions
    ends = [0] + [mention.end for mention in mentions]
    assert all(end <= one.start < one.end for end, one in zip(ends, mentions, strict=False))


@given(names=st.lists(WORDS, min_size=1, max_size=4))
def test_no_longer_name_begins_where_a_mention_begins(names: list[str]) -> None:
    text = " ".join(names)
    known = [Name(" ".join(names[:end]), end, "theme") for end in range(1, len(names) + 1)]

    mentions = Gazetteer(known).mentions(text)

    assert (mentions[0].start, mentions[0].end) == (0, len(text))
