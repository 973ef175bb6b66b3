//! Words in and around the names of towns, in the languages of Interreg. All are folded and
//! in Latin letters, as returned by [`words`](super::key::words).

/// Words before a name.
#[rustfmt::skip]
pub(super) const BEGINNINGS: &[&str] = &[
    "the municipality of", "municipality of", "the city of", "city of", "town of", "village of", "commune of",
    "district of", "county of",
    "gemeente", "gemeinde", "marktgemeinde", "stadtgemeinde", "markt", "stadt", "hansestadt", "landeshauptstadt",
    "universitatsstadt", "samtgemeinde", "kreis", "landkreis",
    "ville de", "commune de", "mairie de", "ville d", "commune d",
    "comune di", "citta di", "comune", "localita", "loc", "fraz", "frazione",
    "ayuntamiento de", "municipio de", "concello de", "ajuntament de", "ajuntament d", "municipi de", "camara municipal de",
    "camara municipal da", "camara municipal do", "concelho de",
    "obec", "mesto", "mestys", "statutarni mesto", "statutni mesto", "hlavni mesto", "hlavne mesto", "mestska cast",
    "obcina", "mestna obcina", "opcina", "opstina", "grad", "naselje", "mjesto",
    "gmina", "gmina miejska", "miasto", "miasto i gmina", "m st",
    "kozseg", "varos", "nagykozseg",
    "municipiul", "orasul", "oras", "comuna", "sat", "satul", "com", "mun", "localitatea",
    "obshtina", "opshtina", "gr", "s", "selo", "g", "gorod", "misto",
    "dimos", "dimos tis", "bashkia", "komuna",
    "kommune", "kommun",
];

/// Words after a name.
#[rustfmt::skip]
pub(super) const ENDINGS: &[&str] = &[
    "municipality", "city", "town", "county", "district", "kommune", "kommun", "commune", "gemeente", "gemeinde", "stadt",
    "vald", "linn", "novads", "pilseta", "rajonas", "savivaldybe", "m", "r", "kunta", "kaupunki", "obec", "varos",
    "belediyesi", "centre", "center", "capital", "region", "area",
];

/// Words for a region, before or after its name.
#[rustfmt::skip]
pub(super) const REGIONS: &[&str] = &[
    "county", "co", "region", "district", "province", "provincia", "prov", "provincie", "provinz", "landkreis",
    "novads", "nov", "rajons", "rajonas", "apskritis", "maakond", "megye", "zupanija", "judet", "judetul",
    "oblast", "okres", "kraj", "powiat", "voivodeship",
];

/// Abbreviations in the names of towns, with their long forms.
#[rustfmt::skip]
pub(super) const ABBREVIATIONS: &[(&str, &[&str])] = &[
    ("st", &["saint", "sankt", "sint", "santa"]), ("saint", &["st"]), ("sankt", &["st"]), ("sint", &["st"]),
    ("ste", &["sainte"]), ("sta", &["santa"]), ("sto", &["santo"]),
    ("s", &["san", "santa", "santo", "sant", "sur", "sao", "sankt"]), ("ss", &["santi"]),
    ("sv", &["sveti", "sveta", "svaty", "svata"]),
    ("mt", &["mont", "monte", "mount"]),
    ("gr", &["gross", "grosse"]), ("kl", &["klein", "kleine"]),
    ("a", &["am", "an", "an der"]), ("d", &["der"]), ("i", &["im", "in", "in der"]), ("b", &["bei"]), ("v", &["vor", "velika"]),
    ("n", &["nad", "nova", "novy"]), ("p", &["pod"]), ("o", &["ob"]),
    ("vel", &["velika", "veliko"]), ("m", &["mala", "mali"]),
    ("f", &["falster"]), ("wlkp", &["wielkopolski", "wielkopolska"]),
];

/// Umlauts and similar letters, written with two letters.
pub(super) const DIGRAPHS: &[(&str, &str)] = &[("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a")];

/// Words at the beginning of many names that are not a name themselves.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[&str] = &[
    "saint", "sainte", "sankt", "santa", "santo", "sveti", "sveta", "villa", "monte", "castel", "castelo", "castello",
    "nova", "novi", "nove", "novo", "novy", "stara", "stari", "stary", "staro", "velika", "veliki", "veliko", "velke", "velka", "velky",
    "mala", "male", "mali", "malo", "maly", "gornja", "gornji", "gornje", "donja", "donji", "donje", "dolni", "dolna", "dolno", "dolne",
    "horni", "horna", "horne", "gorna", "gorno", "banska", "neue", "ober", "unter", "gross", "grosse", "klein",
    "north", "south", "east", "west", "upper", "lower", "great", "port", "porto", "puerto", "city", "town", "county",
    "region", "centre", "center", "district", "municipality", "agios", "agia", "nea", "neos", "kato", "ano", "university", "campus",
];
