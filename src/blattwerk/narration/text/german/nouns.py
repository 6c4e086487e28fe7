"""The gender of nouns that stand after numbers, and of first names; enough for a newspaper."""

import re
from functools import lru_cache

from blattwerk.narration.text.german.tables import words

MASCULINE = words("""
platz rang tag bezirk gemeindebezirk stock stand satz sieg titel anlauf versuch grad euro cent
dollar franken rubel yen yuan schilling meter kilometer zentimeter millimeter liter hektoliter
deziliter milliliter zoll fuß punkt zähler treffer schuss schritt teil band akt auftritt monat
januar jänner februar feber märz april mai juni juli august september oktober november dezember
montag dienstag mittwoch donnerstag freitag samstag sonntag abend morgen nachmittag vormittag
geburtstag jahrestag todestag hochzeitstag verhandlungstag spieltag wahlgang durchgang lauf
wahltag start einsatz auftrag erfolg ball pass eckball freistoß elfmeter strafraum abschnitt absatz
artikel paragraf weltkrieg krieg könig kaiser papst präsident kanzler minister bürgermeister chef
mann bub sohn bruder vater freund kollege gast spieler teilnehmer besucher bewohner einwohner
österreicher deutsche wiener mensch tote verletzte tote patient fall mal stich stoß teilabschnitt
lockdown wert anteil prozess termin bericht entwurf antrag beschluss zug bus wagen baum hund berg
stern preis spieltag bezirk kreis sc fc sk sv fsv vfb vfl tsv club klub verein advent feiertag
adventsonntag hauptbahnhof bahnhof blick stop stopp abschlag stich jahrgang lehrgang kurs sektor
zwischenfall unfall anschlag angriff brand raub mord schuss vorname name sitz weg ausschlag
untersuchungsausschuss ausschuss senat kongress parteitag gipfel rekord lebensmonat quadratmeter
kubikmeter quadratkilometer stundenkilometer schein bürger wähler lehrer schüler arbeiter
mitarbeiter politiker beamte polizist soldat student gegner kandidat bewerber sportler läufer
fahrer pilot arzt richter anwalt zeuge täter verdächtige insasse tropfen esslöffel teelöffel becher
bund topf würfel rundgang umgang ort fels tisch stuhl brief anruf hinweis einbruch diebstahl job
turm saal raum bau umbau garten park see fluss wald hof markt laden supermarkt betrieb konzern
aufstieg abstieg aufruf gang schlag nobelpreis oscar bundesliga-sieg saisonsieg tabellenplatz
streich hinrichtungstag stock oberstock halbmarathon marathon anlass grund schwerpunkt schub stich
film song hit roman vertrag deal zyklus experte kunde junge bursche erbe bote genosse gatte laie
riese neffe franzose brite russe chinese pole türke grieche schwede finne däne ungar tscheche
slowake kroate serbe rumäne bulgare schotte ire afghane kurde psychologe politologe soziologe
virologe meteorologe historiker hase löwe affe bär gedanke glaube wille käse buchstabe
""")
FEMININE = words("""
runde stelle stunde minute sekunde woche million milliarde billion tonne frau person tochter mutter
schwester freundin kollegin etappe reihe klasse stufe liga ausgabe auflage folge staffel welle
dosis impfung phase halbzeit hälfte instanz lesung kammer republik chance ehe generation bundesliga
landesliga mannschaft gruppe kategorie zone linie straße gasse etage ebene seite zeile strophe
spalte nacht periode legislaturperiode gesetzgebungsperiode verlängerung spielminute partie
niederlage auszeichnung medaille goldmedaille silbermedaille bronzemedaille wiederholung stimme
stimmen tür wohnung nummer reise fahrt tour etappe quelle bank karte nachricht frage antwort woche
kalenderwoche schwangerschaftswoche größenordnung macht hand wahl stichwahl fassung schicht sitzung
krone mark lira kilowattstunde wattstunde meile unze prise tasse flasche dose packung scheibe
konferenz messe regatta symphonie sinfonie sonate oper arbeit kraft firma schule universität stadt
gemeinde insel uhr epoche ära reform novelle strafe geldstrafe haft abteilung kohorte armee flotte
division brigade brücke säule garnitur geige violine garde gefahr minderheit mehrheit e-mail mail
fa auflage option priorität wette tranche rate anzeige meldung sperre verwarnung verletzung geburt
""")
NEUTER = words("""
jahr mal jahrhundert jahrtausend jahrzehnt tor kind viertel drittel quartal halbjahr semester
spiel match rennen haus stockwerk kapitel buch heft lebensjahr dienstjahr schuljahr geschäftsjahr
prozent promille gramm kilogramm kilo pfund dekagramm milligramm hektar kilobyte megabyte gigabyte
terabyte watt kilowatt megawatt volt ampere grad bar tier auto fahrzeug opfer todesopfer mädchen
baby zimmer foto bild video album lied stück exemplar gebäude geschoß geschoss obergeschoß
obergeschoss bundesheer bundesland land gebot reich regiment bataillon korps geschlecht tier
fest festival training tor finale halbfinale viertelfinale achtelfinale mitglied ei bier glas
schreiben gesetz urteil verfahren ergebnis leben amt mandat parlament treffen gespräch ziel drama
symbol thema projekt unternehmen wochenende testament konzert sakrament fenster dach pferd tief
saisontor länderspiel ende auge interesse gebirge getreide gewerbe gelände gemüse
gold silber paket sparpaket ticket schiff flugzeug modell
""")
FIRST_NAMES_OF_WOMEN = frozenset(
    words("""
agnes alexandra alice alina amelie andrea angela angelika anna anna-maria anne annemarie annika
astrid barbara beate beatrix bettina birgit brigitte carina carmen caroline charlotte christa
christiane christina christine claudia corinna cornelia dagmar daniela doris edith elena elfriede
elisabeth elizabeth elke ella emilia emma erika eva eveline franziska friederike gabriele gerda
gerlinde gertrude gisela gudrun hannah hanna hannelore heide heidi helena helene helga herta hilde
hildegard ilse ina ingeborg ingrid irene iris isabel isabella isabelle jana jasmin jessica johanna
judith julia juliane karin karina karoline katharina kathrin katja katrin kerstin klaudia klara
korinna kristina lara laura lea lena leonie leonore lieselotte linda lisa lotte luise magdalena
maja manuela margarete margaretha margit margrethe maria marianne marie marion marlene marta martha
martina mathilde melanie mia michaela miriam monika natalie nicole nina nora olivia patricia paula
petra pia pamela regina renate rita romana rosa rosemarie ruth sabine sandra sara sarah selina
sibylle sigrid silke silvia simone sofia sofie sonja sophia sophie stefanie stephanie susanna
susanne sylvia tamara tanja tatjana theresa theresia therese tina ulrike ursula ute valentina
mikaela lindsey federica wendy ramona ricarda rosi serena venus iga aryna coco naomi angelique
anett conny nadine ines jacqueline elina emma-louise eleonore friedl ingeburg luzia marlies mirjam
nadja olga rosina svenja swetlana anastasia beatrice chiara ester esther eszter greta theodora
vanessa vera verena veronika viktoria victoria waltraud wilhelmine yvonne ursula beate camilla
kamala ursula giorgia sanna mette kaja hillary michelle melania ivanka alma leonore klaudia mary
""")
)
_BY_NOUN = {
    **dict.fromkeys(MASCULINE, "m"),
    **dict.fromkeys(FEMININE, "f"),
    **dict.fromkeys(NEUTER, "n"),
}
_BY_ENDING = (
    (("chen", "lein", "ment", "um", "tum", "nis", "ium"), "n"),
    (("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "enz", "anz", "ur", "ei", "in"), "f"),
    (("ling", "ismus", "er", "ist", "ent", "ant", "or", "eur"), "m"),
    (("e",), "f"),
)
_CAPITALS = re.compile(r"[A-ZÄÖÜ][\w-]*(?: [A-ZÄÖÜ][\w-]+)?")
_ADJECTIVAL = ("e", "en", "er", "es", "em")
_REACH = 60  # characters
_LONGEST = max(len(noun) for noun in _BY_NOUN)


@lru_cache(maxsize=4096)
def known_gender(noun: str) -> str:
    """ "m", "f" or "n" of a noun or of the last part of a compound; "" when not listed."""
    low = noun.lower()
    for start in range(max(0, len(low) - _LONGEST), max(1, len(low) - 2)):
        found = _BY_NOUN.get(low[start:])
        if found and (start == 0 or len(low) - start > 3):
            return found
    return _BY_NOUN.get(low.rpartition("-")[2], "")


@lru_cache(maxsize=4096)
def gender(noun: str) -> str:
    """As `known_gender`, else a guess from the ending, else "m"."""
    found = known_gender(noun)
    if found:
        return found
    low = noun.lower()
    for endings, kind in _BY_ENDING:
        if low.endswith(endings):
            return kind
    return "m"


def noun_after(text: str, at: int) -> str:
    """The noun that an adjective at this place belongs to: of Wiener Bezirk, Bezirk; or ""."""
    found = _CAPITALS.search(text, at, at + _REACH)
    if not found:
        return ""
    first, _, second = found[0].partition(" ")
    return second if second and first.endswith(_ADJECTIVAL) and not known_gender(first) else first


def is_woman(first_name: str) -> bool:
    """Whether it is a woman's first name: a listed one, or one of a double name."""
    low = first_name.lower()
    return low in FIRST_NAMES_OF_WOMEN or low.partition("-")[0] in FIRST_NAMES_OF_WOMEN
