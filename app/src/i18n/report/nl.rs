//! Dutch.

use backend::import::Fault;

use super::{Pattern, Plural, Refusals, ReportWords};

pub const WORDS: ReportWords = ReportWords {
    title: "Een spreadsheet controleren",
    description: "Upload een spreadsheet met Interreg-projecten en zie wat er beter moet voordat die wordt ingelezen. Er wordt niets bewaard.",
    introduction: [
        "Kies een werkmap of CSV-bestanden met projecten en partners, zoals in het sjabloon of zoals keep.eu ze exporteert. U krijgt een verslag: wat is begrepen en wat moet worden verbeterd.",
        "Het bestand wordt één keer gelezen en niets ervan wordt bewaard. Deze pagina verandert niets in de verkenner.",
    ],
    template: "Vul het sjabloon in:",
    template_link: Pattern("{language} (.xlsx)"),
    files: "Spreadsheet",
    files_hint: Pattern(
        "Een Excel-werkmap (.xlsx), of twee CSV-bestanden samen; hoogstens {megabytes} MB.",
    ),
    check: "Controleren",
    as_csv: "Alle problemen als CSV",
    report: "Verslag",
    good: "Er hoeft niets te worden verbeterd.",
    bad: "Er moet iets worden verbeterd. Wat onder fouten staat, blijft tot dan weg.",
    refused: "Het bestand kon niet worden gelezen.",
    kinds: ["een export van keep.eu", "het sjabloon", "het uitwisselingsformaat (JSON)"],
    read_as: Pattern("{file}: gelezen als {kind}."),
    found_out: Pattern("{file}: letters in {encoding}, waarden gescheiden door {separator}."),
    separators: ["komma’s", "puntkomma’s", "tabs"],
    decimals: [
        "Bedragen zijn gelezen met een punt voor de centen: 1,234.50.",
        "Bedragen zijn gelezen met een komma voor de centen: 1.234,50.",
    ],
    left_alone: Pattern("Bladen die niet zijn gelezen: {sheets}."),
    rows: [
        Plural { one: Pattern("{n} rij met projecten"), other: Pattern("{n} rijen met projecten") },
        Plural { one: Pattern("{n} rij met partners"), other: Pattern("{n} rijen met partners") },
    ],
    projects: Plural { one: Pattern("{n} project"), other: Pattern("{n} projecten") },
    merged: Plural {
        one: Pattern("{n} rij samengevoegd met een andere van hetzelfde project"),
        other: Pattern("{n} rijen samengevoegd met andere van hetzelfde project"),
    },
    skipped: Plural { one: Pattern("{n} rij weggelaten"), other: Pattern("{n} rijen weggelaten") },
    located: Pattern("{located} van {all} partners hebben een plek op de kaart"),
    counts: [
        Plural { one: Pattern("{n} project is nieuw"), other: Pattern("{n} projecten zijn nieuw") },
        Plural {
            one: Pattern("{n} project is veranderd"),
            other: Pattern("{n} projecten zijn veranderd"),
        },
        Plural {
            one: Pattern("{n} project is gelijk gebleven"),
            other: Pattern("{n} projecten zijn gelijk gebleven"),
        },
        Plural {
            one: Pattern("{n} project gaat eruit"),
            other: Pattern("{n} projecten gaan eruit"),
        },
    ],
    outcomes: [
        "Gecontroleerd: er is niets veranderd.",
        "Proef: er is niets veranderd.",
        "Klaar.",
        "Geweigerd, omdat er iets moet worden verbeterd: er is niets veranderd.",
    ],
    severities: ["Fouten", "Waarschuwingen", "Opmerkingen"],
    times: Plural { one: Pattern("één keer"), other: Pattern("{n} keer") },
    place: Pattern("{sheet}, rij {row}"),
    place_column: Pattern("{sheet}, rij {row}, kolom {column}"),
    more: Plural { one: Pattern("en nog {n}"), other: Pattern("en nog {n}") },
    changes: [Pattern("nieuw"), Pattern("veranderd: {fields}"), Pattern("eruit")],
    busy: "Er worden al twee spreadsheets gecontroleerd. Probeer het zo weer.",
    too_large: Pattern(
        "Het bestand is groter dan {megabytes} MB. Verdeel het, of laat bladen weg die niet nodig zijn.",
    ),
    no_file: "Er is geen bestand gekozen. Kies eerst een spreadsheet.",
    csv: ["soort", "ernst", "blad", "rij", "kolom", "waarde", "wat er mis is", "wat goed zou zijn"],
    fault,
    refusals: Refusals {
        unreadable: Pattern("{file} kan niet worden geopend: {cause}."),
        empty: Pattern("{file} is leeg. Kies een spreadsheet met projecten."),
        not_a_spreadsheet: Pattern(
            "{file} is geen spreadsheet. Sla het op als Excel-werkmap (.xlsx) of als CSV.",
        ),
        old_workbook: Pattern(
            "{file} is een oude werkmap of een OpenDocument-werkmap, of heeft een wachtwoord. Sla het op als .xlsx zonder wachtwoord.",
        ),
        one_workbook: Pattern(
            "{file} kan niet samen met andere bestanden worden gelezen. Geef één werkmap, of alleen CSV-bestanden.",
        ),
        damaged: Pattern(
            "{file} is beschadigd. Open het in een spreadsheetprogramma en sla het opnieuw op. ({cause})",
        ),
        too_large: Pattern(
            "Er staat meer in het bestand dan hier kan worden gelezen. Verdeel het, of laat weg wat niet nodig is.",
        ),
        too_slow: Pattern("Het lezen van het bestand duurt te lang. Verdeel het."),
        no_projects: Pattern(
            "Geen blad heeft de koppen van een lijst met projecten. Het blad {sheet} komt het dichtst in de buurt, maar deze koppen ontbreken: {missing}.",
        ),
        no_sheet: Pattern(
            "Geen blad heeft de koppen van een lijst met projecten. Gebruik het sjabloon, of een export van keep.eu.",
        ),
        json: Pattern("{file}, regel {line}, {field}: {message}"),
        home_city: Pattern(
            "De stad {name} is niet bekend. Schrijf die zoals op een kaart, met het land, zoals Utrecht,NL.",
        ),
    },
};

fn fault(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::NameMissing => {
            ("Een project heeft geen naam", "Schrijf een acroniem of een titel; de rij blijft weg.")
        }
        Fault::ProgrammeMissing => (
            "Een project heeft geen programma",
            "Schrijf de naam van het Interreg-programma; de rij blijft weg.",
        ),
        Fault::PeriodUnknown => (
            "De programmaperiode is niet bekend",
            "Schrijf 2000-2006, 2007-2013, 2014-2020 of 2021-2027; de rij blijft weg.",
        ),
        Fault::ProjectUnknown => (
            "Een partner hoort bij geen project",
            "Schrijf het acroniem precies zoals in de lijst van projecten, en het programma als twee projecten het delen; de rij blijft weg.",
        ),
        Fault::OrganisationMissing => (
            "Een partner heeft geen organisatie",
            "Schrijf de naam van de organisatie; de rij blijft weg.",
        ),
        Fault::DateUnreadable => (
            "Dit is geen datum",
            "Schrijf een dag, maand of jaar, zoals 27-10-2015, 10/2015 of 2015.",
        ),
        Fault::EndBeforeStart => (
            "Het project eindigt voordat het begint",
            "Verbeter een van de twee datums; beide blijven weg.",
        ),
        Fault::AmountUnreadable => (
            "Dit is geen bedrag",
            "Schrijf euro in cijfers, zoals 1234567,89; laat leeg wat niet bekend is.",
        ),
        Fault::PercentUnreadable => ("Dit is geen percentage", "Schrijf een getal van 0 tot 100."),
        Fault::CountryUnknown => {
            ("Dit is geen land", "Schrijf de naam of de code, zoals Nederland of NL.")
        }
        Fault::RoleUnknown => (
            "Dit is geen rol",
            "Schrijf penvoerder, partner of geassocieerde partner; partner is aangenomen.",
        ),
        Fault::ThemeUnknown => {
            ("Dit thema staat niet in de lijst", "Kies er een uit de lijst in het sjabloon.")
        }
        Fault::AddressUnreadable => {
            ("Dit is geen webadres", "Schrijf het voluit, zoals https://www.voorbeeld.eu.")
        }
        Fault::CoordinateUnreadable => (
            "Dit is geen breedte- of lengtegraad",
            "Schrijf graden, zoals 53,21917 noord en 6,56667 oost.",
        ),
        Fault::CoordinateFarOff => (
            "De coördinaten liggen ver van de plaats",
            "Breedte en lengte zijn misschien verwisseld; tot dan telt de plaats.",
        ),
        Fault::CityUnknown => {
            ("Dit is geen stad van deze site", "Kies een van de steden van deze site.")
        }
        Fault::SlugUnreadable => (
            "Dit kan niet in een webadres staan",
            "Schrijf kleine letters, cijfers en streepjes, zoals water-warmth; er wordt een naam gemaakt.",
        ),
        Fault::SlugTaken => (
            "Dit webadres hoort bij een ander project",
            "Geef elk project een eigen adres; er wordt een ander gemaakt.",
        ),
        Fault::PersonalColumn => {
            ("Een kolom gaat over personen", "Hij wordt niet gelezen. Laat hem weg.")
        }
        Fault::HeaderUnknown => (
            "Een kolom is niet bekend",
            "Hij wordt niet gelezen. Vergelijk de kop met het sjabloon.",
        ),
        Fault::HeaderTwice => {
            ("Een kolom staat er twee keer", "Alleen de eerste wordt gelezen. Laat de andere weg.")
        }
        Fault::PersonSkipped => (
            "Er staat een persoon in plaats van een organisatie",
            "Personen worden niet opgenomen. Schrijf de organisatie.",
        ),
        Fault::MailRemoved => ("Een tekst bevat een e-mailadres", "Het adres is weggehaald."),
        Fault::ThemeUnmapped => (
            "Een thema van keep.eu is nog niet bekend",
            "Het blijft staan zoals het is, zonder thema uit de korte lijst.",
        ),
        Fault::RowsDiffer => {
            ("Rijen van één project spreken elkaar tegen", "De eerste rij telt. Maak ze gelijk.")
        }
        Fault::LeadMissing => {
            ("Niemand is penvoerder van het project", "Wijs één partner aan als penvoerder.")
        }
        Fault::PlaceAmbiguous => (
            "Verschillende plaatsen heten zo",
            "Schrijf de NUTS-code van de regio of de coördinaten.",
        ),
        Fault::PlaceUnknown => (
            "Deze plaats is niet bekend",
            "Kijk naar de spelling, of schrijf de dichtstbijzijnde grotere plaats of de coördinaten.",
        ),
        Fault::RowsMerged => (
            "Verschillende rijen beschrijven één project",
            "Ze zijn samengevoegd, met alle penvoerders.",
        ),
        Fault::PlaceRegion => (
            "Alleen de regio is bekend",
            "De punt staat midden in de regio. Kijk naar de spelling van de plaats.",
        ),
    }
}
