"""Abbreviations and what they stand for. Spaces inside are optional: z. B. is also z.B."""

from blattwerk.narration.text.german.tables import pairs, table

PLAIN = table(
    """
    z. B. = zum Beispiel | z. Bsp. = zum Beispiel | zB = zum Beispiel | zB. = zum Beispiel
    d. h. = das heißt | dh = das heißt | u. a. = unter anderem | ua. = unter anderem
    u. a. m. = und anderes mehr | u. v. m. = und vieles mehr | uvm. = und vieles mehr
    u. v. a. = und viele andere | u. v. a. m. = und viele andere mehr | u. Ä. = und Ähnliches
    o. Ä. = oder Ähnliches | o. ä. = oder ähnliche | u. ä. = und ähnliche
    u. dgl. = und dergleichen | u. dgl. m. = und dergleichen mehr | o. dgl. = oder dergleichen
    u. U. = unter Umständen | z. T. = zum Teil | tlw. = teilweise | z. Z. = zur Zeit
    z. Zt. = zur Zeit | dzt. = derzeit | v. a. = vor allem | i. d. R. = in der Regel
    idR = in der Regel | i. A. = im Auftrag | i. V. = in Vertretung | i. R. = im Ruhestand
    i. P. = in Pension | i. Allg. = im Allgemeinen | i. e. S. = im engeren Sinn
    i. w. S. = im weiteren Sinn | i. S. v. = im Sinne von | i. S. d. = im Sinne des
    iSd = im Sinne des | i. H. v. = in Höhe von | iHv = in Höhe von | iVm = in Verbindung mit
    i. V. m. = in Verbindung mit | i. Z. m. = im Zusammenhang mit | m. E. = meines Erachtens
    mE = meines Erachtens | m. W. = meines Wissens | s. o. = siehe oben | s. u. = siehe unten
    o. g. = oben genannte | u. g. = unten genannte | a. D. = außer Dienst | h. c. = honoris causa
    e. h. = ehrenhalber | k. o. = k o | K. o. = K o | K.-o. = K-o | k.-o. = k-o | o. k. = okay
    O. K. = okay | OK = okay | k. u. k. = k und k | k. k. = k k | p. a. = pro Jahr
    p. P. = pro Person | n. Chr. = nach Christus | v. Chr. = vor Christus
    n. u. Z. = nach unserer Zeitrechnung | v. u. Z. = vor unserer Zeitrechnung
    d. J. = dieses Jahres | d. M. = dieses Monats | v. J. = vorigen Jahres
    l. J. = laufenden Jahres | a. a. O. = am angegebenen Ort | v. l. n. r. = von links nach rechts
    v. l. = von links | v. r. = von rechts | n. n. b. = noch nicht bekannt | k. A. = keine Angabe
    z. Hd. = zu Händen | u. A. w. g. = um Antwort wird gebeten | e. V. = e V | e. U. = e U
    o. J. = ohne Jahr | ü. M. = über dem Meer | m. ü. M. = Meter über dem Meer | ü. A. = über Adria
    Hg. v. = herausgegeben von | i. d. F. = in der Fassung | idF = in der Fassung
    u. k. = unabkömmlich | v. H. = vom Hundert | a. o. = außerordentlich | ao. = außerordentlicher
    o. Univ.-Prof. = ordentlicher Universitätsprofessor | ph. D. = P H D | S. g. = Sehr geehrte
    leg. cit. = legis citatae | n. V. = nach Verlängerung | i. E. = im Elfmeterschießen
    n. E. = nach Elfmeterschießen | n. P. = nach Penaltyschießen | a. d. = an der
    o. B. = ohne Befund | p. m. = pro Monat | a. M. = am Main | i. d. = in der
    i. B. = im Besonderen | u. E. = unseres Erachtens | z. K. = zur Kenntnis | i. S. = im Sinne
    m. M. = meiner Meinung | n. Br. = nördlicher Breite | ö. L. = östlicher Länge
    o. Prof. = ordentlicher Professor | et al. = et alii | Art.-Nr. = Artikelnummer
    Kto.-Nr. = Kontonummer | Tel.-Nr. = Telefonnummer | Best.-Nr. = Bestellnummer
    Kfz-Kz. = K F Z-Kennzeichen | Sz. = Saison | Sdg. = Sendung | usw. = und so weiter
    usf. = und so fort | etc. = et cetera | etc = et cetera | bzw. = beziehungsweise
    bzw = beziehungsweise | ca. = circa | rd. = rund | ungef. = ungefähr | evtl. = eventuell
    ev. = eventuell | event. = eventuell | ggf. = gegebenenfalls | ggfs. = gegebenenfalls
    gegebenenf. = gegebenenfalls | inkl. = inklusive | incl. = inklusive | exkl. = exklusive
    einschl. = einschließlich | ausschl. = ausschließlich | zzgl. = zuzüglich | abzgl. = abzüglich
    lt. = laut | gem. = gemäß | vgl. = vergleiche | max. = maximal | min. = mindestens
    mind. = mindestens | höchst. = höchstens | durchschn. = durchschnittlich
    bspw. = beispielsweise | bes. = besonders | insb. = insbesondere | insbes. = insbesondere
    bzgl. = bezüglich | betr. = betreffend | Betr. = Betreff | wg. = wegen | zw. = zwischen
    gg. = gegen | ggü. = gegenüber | entspr. = entsprechend | resp. = respektive | sen. = senior
    jun. = junior | sr. = senior | jr. = junior | Sr. = Senior | Jr. = Junior | verh. = verheiratet
    gesch. = geschieden | led. = ledig | verw. = verwitwet | gest. = gestorben | gegr. = gegründet
    verst. = verstorben | d. s. = das sind | d. i. = das ist | dgl. = dergleichen
    mult. = multiplex | südl. = südlich | nördl. = nördlich | östl. = östlich | westl. = westlich
    Wr. = Wiener | ebd. = ebenda | urspr. = ursprünglich | vorm. = vormittags | nachm. = nachmittags
    abds. = abends | tägl. = täglich | wöchentl. = wöchentlich | monatl. = monatlich
    mtl. = monatlich | jährl. = jährlich | telef. = telefonisch | tel. = telefonisch
    Tel. = Telefon | Fax. = Fax | Mobil. = mobil | E-Mail = E-Mail | Nr. = Nummer | Nrn. = Nummern
    No. = Nummer | N° = Nummer | Hnr. = Hausnummer | Abb. = Abbildung | Tab. = Tabelle
    Kap. = Kapitel | Bd. = Band | Bde. = Bände | Hrsg. = Herausgeber | Hg. = Herausgeber
    Verl. = Verlag | Aufl. = Auflage | Ausg. = Ausgabe | Anm. = Anmerkung | Red. = Redaktion
    Anm. d. Red. = Anmerkung der Redaktion | d. Red. = der Redaktion | Jg. = Jahrgang | Kl. = Klasse
    Bsp. = Beispiel | Verf. = Verfasser | Forts. = Fortsetzung | Fn. = Fußnote | Rz. = Randziffer
    Rn. = Randnummer | Rs. = Rechtssache | Az. = Aktenzeichen | GZ = Geschäftszahl | Zl. = Zahl
    MwSt. = Mehrwertsteuer | MwSt = Mehrwertsteuer | USt. = Umsatzsteuer | USt = Umsatzsteuer
    UID-Nr. = U I D-Nummer | St.-Nr. = Steuernummer | Fa. = Firma | Gebr. = Gebrüder
    Ges. = Gesellschaft | Inst. = Institut | Abt. = Abteilung | Dir. = Direktor
    Gen.-Dir. = Generaldirektor | Präs. = Präsident | Vizepräs. = Vizepräsident | Sekr. = Sekretär
    Verw. = Verwaltung | Ges.m.b.H. = G M B H | GesmbH = G M B H | Ges.mbH = G M B H
    Ges.n.b.R. = Gesellschaft nach bürgerlichem Recht | Co. = Co | Inc. = Inc | Ltd. = Limited
    Corp. = Corp | S. A. = S A | S.p.A. = S P A | Hbf. = Hauptbahnhof | Hbf = Hauptbahnhof
    Bhf. = Bahnhof | Bhf = Bahnhof | Str. = Straße | Pl. = Platz | Bez. = Bezirk | Gde. = Gemeinde
    Ldkr. = Landkreis | Whg. = Wohnung | Zi. = Zimmer | Einw. = Einwohner | Pers. = Personen
    Fam. = Familie | Mitgl. = Mitglieder | Stk. = Stück | Stck. = Stück | Pkg. = Packung
    Tsd. = Tausend | Sa/So = Samstag und Sonntag | Sa./So. = Samstag und Sonntag
    m/w/d = männlich, weiblich, divers | w/m/d = weiblich, männlich, divers
    m/w = männlich, weiblich | MEZ = mitteleuropäischer Zeit | MESZ = mitteleuropäischer Sommerzeit
    n/a = keine Angabe | 24/7 = vierundzwanzig sieben | 9/11 = nine eleven | vs. = gegen
    feat. = featuring | ft. = featuring | Mt. = Mount | Ste. = Sainte | Ft. = Fort
    hl. Messe = heilige Messe | HH. = Hochwürden | Gr. = Größe | Temp. = Temperatur
    Geschw. = Geschwindigkeit | Entf. = Entfernung | Besch. = Beschluss | Einspr. = Einspruch
    Erk. = Erkenntnis | Urt. = Urteil | v. = von | u. = und | NÖ = Niederösterreich
    OÖ = Oberösterreich | Stmk. = Steiermark | Stmk = Steiermark | Ktn. = Kärnten | Ktn = Kärnten
    VVK = Vorverkauf | vorbeh. = vorbehalten | erf. = erforderlich | erm. = ermäßigt
    mögl. = möglich | vorh. = vorhanden | tgl. = täglich | Erw. = Erwachsene | Res. = Reservierung
    Proz. = Prozent | i. e. = das ist | 08/15 = null acht fünfzehn | Kfm. = Kaufmann
    idgF = in der geltenden Fassung | i. d. g. F. = in der geltenden Fassung | Stv. = Stellvertreter
    a. N. = am Neckar | a. Rh. = am Rhein | Dipl.- = Diplom- | Vors. = Vorsitzender
    Desgl. = Desgleichen | LL.M. = L L M | Vj. = Vorjahr | Sp. = Spalte
    get. = getauft | Stat. = Station | Frhr. = Freiherr | Frhrn. = Freiherrn | em. = emeritus
    Sbg. = Salzburg | Sbg = Salzburg | Bgld. = Burgenland | Bgld = Burgenland | Vbg. = Vorarlberg
    Vlbg. = Vorarlberg | Vbg = Vorarlberg
    """
)
# Adjectives: the stem, to which the ending comes that the words around ask for.
ADJECTIVES = table(
    """
    sog. = sogenannt | ehem. = ehemalig | österr. = österreichisch | dt. = deutsch | hl. = heilig
    Hl. = Heilig | städt. = städtisch | staatl. = staatlich | kath. = katholisch
    evang. = evangelisch | röm.-kath. = römisch-katholisch | engl. = englisch | frz. = französisch
    ital. = italienisch | amtl. = amtlich | versch. = verschieden | gesetzl. = gesetzlich
    griech. = griechisch | lat. = lateinisch | amerik. = amerikanisch | allg. = allgemein
    tschech. = tschechisch | poln. = polnisch | russ. = russisch | ungar. = ungarisch
    schweiz. = schweizerisch | pol. = politisch | wirtschaftl. = wirtschaftlich
    nö. = niederösterreichisch | oö. = oberösterreichisch | gepl. = geplant | geb. = geboren
    gen. = genannt | gerichtl. = gerichtlich | gepr. = geprüft | beh. = behördlich
    akad. = akademisch | stv. = stellvertretend | jüd. = jüdisch | span. = spanisch
    türk. = türkisch | jap. = japanisch | chin. = chinesisch | europ. = europäisch
    internat. = international | bayr. = bayerisch | bayer. = bayerisch
    sächs. = sächsisch | tirol. = tirolerisch | steir. = steirisch | histor. = historisch
    """
)
# After a number: one, many.
COUNTED = pairs(
    """
    Mio. = Million, Millionen | Mio = Million, Millionen | Mill. = Million, Millionen
    Mrd. = Milliarde, Milliarden | Mrd = Milliarde, Milliarden | Bio. = Billion, Billionen
    Tsd. = Tausend | Std. = Stunde, Stunden | Stdn. = Stunde, Stunden | Min. = Minute, Minuten
    Sek. = Sekunde, Sekunden | Stk. = Stück | St. = Stück | Wo. = Woche, Wochen
    Mon. = Monat, Monate | J. = Jahr, Jahre | EW = Einwohner | Pkt. = Punkt, Punkte
    Pkte. = Punkt, Punkte | Fr. = Franken | Rp. = Rappen | Tg. = Tag, Tage
    Jh. = Jahrhundert, Jahrhunderte | Jhdt. = Jahrhundert, Jahrhunderte
    Jhd. = Jahrhundert, Jahrhunderte | Mill = Million, Millionen | Kl. = Klasse, Klassen
    Bez. = Bezirk, Bezirke | Pl. = Platz, Plätze | Spt. = Spieltag, Spieltage
    Mia. = Milliarde, Milliarden | Pp. = Prozentpunkt, Prozentpunkte
    PP = Prozentpunkt, Prozentpunkte | Mia = Milliarde, Milliarden
    Abg. = Abgeordneter, Abgeordnete
    Msp. = Messerspitze, Messerspitzen | Pck. = Packung, Packungen | Pkg. = Packung, Packungen
    Eßl. = Esslöffel | Essl. = Esslöffel | Teel. = Teelöffel
    """
)
# Without a number before them.
UNCOUNTED = table(
    """
    Mio. = Millionen | Mrd. = Milliarden | Min. = Minuten | Std. = Stunden | Sek. = Sekunden
    Jh. = Jahrhundert | Jhdt. = Jahrhundert | Mio = Millionen | Mrd = Milliarden | Bio. = Billionen
    """
)
WEEKDAYS = table(
    """
    Mo = Montag | Di = Dienstag | Mi = Mittwoch | Do = Donnerstag | Fr = Freitag | Sa = Samstag
    So = Sonntag
    """
)
# Titles: for a man, for a woman.
TITLES = pairs(
    """
    Dr. = Doktor | DDr. = Doktor Doktor | Dr.in = Doktorin | Dr.ⁱⁿ = Doktorin | Dres. = Doktores
    Prof. = Professor, Professorin | Prof.in = Professorin
    Univ.-Prof. = Universitätsprofessor, Universitätsprofessorin
    Univ.-Prof.in = Universitätsprofessorin
    Univ.Prof. = Universitätsprofessor, Universitätsprofessorin
    Univ.-Doz. = Universitätsdozent, Universitätsdozentin
    Priv.-Doz. = Privatdozent, Privatdozentin | PD = Privatdozent, Privatdozentin
    Doz. = Dozent, Dozentin | Ass.-Prof. = Assistenzprofessor, Assistenzprofessorin
    Assoz.-Prof. = assoziierter Professor, assoziierte Professorin
    Hon.-Prof. = Honorarprofessor, Honorarprofessorin | FH-Prof. = F H-Professor, F H-Professorin
    Mag. = Magister, Magistra | MMag. = Magister Magister, Magistra Magistra | Mag.a = Magistra
    Mag.ª = Magistra | Ing. = Ingenieur, Ingenieurin | DI = Diplomingenieur, Diplomingenieurin
    Dipl.-Ing. = Diplomingenieur, Diplomingenieurin | Dipl.Ing. = Diplomingenieur, Diplomingenieurin
    Dipl.-Kfm. = Diplomkaufmann, Diplomkauffrau | Dkfm. = Diplomkaufmann, Diplomkauffrau
    Bgm. = Bürgermeister, Bürgermeisterin | Bgm.in = Bürgermeisterin
    Vzbgm. = Vizebürgermeister, Vizebürgermeisterin | Vbgm. = Vizebürgermeister, Vizebürgermeisterin
    Vizebgm. = Vizebürgermeister, Vizebürgermeisterin | LH = Landeshauptmann, Landeshauptfrau
    LH-Stv. = Landeshauptmann-Stellvertreter, Landeshauptmann-Stellvertreterin
    LHStv. = Landeshauptmann-Stellvertreter, Landeshauptmann-Stellvertreterin
    LH-Vize = Landeshauptmann-Vize | BM = Bundesminister, Bundesministerin
    LR = Landesrat, Landesrätin | StR = Stadtrat, Stadträtin | StR. = Stadtrat, Stadträtin
    GR = Gemeinderat, Gemeinderätin | StS = Staatssekretär, Staatssekretärin
    BR = Bundesrat, Bundesrätin | KommR = Kommerzialrat, Kommerzialrätin
    KommR. = Kommerzialrat, Kommerzialrätin | HR = Hofrat, Hofrätin
    MR = Medizinalrat, Medizinalrätin | OStR = Oberstudienrat, Oberstudienrätin
    OSR = Oberschulrat, Oberschulrätin | Prim. = Primar, Primaria | OA = Oberarzt, Oberärztin
    NR-Abg. = Nationalratsabgeordneter, Nationalratsabgeordnete
    LAbg. = Landtagsabgeordneter, Landtagsabgeordnete
    LAbg = Landtagsabgeordneter, Landtagsabgeordnete
    LTAbg. = Landtagsabgeordneter, Landtagsabgeordnete | Abg. = Abgeordneter, Abgeordnete
    Abg. z. NR = Abgeordneter zum Nationalrat, Abgeordnete zum Nationalrat
    EU-Abg. = E U-Abgeordneter, E U-Abgeordnete | Hr. = Herr | Hrn. = Herrn | Fr. = Frau
    Frl. = Fräulein | Hptm. = Hauptmann | Obst. = Oberst | Oberstlt. = Oberstleutnant | Mjr. = Major
    Insp. = Inspektor, Inspektorin | Sekt.-Chef = Sektionschef | Min.-Rat = Ministerialrat
    RA = Rechtsanwalt, Rechtsanwältin | P. = Pater
    Kard. = Kardinal | Dir. = Direktor, Direktorin | Präs. = Präsident, Präsidentin | Gen. = General
    Vizepräs. = Vizepräsident, Vizepräsidentin | Pfr. = Pfarrer, Pfarrerin
    Past. = Pastor, Pastorin | Dipl.-Kffr. = Diplomkauffrau
    Dipl.-Psych. = Diplompsychologe, Diplompsychologin | Obm. = Obmann, Obfrau
    Dipl.-Päd. = Diplompädagoge, Diplompädagogin | Oblt. = Oberleutnant | Brig. = Brigadier
    Dipl.-Inf. = Diplominformatiker, Diplominformatikerin | Kpt. = Kapitän, Kapitänin
    Dipl.-Bw. = Diplombetriebswirt, Diplombetriebswirtin
    Dipl.-Vw. = Diplomvolkswirt, Diplomvolkswirtin | Kdt. = Kommandant, Kommandantin
    GF = Geschäftsführer, Geschäftsführerin | Sr. = Schwester | Br. = Bruder
    """
)
