//! Dutch.

use super::Words;
use crate::import::{
    field::Field::{self, *},
    mapping::Lists,
};

pub const WORDS: Words = Words {
    projects: "Projecten",
    partners: "Partners",
    explanation: "Uitleg",
    example: "Voorbeeld",
    lists: "Lijsten",
    introduction: &[
        "Zet elk project op een eigen rij in het blad Projecten, en elke organisatie die meedoet op een eigen rij in het blad Partners.",
        "Kolommen met een * zijn nodig. Laat leeg wat niet bekend is: de verkenner zegt dan dat het niet is gepubliceerd. Schrijf alleen 0 als het bedrag echt nul is.",
        "Kolommen mogen worden verplaatst of weggelaten. Zet nergens namen, e-mailadressen of telefoonnummers van personen.",
    ],
    heads: ["Blad", "Kolom", "Nodig", "Wat u invult"],
    needed: "ja",
    roles: ["Penvoerder", "Partner", "Geassocieerde partner"],
    not_in_list: "Kies uit de lijst.",
    explain,
};

fn explain(lists: Lists, field: Field) -> &'static str {
    match (lists, field) {
        (Lists::Partners, Acronym) => {
            "Het acroniem van het project, precies zoals in het blad Projecten."
        }
        (Lists::Partners, Programme) => "Alleen als twee projecten hetzelfde acroniem hebben.",
        (Lists::Partners, Slug) => {
            "Alleen als twee projecten van één programma hetzelfde acroniem hebben."
        }
        (Lists::Partners, Budget) => "Wat het deel van deze organisatie kost, in euro.",
        (Lists::Partners, EuFunding) => "Wat deze organisatie van de EU ontvangt, in euro.",
        (_, Acronym) => "De korte naam waaronder het project bekend is, zoals BLING.",
        (_, Programme) => "De naam van het Interreg-programma, zoals Interreg North Sea.",
        (_, Period) => "De programmaperiode. Kies uit de lijst.",
        (_, City) => {
            "De stad die het project presenteert. Kies uit de lijst; meer steden met een komma ertussen."
        }
        (_, CityTitle) => "Hoe uw gemeente het project noemt, als dat niet het acroniem is.",
        (_, Title(_)) => "De officiële titel in deze taal.",
        (_, Description(_)) => "Waar het project over gaat, in een paar zinnen.",
        (_, Results(_)) => "Wat het project heeft opgeleverd, of wat ervan wordt verwacht.",
        (_, Theme) => "Waar het project over gaat. Kies uit de lijst.",
        (_, Start) => "De eerste dag, maand of het eerste jaar: 27-10-2015, 10/2015 of 2015.",
        (_, End) => "De laatste dag, maand of het laatste jaar: 30-09-2019, 09/2019 of 2019.",
        (_, Budget) => "Wat het hele project kost, in euro.",
        (_, EuFunding) => "Wat de EU daarvan betaalt, in euro.",
        (_, EuPercent) => "Het deel dat de EU betaalt, als alleen dat bekend is.",
        (_, Website) => "De eigen site van het project.",
        (_, KeepUrl) => "De pagina van het project in de databank keep.eu.",
        (_, Slug) => {
            "Alleen om een bestaand webadres te houden: kleine letters, cijfers en streepjes."
        }
        (_, Organisation) => "De naam van de organisatie. Nooit een persoon.",
        (_, Role) => "Kies uit de lijst.",
        (_, Town) => "De plaats waar de organisatie zit; daar komt de punt op de kaart.",
        (_, Postcode) => "De postcode van de plaats.",
        (_, Country) => "Het land. Kies uit de lijst.",
        (_, Nuts) => "De code van de regio, als twee plaatsen gelijk heten: NL112.",
        (_, Latitude) => "Alleen voor een precieze plek: graden noorderbreedte, zoals 53,21917.",
        (_, Longitude) => "Graden oosterlengte, zoals 6,56667.",
        _ => "",
    }
}
