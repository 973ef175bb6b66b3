//! West Frisian.

use super::Words;
use crate::import::{
    field::Field::{self, *},
    mapping::Lists,
};

pub const WORDS: Words = Words {
    projects: "Projekten",
    partners: "Partners",
    explanation: "Utlis",
    example: "Foarbyld",
    lists: "Listen",
    introduction: &[
        "Set elk projekt op in eigen rige yn it blêd Projekten, en elke organisaasje dy’t meidocht op in eigen rige yn it blêd Partners.",
        "Kolommen mei in * binne nedich. Lit leech wat net bekend is: dan stiet dêr dat it net publisearre is. Skriuw allinne 0 as it bedrach echt nul is.",
        "Kolommen meie ferpleatst of weilitten wurde. Set nearne nammen, e-mailadressen of telefoannûmers fan persoanen.",
    ],
    heads: ["Blêd", "Kolom", "Nedich", "Wat jo ynfolje"],
    needed: "ja",
    roles: ["Lieder", "Partner", "Assosjearre partner"],
    not_in_list: "Kies út de list.",
    explain,
};

fn explain(lists: Lists, field: Field) -> &'static str {
    match (lists, field) {
        (Lists::Partners, Acronym) => {
            "It akronym fan it projekt, krekt sa as yn it blêd Projekten."
        }
        (Lists::Partners, Programme) => "Allinne as twa projekten itselde akronym hawwe.",
        (Lists::Partners, Slug) => {
            "Allinne as twa projekten fan ien programma itselde akronym hawwe."
        }
        (Lists::Partners, Budget) => "Wat it part fan dizze organisaasje kostet, yn euro.",
        (Lists::Partners, EuFunding) => "Wat dizze organisaasje fan de EU kriget, yn euro.",
        (_, Acronym) => "De koarte namme dêr’t it projekt ûnder bekend is, lykas BLING.",
        (_, Programme) => "De namme fan it Interreg-programma, lykas Interreg North Sea.",
        (_, Period) => "De programmaperioade. Kies út de list.",
        (_, City) => {
            "De stêd dy’t it projekt presintearret. Kies út de list; mear stêden mei in komma dertusken."
        }
        (_, CityTitle) => "Hoe’t jo gemeente it projekt neamt, as dat net it akronym is.",
        (_, Title(_)) => "De offisjele titel yn dizze taal.",
        (_, Description(_)) => "Wêr’t it projekt oer giet, yn in pear sinnen.",
        (_, Results(_)) => "Wat it projekt opsmiten hat, of wat derfan ferwachte wurdt.",
        (_, Theme) => "Wêr’t it projekt oer giet. Kies út de list.",
        (_, Start) => "De earste dei, moanne of it earste jier: 27-10-2015, 10/2015 of 2015.",
        (_, End) => "De lêste dei, moanne of it lêste jier: 30-09-2019, 09/2019 of 2019.",
        (_, Budget) => "Wat it hiele projekt kostet, yn euro.",
        (_, EuFunding) => "Wat de EU dêrfan betellet, yn euro.",
        (_, EuPercent) => "It oandiel dat de EU betellet, as allinne dat bekend is.",
        (_, Website) => "De eigen side fan it projekt.",
        (_, KeepUrl) => "De side fan it projekt yn de databank keep.eu.",
        (_, Slug) => {
            "Allinne om in besteand webadres te hâlden: lytse letters, sifers en streekjes."
        }
        (_, Organisation) => "De namme fan de organisaasje. Nea in persoan.",
        (_, Role) => "Kies út de list.",
        (_, Town) => "It plak dêr’t de organisaasje sit; dêr komt de punt op de kaart.",
        (_, Postcode) => "De postkoade fan it plak.",
        (_, Country) => "It lân. Kies út de list.",
        (_, Nuts) => "De koade fan de regio, as twa plakken gelyk hjitte: NL112.",
        (_, Latitude) => "Allinne foar in krekter plak: graden noarderbreedte, lykas 53,21917.",
        (_, Longitude) => "Graden easterlingte, lykas 6,56667.",
        _ => "",
    }
}
