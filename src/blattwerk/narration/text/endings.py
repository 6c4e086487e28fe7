"""What may stand before and after a full stop: the word lists behind `split`."""

# Words that open a sentence when they are capitalised; hardly ever a name or the rest of a phrase.
OPENERS = {
    "de": (
        "Aber Ab Alle Allein Allem Allerdings Als Also Am An Andere Anders Andererseits Anfangs "
        "Angeblich Ansonsten Anschließend Auch Auf Aufgrund Aus Außerdem Bald Bei Beide Beim "
        "Bereits Besonders Bis Bisher Bislang Da Dabei Dadurch Dafür Dagegen Daher Dahinter "
        "Damals Damit Danach Daneben Dann Daran Darauf Daraufhin Daraus Darin Darüber Darum "
        "Darunter Das Dass Davon Davor Dazu Dazwischen Dem Demnach Den Denn Dennoch Der Deren "
        "Derzeit Des Deshalb Dessen Deswegen Die Dies Diese Diesem Diesen Dieser Dieses Diesmal "
        "Doch Dort Dorthin Drei Durch Ein Eine Einem Einen Einer Eines Einige Einmal Einst "
        "Eigentlich Er Erst Ersten Erstmals Es Etwa Etwas Fast Ferner Früher Für Ganz Gegen "
        "Genau Gerade Gestern Gibt Gleich Gleichzeitig Hat Hatte Heuer Heute Heutzutage Hier "
        "Hierbei Hingegen Hinter Hinzu Ich Ihm Ihn Ihr Ihre Ihrem Ihren Im Immer Immerhin In "
        "Indes Indessen Ins Insgesamt Inzwischen Ist Ja Je Jede Jeder Jedes Jedoch Jene Jener "
        "Jetzt Kam Kaum Kein Keine Keiner Knapp Konkret Kurz Laut Lediglich Leider Letztlich "
        "Man Manche Mancher Mehr Mehrere Mein Meine Meist Mit Mittlerweile Morgen "
        "Möglicherweise Nach Nachdem Nachher Natürlich Neben Nein Nicht Nichts Nie Niemand Noch "
        "Nun Nur Ob Obwohl Oder Offenbar Oft Ohne Plötzlich Rund Schließlich Schon Sechs Seine "
        "Sein Seinen Seit Seitdem Seither Selbst Sehr Sie Sieben So Sobald Sofern Sofort Sogar "
        "Sollte Solange Somit Sonst Später Sowohl Statt Stattdessen Tatsächlich Trotz Trotzdem "
        "Über Überhaupt Um Und Unklar Uns Unser Unsere Unter Vermutlich Viel Viele Vielleicht "
        "Vier Vom Von Vor Vorerst Vorher Während Währenddessen Wann War Waren Warum Was Wegen "
        "Weil Weiter Weiters Welche Welcher Wem Wen Wenig Wenige Wenn Wer Weshalb Wie Wieder "
        "Wieso Will Wir Wird Wo Wobei Wofür Wohl Worum Wurde Wurden Zehn Zu Zudem Zuerst "
        "Zuletzt Zum Zumindest Zunächst Zur Zuvor Zwar Zwei Zwischen Zwölf Fünf Acht Neun Elf "
        "Hunderte Tausende Niemals Jemand Ebenso Ebenfalls Einerseits Erstens Zweitens Drittens "
        "Daheim Drinnen Draußen Drüben Hätte Künftig Weitere Zugleich Darauf Demnächst Könnte "
        "Würde Wäre Kann Soll Muss Darf Bitte Danke"
    ),
    "en": (
        "A About Above Across After Afterward Afterwards Again Against All Almost Along Already "
        "Also Although Always Am Among An And Another Any Anyone Apart Are As Aside At Back "
        "Because Before Behind Being Below Besides Between Beyond Both But By Can Compared "
        "Could Critics Despite Did Do Does Doing Don’t Don't During Each Earlier Either "
        "Elsewhere Even Eventually Ever Every Everyone Everything Few Finally First For From "
        "Further Furthermore Get Give Given Had Has Have Having He Hence Her Here Hers His How "
        "However I I’m I'm I’ve I've If In Indeed Inside Instead Into Is It It’s It's Its Just "
        "Last Later Least Less Let Let’s Let's Like Likewise Many Maybe Me Meanwhile More "
        "Moreover Most Mostly Much My Near Nearly Neither Never Nevertheless Next No Nobody "
        "None Nonetheless Nor Not Nothing Now Of Off Officials Often Oh On Once One Only Or "
        "Other Others Otherwise Our Out Outside Over Perhaps Please Police Rather Recently "
        "Reporters Second Several She Should Similarly Since So Some Someone Something "
        "Sometimes Soon Still Such Take Than That That’s That's The Their Them Then There "
        "There’s There's Therefore These They They’re They're This Those Though Three Through "
        "Thus To Today Together Tomorrow Tonight Too Toward Two Four Five Six Under Unless "
        "Unlike Until Up Upon Us Very Was We We’re We're Were What What’s What's When Where "
        "Whether Which While Who Whose Why Will With Within Without Would Yes Yesterday Yet You "
        "You’re You're Your Experts Analysts Residents Thousands Hundreds Dozens Shares Few "
        "Nine Ten Twelve Seven Eight Half"
    ),
}

# Abbreviations with something always to follow: the full stop never ends the sentence.
LEADING = {
    "de": (
        "Ch Th Ph Wr öst Abb Abg Abh Abschn Abt Adir Adr Akad allg Anm Anw Aufl Ausg Bd Bde Bes "
        "bes betr Bez bez bezgl bezügl Bgdr Bgm Bhf Bmstr Br Brig bspw Bspw bzgl bzw Bzw ca Ca "
        "Chefinsp chem Cpt Det d.h dh Erw erw Ki Pers pers Dipl Dipl.-Ing Dipl.-Kfm Dkfm Doz Dr "
        "Dres DDr MMag MMMag durchschn ebd ehem Ehem eig eigtl einschl engl entspr evtl Evtl "
        "exkl Fa feat Fig Fr franz Frhr Fürstl GD geb Gebr gegr gem Gem gen gesch geschl gest "
        "gez GF ggf Ggf ggü griech Gr hebr Hg hg hist hl Hl Hll hll Hr Hrn HR HptStr Hptm hrsg "
        "Hrsg hyp Ing inkl Inkl insb insbes Insp inkl ital jew Jg kath Kath kgl Kap Kdt Kfm Kl "
        "Kmdt kmpl Komm KommR Kommr Kons Konsul kons Kr Kto LAbg lat Ldtg LH lit LR Lt Ltd.-Dir "
        "Mag Maj max mbH med mind min Mr Mrs Ms Mjr MR mtl nachm näml Nö NÖ nördl Nr Nrn "
        "oberösterr Oberinsp ObInsp Obstlt Obst Oblt OÖ ö.-ung örtl österr östl OSR Pfr phil "
        "Pkt Präs Prim Prof Prok Prov prot Prot Rd rd Reg Rep resp röm Rz Sel Sen.-Rat Sg sog "
        "Sog spez St städt Stv stv südl Tab tägl tgl teilw Tel tel theol Tit tschech u.zw ung "
        "ungar Univ Univ.-Prof univ unt Unt ursprgl urspr usf v.a verh verm verst versch verw "
        "Vgl vgl vmtl Vol vorm vorauss Vors vs westl Wr wiss Ziff ziff zit Zit zw zzgl abzgl "
        "zuzgl Ao Hon.-Prof ao o.-Univ DI Mst Frl Bmst Vzlt Oberlt Stat em BGBl LGBl RGBl ABl leg "
        "StA OStA mult "
        "Gegr Geb Gest Allg Österr Dt dt Durchschn Entspr Zzgl Abzgl"
    ),
    "en": (
        "Mr Mrs Ms Messrs Mmes Mx Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Gen Lt Col Cmdr "
        "Cdr Capt Maj Sgt Cpl Pvt Pfc Adm Brig Rev Fr Hon Pres Amb Supt Insp Det Const Ald Atty "
        "Msgr Mt Ft fig Fig figs Figs vol Vol vols Vols eq Eq sec Sec secs para Para paras ch "
        "Ch chap Chap p pp Pp art Art arts Arts Nos nos cf approx Approx ca ca vs Vs v e.g i.e "
        "viz esp incl Incl excl Excl est Est aka a.k.a feat ft max min avg Reg Stat Supp cl Cl "
        "col Assoc Asst Dir Lieut Pte Sr.-Lt Comdr Comm Commr Hr Dep Ste Sta Bp Abp Rt Rt.Hon "
        "dept resp b nee née fl Univ Inst Lib Natl Intl Supvr Secy Treas"
    ),
}

# Abbreviations that may end a sentence: they do when a sentence's opener follows.
CLOSING = {
    "de": (
        "usw Usw etc uvm udgl uam u.dgl u.v.m u.a.m u.a u.ä u.Ä o.ä o.Ä Mio Mill Mrd Bio Tsd Co "
        "Corp Inc Ltd jun sen jr sr Jr Sr Jun Sen Std Stk Stck Min Sek Jh Jhd Jhdt Jhdts MwSt "
        "USt Mwst Str Chr n.Chr v.Chr a.D e.V i.R d.J d.M m.b.H mbH p.a k.o K.o K.O S.A U.S.A "
        "U.S Mo Di Mi Do Fr Sa So Jan Jän Feb Febr Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Pl "
        "Ges.m.b.H e.U o.J o.O o.Univ.-Prof a.M a.d.D Ph.D Ph.D M.A B.A M.Sc B.Sc LL.M MSc BSc "
        "MBA ff f al dergl verh gest led Bgld Stmk Ktn Vbg Tir Sbg OÖ NÖ Expl Gde Ufr p.m a.m "
        "v.m m ä l s w leg.cit a.a.O aaO"
    ),
    "en": (
        "etc Inc Corp Co Cos Ltd LLC Bros Jr Sr Esq Ph.D M.D B.A M.A B.Sc M.Sc LL.B LL.M D.D.S "
        "R.N MBA al a.m p.m A.M P.M U.S U.S.A U.K U.N E.U D.C N.Y L.A N.J N.C S.C N.H N.M S.D "
        "N.D R.I W.Va B.C A.D B.C.E C.E St Ave Blvd Rd Ln Hwy Dr Jan Feb Mar Apr Jun Jul Aug "
        "Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Calif Mass Conn Pa Md "
        "Va Ala Ariz Ark Colo Del Fla Ga Ill Ind Kan Ky La Mich Minn Miss Mo Mont Neb Nev Okla "
        "Ore Tenn Tex Vt Wash Wis Wyo hr hrs min mins sec secs lb lbs oz ft in yd yds mi gal "
        "dept govt plc I V X R.I.P P.S B.B.C"
    ),
}

# What a numbered thing is called, so that "3. Runde" stays together without an article before it.
NUMBERED = (
    "Akt Ära Auflage Ausgabe Band Batterie Bataillon Bezirk Bezirks Bundesliga Division "
    "Durchgang Ecke Einsatz Etage Etappe Etappen FC Finale Gang Gebot Geburtstag Generation "
    "Grad Halbzeit Hälfte Jahr Jahrestag Jahrhundert Jahrhunderts Jahrhunderte Jahrtausend "
    "Jänner Januar Februar März April Mai Juni Juli August September Oktober November Dezember "
    "Feber Jh Jhdt Kapitel Kategorie Klasse Kompanie Lauf Lebensjahr Lesung Liga Lockdown Mal "
    "Minute Monat Nacht Novelle Ordnung Person Platz Plätze Pokal Preis Quartal Rang Reihe "
    "Reich Republik Runde Runden Saison Satz Schuljahr Schulstufe Semester Sinfonie Symphonie "
    "Sitz Sonntag Advent Spiel Spieltag Sprung Staffel Station Stelle Stock Stockwerk Stunde "
    "Tag Tagen Teil Tor Treffen Viertel Weltkrieg Weltkriegs Weltkrieges Welle Wiener Woche SSW "
    "Zeile Zivilkammer Senat Armee Infanteriebrigade Klässler Ligist Grades"
)

# One letter after these is a name of its own, so a full stop after it ends the sentence.
LETTERED = (
    "Plan Pläne Vitamin Block Gruppe Typ Note Hepatitis Teil Variante Zone Serie Halle Team "
    "Kategorie Stiege Modell Buchstabe Buchstaben Liga Phase Punkt Klasse Sektor Tor Szenario "
    "Produkt Partei Blutgruppe Anlage Kader Stufe Person Faktor Haus Trakt Sitz Omikron "
    "Influenza Level Ebene Fall plan vitamin vitamins block group grade type hepatitis Group "
    "Block Grade Type Section section part Part Team team Schedule Exhibit exhibit Appendix "
    "appendix Option option Class class Category category Building building Series Formula "
    "letter Model Gate gate Terminal Zone zone influenza Strain product person Factor Junior"
)

# Names that end in a mark of their own.
MARKED_NAMES = (
    r"Yahoo!|Yum!|Jeopardy!|Kahoot!|Joomla!|Wham!|OK!|Hello!|Panic!|Which\?|Guess\?|Ahoy!"
)

SAID = (
    "said|says|asked|asks|shouted|cried|yelled|replied|added|exclaimed|whispered|called|wrote|"
    "screamed|answered|joked|insisted|recalled|told|tweeted|muttered|snapped|urged|warned|wondered|"
    "demanded|continued|explained|roared|laughed|sighed|thought|remarked|noted|declared"
)
