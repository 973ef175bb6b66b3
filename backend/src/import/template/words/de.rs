//! German.

use super::Words;
use crate::import::{
    field::Field::{self, *},
    mapping::Lists,
};

pub const WORDS: Words = Words {
    projects: "Projekte",
    partners: "Partner",
    explanation: "Erläuterung",
    example: "Beispiel",
    lists: "Listen",
    introduction: &[
        "Schreiben Sie jedes Projekt in eine eigene Zeile des Blattes Projekte und jede beteiligte Organisation in eine eigene Zeile des Blattes Partner.",
        "Spalten mit * sind nötig. Lassen Sie leer, was nicht bekannt ist: Dann steht dort, dass es nicht veröffentlicht ist. Schreiben Sie nur dann 0, wenn der Betrag null ist.",
        "Spalten dürfen verschoben oder weggelassen werden. Schreiben Sie nirgends Namen, E-Mail-Adressen oder Telefonnummern von Personen.",
    ],
    heads: ["Blatt", "Spalte", "Nötig", "Was Sie eintragen"],
    needed: "ja",
    roles: ["Federführend", "Partner", "Assoziierter Partner"],
    not_in_list: "Wählen Sie aus der Liste.",
    explain,
};

fn explain(lists: Lists, field: Field) -> &'static str {
    match (lists, field) {
        (Lists::Partners, Acronym) => "Das Akronym des Projekts, genau wie im Blatt Projekte.",
        (Lists::Partners, Programme) => "Nur wenn zwei Projekte dasselbe Akronym haben.",
        (Lists::Partners, Slug) => "Nur wenn zwei Projekte eines Programms dasselbe Akronym haben.",
        (Lists::Partners, Budget) => "Was der Teil dieser Organisation kostet, in Euro.",
        (Lists::Partners, EuFunding) => "Was diese Organisation von der EU erhält, in Euro.",
        (_, Acronym) => "Der kurze Name, unter dem das Projekt bekannt ist, etwa BLING.",
        (_, Programme) => "Der Name des Interreg-Programms, etwa Interreg North Sea.",
        (_, Period) => "Die Förderperiode. Wählen Sie aus der Liste.",
        (_, City) => {
            "Die Stadt, die das Projekt vorstellt. Wählen Sie aus der Liste; mehrere mit Komma dazwischen."
        }
        (_, CityTitle) => "Wie Ihre Stadt das Projekt nennt, wenn nicht mit dem Akronym.",
        (_, Title(_)) => "Der offizielle Titel in dieser Sprache.",
        (_, Description(_)) => "Worum es im Projekt geht, in wenigen Sätzen.",
        (_, Results(_)) => "Was das Projekt gebracht hat oder was davon erwartet wird.",
        (_, Theme) => "Worum es im Projekt geht. Wählen Sie aus der Liste.",
        (_, Start) => "Der erste Tag, Monat oder das erste Jahr: 27.10.2015, 10/2015 oder 2015.",
        (_, End) => "Der letzte Tag, Monat oder das letzte Jahr: 30.09.2019, 09/2019 oder 2019.",
        (_, Budget) => "Was das ganze Projekt kostet, in Euro.",
        (_, EuFunding) => "Was die EU davon zahlt, in Euro.",
        (_, EuPercent) => "Der Anteil, den die EU zahlt, wenn nur er bekannt ist.",
        (_, Website) => "Die eigene Seite des Projekts.",
        (_, KeepUrl) => "Die Seite des Projekts in der Datenbank keep.eu.",
        (_, Slug) => {
            "Nur um eine bestehende Adresse zu behalten: kleine Buchstaben, Ziffern und Bindestriche."
        }
        (_, Organisation) => "Der Name der Organisation. Nie eine Person.",
        (_, Role) => "Wählen Sie aus der Liste.",
        (_, Town) => "Der Ort, in dem die Organisation sitzt; dort steht sie auf der Karte.",
        (_, Postcode) => "Die Postleitzahl des Ortes.",
        (_, Country) => "Das Land. Wählen Sie aus der Liste.",
        (_, Nuts) => "Der Code der Region, wenn zwei Orte gleich heißen: NL112.",
        (_, Latitude) => "Nur für eine genauere Stelle als den Ort: Grad Nord, etwa 53,21917.",
        (_, Longitude) => "Grad Ost, etwa 6,56667.",
        _ => "",
    }
}
