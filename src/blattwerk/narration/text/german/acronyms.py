"""Which capitals are said as a word and which letter by letter."""

from blattwerk.narration.text.german.tables import table, words

# Said as a word when written in capitals.
_SAID = words(
    """
    Nato Uno Fifa Uefa Opec Unesco Unicef Unido Nasa Esa Aids Sars Pisa Asfinag Arbö Apa Ages
    Wifo Auva Bawag Voest Buwog Öbag Cofag Gis Lask Kika Ikea Schufa Bafin Bafög Spar Billa
    Hofer Lidl Obi Dax Pin Sim Ram Rom Gau Covid Taz Fis Wada Nada Isis Eta Cern Neos Team Hak
    Gecko Cobra Swat Laser Radar Euratom Frontex Interpol Europol Eurojust Eurostat Erasmus
    Leader Swift Sepa Elga Wifi Tüv Dekra Asean Ceta Nafta Osram Bipa Humana Fiat Seat Audi Opel
    Ryanair Lauda Telekom Kelag Tiwag Rewe Aldi Zara Wiwo Kurier Krone Heute Österreich Standard
    Presse News Profil Trend Falter Puls Servus Sky Ski Uniqa Merkur Bosch Feuerwehr Emas
    Mercosur Quad Aukus Brics Brexit Wega Efta Igl Cites Sfor Kfor Unifil Undof Minurso Unprofor
    Fatf Gatt Oscar Emmy Ufo Ufos Zib Iran Kosovo Tesla Nokia Lego Puma Nike Asos Vamed
    Immofinanz Signa Benko Strabag Porr Andritz Palfinger Lenzing Agrana Rosenbauer Semperit
    Telering Magenta Drei Rapid Austria Sturm Admira Wien Graz Linz Wels Steyr Enns Salzburg
    Innsbruck Klagenfurt Villach Bregenz Eisenstadt Kärnten Tirol Vorarlberg Steiermark
    Burgenland Europa Moskau Berlin Paris London Madrid Brüssel Kiew Peking Tokio Washington
    München Hamburg Bern Zürich Basel Prag Budapest Gaza Israel Ukraine Russland China Achtung
    Eilmeldung Update Video Foto Fotos Interview Kommentar Analyse Live Ticker Ja Nein Nie Neu
    Alt Gut Alle Alles Und Oder Der Die Das Den Dem Des Ein Eine Ich Du Er Sie Es Wir Ihr Nicht
    Kein Nur Auch Auf Aus Bei Mit Von Vor Zu Im Am An So Da Wo Was Wer Wie Wenn Dann Jetzt Hier
    Dort Mehr Sehr Viel Tot Rot Gelb Blau Grün Weiß Tag Jahr Zeit Geld Krieg Liebe Leben Tod
    Mann Frau Kind Haus Sex Top Flop Stop Stopp Los Weg Quiz Rätsel Lasso Kompass Sommer Winter
    Fix Hit Ab Um In Ist Bis War Hat Für Zum Zur Vom Als Man Sein Doch Aber Noch Schon Ganz Muss
    Max Crispr Boku Bild Ekis Iban Isin Easa Iata Oled Aida Will Kann Gegen Ohne Über Unter
    """
)
_SAID_OTHERWISE = table(
    """
    ZiB = Zib | BaFin = Bafin | BAföG = Bafög | MDAX = M Dax | SDAX = S Dax | UFOs = Ufos
    PINs = Pins | KAGes = Kages | WiFi = Wifi | TeDDy = Teddy | OK = okay | LLM = L L M
    LL.M = L L M | NÖVOG = Növog | ÖIAG = Ö I A G | MSc = M S C | BSc = B S C | PhD = P H D
    MBA = M B A | Mwst = Mehrwertsteuer | DiTech = Ditech | EuGH = E U G H | StVO = S T V O
    MoMA = Moma | MuMoK = Mumok | MUMOK = Mumok | mumok = mumok | SpaceX = SpaceX
    WLAN = W Lan | UNHCR = U N H C R | FAQs = F A Qs | LGBTIQ = L G B T I Q
    """
)
WORDS = {**{word.upper(): word for word in _SAID}, **_SAID_OTHERWISE}

# Spelled though they could be said, or though they are not all capitals.
LETTERS = frozenset(
    words(
        """
        ORF ÖVP SPÖ FPÖ KPÖ BZÖ EU USA UK UN AMS ÖBB ÖGB AK WK WKÖ IV LKA BKA BVT DSN BMI BH TV
        PR PC CD DVD SMS GPS HIV PCR AGB ÖSV ÖFB ÖEHV ÖTV ÖOC EM WM NHL NBA NFL ATP WTA FC SC SK
        SV AC VSV KAC WAC GAK BVB HSV TSG RB PSG CEO CFO COO IT KI AI US USB UV EDV UKW ADAC ARD
        ZDF RTL BBC CNN ATV SRF MTV SUV KZ SS SA NS RAF ID EKG MRT CT WC PS DJ VIP HTL AHS BHS
        HLW NMS PVA ÖGK SVS AKH LKH UKH TBC FSME BSE OECD WHO WTO EZB IWF IAEA IAEO FBI CIA NSA
        DDR BRD VAE PKK PLO IRA IS ISS VW BMW KTM AUA SAP IBM DHL UPS OMV BIP BSP CDU CSU SPD
        FDP AFD ÖAMTC ÖRK ATX NGO LED LCD AKW KKW PV LH DPA AFP OTS AP USV UWG AGBS OIR ADHS ADS
        AED EDA IOC ÖIF ECDC EMA FDA RKI NPD NHS OGH OLG LG BAK ÖAW TU WU FH PH VWL BWL AIT IHS
        EIB ESM EFSF EWR EGMR EMRK ABGB UGB KSV AKV IG GPA FSG ÖAAB SJ JVP RFJ ASVG GSVG UVP UBA
        EABG EIWG EAG ETS IPO EGT GTI ABS ESP FIA F1 GP DTM FAZ SZ NZZ NÖN OÖN TT SN VN KLZ IRS
        ICE EC IC RJ AEC EAV OPG USP OFI UEG IGH ICC BIC OEK ÖNB KHM MAK MQ MA ABC IKG ACAB
        UNRWA UNODC OSZE OHCHR ICAO OAS OAU IAAF UCI ITF IBU ÖRV ÖLV ÖHB ÖVV EPU KMU GEZ ÖVAG
        EHV ADR USD EUR GBP API IP OPV OTC UMTS ISO EN NEF IGGÖ ATIB ÖH
        """
    )
)
MIXED = frozenset(
    words(
        """
        GmbH WKStA StGB StPO VfGH VwGH BGBl AfD VfB VfL BvB Lkw Pkw Kfz LKWs KStG EStG UStG WuV
        StA ÖStTV AufenthG GmbHG AktG BörseG VStG AVG ApG StVG VfSlg OeNB ÖNB UVEK EuG EuRH BaWü
        NRWs mRNA DoN KuK WöD GdG TüPl OeAD OeKB AlVG EKHG StbG AsylG FrG BVwGH WStBG GewO ZPO
        KSchG MRG WEG UrhG DSG DSGVO WEF DSt LSt LPolD LPD JGG SMG PKWs PolG VwG
        """
    )
)
