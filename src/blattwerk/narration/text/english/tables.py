"""What English newspapers write short, and how it is said."""


def _each(words: str) -> list[str]:
    return words.split()


CURRENCIES = {
    "$": ("dollar", "dollars"), "US$": ("U S dollar", "U S dollars"),
    "A$": ("Australian dollar", "Australian dollars"),
    "AU$": ("Australian dollar", "Australian dollars"),
    "C$": ("Canadian dollar", "Canadian dollars"), "CA$": ("Canadian dollar", "Canadian dollars"),
    "NZ$": ("New Zealand dollar", "New Zealand dollars"),
    "HK$": ("Hong Kong dollar", "Hong Kong dollars"),
    "S$": ("Singapore dollar", "Singapore dollars"), "R$": ("real", "reais"),
    "£": ("pound", "pounds"), "€": ("euro", "euros"), "¥": ("yen", "yen"), "₹": ("rupee", "rupees"),
    "₽": ("ruble", "rubles"), "₩": ("won", "won"), "₺": ("lira", "lira"),
    "₴": ("hryvnia", "hryvnias"),
    "₪": ("shekel", "shekels"), "₿": ("bitcoin", "bitcoins"), "zł": ("zloty", "zlotys"),
    "CHF": ("Swiss franc", "Swiss francs"), "SEK": ("Swedish krona", "Swedish kronor"),
}  # fmt: skip
CODES = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CHF": "CHF", "SEK": "SEK", "AUD": "A$",
    "CAD": "C$", "INR": "₹", "HKD": "HK$", "NZD": "NZ$",
}  # fmt: skip
COINS = {
    symbol: coins
    for symbols, coins in (
        ("$ US$ A$ AU$ C$ CA$ NZ$ HK$ S$ €", ("cent", "cents")),
        ("£", ("penny", "pence")),
    )
    for symbol in symbols.split()
}


def _pairs(*groups: str) -> dict[str, tuple[str, str]]:
    """ "ft ft. = foot, feet" for every written form before the sign; without a plural, add s."""
    table = {}
    for group in groups:
        written, _, said = group.partition(" = ")
        one, _, many = said.partition(", ")
        table.update(dict.fromkeys(written.split("|"), (one, many or one + "s")))
    return table


UNITS = _pairs(
    "mph = mile per hour, miles per hour",
    "km/h|kph|kmh|kmph = kilometer per hour, kilometers per hour",
    "m/s = meter per second, meters per second", "mpg = mile per gallon, miles per gallon",
    "km = kilometer", "m = meter", "cm = centimeter", "mm = millimeter", "nm = nanometer",
    "µm|μm = micrometer", "ft|ft. = foot, feet", "in|in.|inch = inch, inches", "yd|yds|yd. = yard",
    "mi|mi. = mile", "nmi = nautical mile", "lb|lbs|lb.|lbs. = pound", "oz|oz. = ounce",
    "fl oz|fl. oz. = fluid ounce", "kg|kgs = kilogram", "g = gram", "mg = milligram",
    "µg|μg|mcg = microgram", "t = ton", "kt = kiloton", "Mt = megaton",
    "°C|º C|°\u2009C = degree Celsius, degrees Celsius",
    "°F = degree Fahrenheit, degrees Fahrenheit", "° C = degree Celsius, degrees Celsius",
    "° F = degree Fahrenheit, degrees Fahrenheit", "°|º = degree",
    "sq m|sq. m.|sqm|m²|m2 = square meter", "sq ft|sq. ft.|sqft|ft² = square foot, square feet",
    "sq km|km²|km2|sq. km = square kilometer", "sq mi|sq. mi. = square mile",
    "cm² = square centimeter",
    "m³|m3|cu m = cubic meter", "cm³|cc = cubic centimeter", "km³|km3 = cubic kilometer",
    "cu ft|ft³ = cubic foot, cubic feet", "ha = hectare", "l|L = liter", "ml|mL = milliliter",
    "cl = centiliter", "dl = deciliter", "gal|gal. = gallon", "pt = pint", "bbl = barrel",
    "W = watt", "kW = kilowatt", "MW = megawatt", "GW = gigawatt", "TW = terawatt",
    "Wh = watt hour",
    "kWh|kwh = kilowatt hour", "MWh = megawatt hour", "GWh = gigawatt hour", "TWh = terawatt hour",
    "V = volt", "kV = kilovolt", "mAh = milliamp hour", "Ah = amp hour",
    "Hz = hertz, hertz", "kHz = kilohertz, kilohertz", "MHz = megahertz, megahertz",
    "GHz = gigahertz, gigahertz", "bit = bit", "kB|KB = kilobyte", "MB = megabyte", "GB = gigabyte",
    "TB = terabyte", "PB = petabyte", "Mbps|Mbit/s|Mb/s = megabit per second, megabits per second",
    "Gbps|Gbit/s = gigabit per second, gigabits per second",
    "MB/s = megabyte per second, megabytes per second",
    "dB = decibel", "ppm = part per million, parts per million",
    "ppb = part per billion, parts per billion", "ppt = part per trillion, parts per trillion",
    "bpm = beat per minute, beats per minute",
    "rpm = revolution per minute, revolutions per minute",
    "fps = frame per second, frames per second",
    "psi = pound per square inch, pounds per square inch", "hp|bhp = horsepower, horsepower",
    "kcal = kilocalorie", "cal = calorie", "kJ = kilojoule", "Nm = newton meter",
    "Pa = pascal", "hPa = hectopascal", "kPa = kilopascal", "mb = millibar",
    "tbsp|tbsp.|Tbsp. = tablespoon", "tsp|tsp. = teaspoon", "px = pixel",
    "MP = megapixel", "min|mins|min. = minute", "h|hr|hrs|hr.|hrs. = hour",
    "sec|secs|s|sec. = second",
    "ms = millisecond", "yr|yrs = year", "pp = percentage point", "bps|bp = basis point", "Ω = ohm",
)  # fmt: skip

# Words with a full stop, whatever stands around them.
SHORT = {
    "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Mx.": "Mix", "Messrs.": "Messieurs",
    "Drs.": "Doctors", "Prof.": "Professor", "Profs.": "Professors", "Sen.": "Senator",
    "Sens.": "Senators", "Rep.": "Representative", "Reps.": "Representatives", "Gov.": "Governor",
    "Govs.": "Governors", "Gen.": "General", "Lt.": "Lieutenant", "Col.": "Colonel",
    "Capt.": "Captain", "Maj.": "Major", "Sgt.": "Sergeant", "Cpl.": "Corporal", "Pvt.": "Private",
    "Adm.": "Admiral", "Cmdr.": "Commander", "Brig.": "Brigadier", "Rev.": "Reverend",
    "Hon.": "Honorable", "Rt.": "Right", "Pres.": "President", "Amb.": "Ambassador",
    "Supt.": "Superintendent",
    "Det.": "Detective", "Insp.": "Inspector", "Atty.": "Attorney", "Fr.": "Father",
    "Jr.": "Junior", "Sr.": "Senior", "Esq.": "Esquire", "Mt.": "Mount", "Mts.": "Mountains",
    "Ft.": "Fort", "Inc.": "Incorporated", "Ltd.": "Limited", "Corp.": "Corporation",
    "Co.": "Company", "Cos.": "Companies", "Bros.": "Brothers", "Assn.": "Association",
    "Assoc.": "Association", "Dept.": "Department", "dept.": "department", "Univ.": "University",
    "Inst.": "Institute", "Intl.": "International", "Natl.": "National", "Govt.": "Government",
    "govt.": "government", "Ave.": "Avenue", "Blvd.": "Boulevard", "Rd.": "Road", "Ln.": "Lane",
    "Hwy.": "Highway", "Pkwy.": "Parkway", "Sq.": "Square", "Apt.": "Apartment",
    "vs.": "versus", "vs": "versus", "e.g.": "for example", "E.g.": "For example",
    "eg.": "for example", "i.e.": "that is", "I.e.": "That is", "etc.": "et cetera",
    "et al.": "and others", "cf.": "compare", "viz.": "namely", "approx.": "approximately",
    "Approx.": "Approximately", "est.": "estimated", "Est.": "Established", "ca.": "circa",
    "c.": "circa", "incl.": "including", "excl.": "excluding", "esp.": "especially",
    "max.": "maximum", "min.": "minimum", "avg.": "average", "temp.": "temperature",
    "feat.": "featuring", "ft.": "featuring", "misc.": "miscellaneous", "a.k.a.": "also known as",
    "aka": "also known as",
    "Ph.D.": "P H D", "Ph.D.s": "P H Ds",
    "Ed.": "Editor", "eds.": "editors", "agg.": "aggregate", "sq.": "square", "cu.": "cubic",
}  # fmt: skip
STATES = {
    "Calif.": "California", "Mass.": "Massachusetts",
    "Conn.": "Connecticut", "Pa.": "Pennsylvania", "Va.": "Virginia", "Md.": "Maryland",
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Colo.": "Colorado",
    "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois", "Ind.": "Indiana",
    "Kan.": "Kansas", "Ky.": "Kentucky", "La.": "Louisiana", "Mich.": "Michigan",
    "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri", "Mont.": "Montana",
    "Neb.": "Nebraska", "Nev.": "Nevada", "Okla.": "Oklahoma", "Ore.": "Oregon",
    "Tenn.": "Tennessee", "Tex.": "Texas", "Vt.": "Vermont", "Wash.": "Washington",
    "Wis.": "Wisconsin", "Wyo.": "Wyoming", "N.Y.": "New York", "N.J.": "New Jersey",
    "N.C.": "North Carolina", "S.C.": "South Carolina", "N.H.": "New Hampshire",
    "N.M.": "New Mexico", "S.D.": "South Dakota", "N.D.": "North Dakota", "R.I.": "Rhode Island",
    "W.Va.": "West Virginia",
}  # fmt: skip
POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip

# Before a number.
COUNTERS = {
    "No.": "Number", "no.": "number", "No": "Number", "Nos.": "Numbers", "nos.": "numbers",
    "§": "Section", "§§": "Sections", "Sec.": "Section", "sec.": "section", "Secs.": "Sections",
    "Art.": "Article", "art.": "article", "Arts.": "Articles", "Para.": "Paragraph",
    "para.": "paragraph", "¶": "paragraph", "Fig.": "Figure", "fig.": "figure", "Figs.": "Figures",
    "Vol.": "Volume", "vol.": "volume", "Ch.": "Chapter", "ch.": "chapter", "chap.": "chapter",
    "p.": "page", "pp.": "pages", "pg.": "page", "Eq.": "Equation", "eq.": "equation",
    "Ex.": "Exhibit", "Prop.": "Proposition", "Ext.": "Extension", "ext.": "extension",
    "Sched.": "Schedule", "Reg.": "Regulation", "Dist.": "District", "Bldg.": "Building",
    "Op.": "Opus", "op.": "opus", "v.": "verse", "cl.": "clause", "№": "Number", "c.": "circa",
    "ver.": "version", "s.": "section", "ss.": "sections",
    "Rev.": "Revision", "St.": "Street", "l.": "line", "Pt.": "Part", "pt.": "part",
    "Apt.": "Apartment", "Rm.": "Room", "Flt.": "Flight", "Rte.": "Route", "Ed.": "Edition",
}  # fmt: skip
STREETS = _each(
    "Wall Main High Downing Fleet Oxford Baker Bourbon Canal State Elm Oak Market Church Bond"
)

# Acronyms spoken as words.
WORDS = _each(
    "NATO NASA UNESCO UNICEF OPEC FIFA UEFA NAFTA ASEAN SARS MERS COVID AIDS ISIS ESA-NASA OSHA "
    "FEMA SWAT PIN SIM RAM LASER RADAR SCUBA SONAR NASCAR NASDAQ NIMBY POTUS SCOTUS FLOTUS JPEG "
    "GIF CAPTCHA BRICS GAAP TARP CERN INTERPOL EUROPOL FRONTEX CARICOM ECOWAS NORAD NICE OFCOM "
    "OFSTED ACAS MENSA ANZAC AWACS COBRA DEFRA EFTA MERCOSUR BAFTA HAMAS IKEA LEGO SPAR ZARA "
    "VISA WHAM WAG COP PIMCO MAGA SIDS BAME UNRWA UNICRI CENTCOM DARPA DAX NYMEX FARC FOMO YOLO "
    "TEFL UNCTAD FINRA AUKUS TASER SPAC"
)
# Words in capitals for emphasis, not acronyms.
SHOUTED = _each(
    "NOT AND THE ALL YES NO NEVER MUST ONLY EVER BUT VERY THIS THAT STOP NOW HELP FREE SALE NEW "
    "BREAKING LIVE WATCH UPDATE UPDATED EXCLUSIVE OPINION ANALYSIS REVIEW VIDEO PHOTOS YOU YOUR "
    "MY WE THEY HE SHE OF IN ON TO FOR WITH IS ARE WAS WERE BE DO DOES CAN WILL HOW WHY WHAT "
    "WHEN WHERE REALLY JUST TOO MORE BEST WORST FIRST LAST BIG HUGE LIES TRUE FALSE FAKE WIN "
    "LOSE GOOD BAD GREAT AGAIN DON'T NOTE WARNING ALSO ANY SOME EVERY NONE OUT UP DOWN WANTED "
    "DEAD LOVE HATE WAR PEACE"
)

FIRST_NAMES = _each(
    "John William Robert James Henry Martin George Thomas Charles Edward David Michael Joseph "
    "Richard Frank Walter Samuel Harry Luther Davis Thurston Howell Albert Arthur Daniel Peter "
    "Paul Jay Sammy"
)
REGNAL = _each(
    "Charles Elizabeth Henry George Edward William James Richard Mary Anne Victoria Louis "
    "Napoleon Philip Felipe Frederick Friedrich Wilhelm Catherine Peter Nicholas Alexander Ivan "
    "Francis Franz Benedict Pius Leo Gregory Clement Innocent Urban Paul John Ferdinand Leopold "
    "Joseph Maximilian Otto Rudolf Albert Baudouin Carl Gustaf Gustav Christian Haakon Harald "
    "Olav Margrethe Juliana Ramses Ptolemy Cleopatra Darius Xerxes Selassie Abdullah Hussein "
    "Mohammed Umberto Emmanuel Victor Juan Alfonso Afonso Pedro Stephen Robert David Kenneth "
    "Constantine Murad Mehmed Selim Suleiman Boniface Julius Sixtus Celestine Stanislaus "
    "Sigismund Bela Akbar Rama Edmund"
)
COUNTED_PARTS = _each(
    "War Chapter Bowl Part Act Scene Type Rocky Apollo Title Article Phase Volume Section Book "
    "Vatican Fantasy Mark Stage Class Category Level Grade Schedule Appendix Annex Tier Round "
    "Episode Godfather Wars Theft Gemini Saturn Division Group Column Table Figure Kingdom Age "
    "Quake Civilization Doom Diablo Rambo Lethal Halloween Amendment Protocol Basel Solvency "
    "Ares Titan Trident Polaris Factor"
)
NAMES = {
    "y/y": "year on year", "m/m": "month on month", "q/q": "quarter on quarter",
    "YoY": "year on year", "yoy": "year on year",
    "w/o": "without", "w/": "with", "c/o": "care of", "b/c": "because", "n/a": "not applicable",
    "N/A": "not applicable", "FTSE": "Footsie",
    "'n'": "and", "’n’": "and", "WWII": "World War Two", "WWI": "World War One",
    "WW2": "World War Two", "WW1": "World War One",
    "M&A": "M and A", "P&L": "P and L", "H.W.": "H W", "iOS": "I O S", "iPadOS": "I pad O S",
    "macOS": "mac O S", "PhD": "P H D", "PhDs": "P H Ds",
    "GmbH": "G M B H", "WiFi": "Wi-Fi", "LGBTQ+": "L G B T Q plus",
    "LGBTQIA+": "L G B T Q I A plus",
    "Q&A": "Q and A", "R&D": "R and D", "AT&T": "A T and T", "S&P": "S and P", "M&S": "M and S",
    "H&M": "H and M", "B&B": "B and B", "R&B": "R and B", "A&E": "A and E", "C++": "C plus plus",
    "C#": "C sharp", "Disney+": "Disney Plus", "24/7": "twenty-four seven", "9/11": "nine eleven",
    "7/7": "seven seven", "50/50": "fifty-fifty", "50-50": "fifty-fifty", "20/20": "twenty twenty",
    "4x4": "four by four", "CO₂": "C O two", "H₂O": "H two O", "PM2.5": "P M two point five",
    "MI5": "M I five", "MI6": "M I six", "K-12": "K to twelve", "4x": "four times",
    "iPhone X": "iPhone ten", "1080p": "ten eighty P", "720p": "seven twenty P",
    "007": "double oh seven",
    "a.m": "A M", "p.m": "P M", "JSON": "Jason", "SQL": "sequel", "HBO Max": "H B O Max",
}  # fmt: skip
