//! Cities that GeoNames calls by an English name, and what they call themselves.
//!
//! Names in Greek or Cyrillic script stay in Latin letters, for the sake of those
//! who read this map. GeoNames' alternate names come without their languages in the source used
//! here, so the large cities that have an English name are listed by hand.

/// The local name of a town; its own where it is not listed.
pub(super) fn local<'a>(country: &str, name: &'a str) -> &'a str {
    NAMES
        .iter()
        .find(|(of, english, _)| *of == country && *english == name)
        .map_or(name, |&(_, _, local)| local)
}

#[rustfmt::skip]
const NAMES: &[(&str, &str, &str)] = &[
    ("NL", "The Hague", "Den Haag"), ("NL", "s-Hertogenbosch", "Den Bosch"),
    ("NL", "'s-Hertogenbosch", "Den Bosch"), ("NL", "Almere Stad", "Almere"), ("NL", "Flushing", "Vlissingen"),
    ("BE", "Brussels", "Bruxelles"), ("BE", "Antwerp", "Antwerpen"), ("BE", "Ghent", "Gent"),
    ("BE", "Bruges", "Brugge"), ("BE", "Ostend", "Oostende"), ("BE", "Louvain", "Leuven"),
    ("DE", "Munich", "München"), ("DE", "Cologne", "Köln"), ("DE", "Nuremberg", "Nürnberg"),
    ("DE", "Hanover", "Hannover"), ("DE", "Frankfurt am Main", "Frankfurt"),
    ("DE", "Universitäts- und Hansestadt Greifswald", "Greifswald"),
    ("AT", "Vienna", "Wien"), ("CH", "Geneva", "Genève"), ("CH", "Zurich", "Zürich"),
    ("CH", "Lucerne", "Luzern"), ("CH", "Berne", "Bern"), ("DK", "Copenhagen", "København"),
    ("DK", "Århus", "Aarhus"), ("SE", "Gothenburg", "Göteborg"),
    ("IS", "Reykjavik", "Reykjavík"),
    ("PL", "Warsaw", "Warszawa"), ("PL", "Krakow", "Kraków"), ("PL", "Lodz", "Łódź"),
    ("PL", "Wroclaw", "Wrocław"), ("PL", "Poznan", "Poznań"), ("PL", "Gdansk", "Gdańsk"),
    ("CZ", "Prague", "Praha"), ("CZ", "Pilsen", "Plzeň"), ("CZ", "Plzen", "Plzeň"),
    ("IT", "Rome", "Roma"), ("IT", "Milan", "Milano"), ("IT", "Naples", "Napoli"),
    ("IT", "Turin", "Torino"), ("IT", "Florence", "Firenze"), ("IT", "Genoa", "Genova"),
    ("IT", "Venice", "Venezia"), ("IT", "Padua", "Padova"), ("IT", "Syracuse", "Siracusa"),
    ("ES", "Seville", "Sevilla"), ("ES", "Malaga", "Málaga"),
    ("ES", "Cordoba", "Córdoba"), ("PT", "Lisbon", "Lisboa"),
    ("GR", "Athens", "Athína"), ("GR", "Piraeus", "Pireás"), ("RO", "Bucharest", "București"),
    ("RS", "Belgrade", "Beograd"), ("RU", "Moscow", "Moskva"),
    ("RU", "Saint Petersburg", "Sankt-Peterburg"), ("RU", "Rostov-on-Don", "Rostov-na-Donu"),
    ("MD", "Chisinau", "Chișinău"), ("MD", "Chişinău", "Chișinău"), ("AL", "Tirana", "Tiranë"),
    ("XK", "Pristina", "Prishtinë"), ("TR", "Istanbul", "İstanbul"), ("TR", "Izmir", "İzmir"),
    ("LV", "Riga", "Rīga"), ("CY", "Nicosia", "Lefkosía"),
];
