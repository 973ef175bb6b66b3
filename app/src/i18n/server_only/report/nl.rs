//! Dutch.

use backend::import::ProblemKind;

use super::{Pattern, Plural, Rejections, ReportWords};

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
    nothing: "Er is geen project gevonden, dus er zou niets worden opgenomen.",
    rejected: "Het bestand kon niet worden gelezen.",
    kinds: ["een export van keep.eu", "het sjabloon", "het uitwisselingsformaat (JSON)"],
    read_as: Pattern("{file}: gelezen als {kind}."),
    found_out: Pattern("{file}: letters in {encoding}, waarden gescheiden door {separator}."),
    separators: ["komma’s", "puntkomma’s", "tabs"],
    decimals: [
        "Bedragen zijn gelezen met een punt voor de centen: 1,234.50.",
        "Bedragen zijn gelezen met een komma voor de centen: 1.234,50.",
    ],
    month_first: "Datums zijn gelezen met de maand voor de dag: 12/31/2025.",
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
        "Gestopt, omdat er te veel zou verdwijnen: er is niets veranderd.",
    ],
    shrink: Pattern(
        "Hiermee verdwijnen {projects} van {all_projects} projecten, en {participations} van {all_participations} deelnames. Kijk of het bestand volledig is; als dit de bedoeling is, voeg dan --allow-shrink toe.",
    ),
    losers: Pattern("Het meeste verdwijnt bij: {losers}."),
    undo: Pattern("Dit is wijziging {change}. Ongedaan maken: {command}"),
    severities: ["Fouten", "Waarschuwingen", "Opmerkingen"],
    times: Plural { one: Pattern("één keer"), other: Pattern("{n} keer") },
    place: Pattern("{sheet}, rij {row}"),
    place_column: Pattern("{sheet}, rij {row}, kolom {column}"),
    more: Plural { one: Pattern("en nog {n}"), other: Pattern("en nog {n}") },
    kept: Pattern("De lijst heeft de eerste {n} ervan."),
    meant: Pattern("Misschien is {value} bedoeld."),
    changes: [Pattern("nieuw"), Pattern("veranderd: {fields}"), Pattern("eruit")],
    busy: "Er worden al te veel spreadsheets gecontroleerd. Probeer het zo weer.",
    too_large: Pattern(
        "Het bestand is groter dan {megabytes} MB. Verdeel het, of laat bladen weg die niet nodig zijn.",
    ),
    no_file: "Er is geen bestand gekozen. Kies eerst een spreadsheet.",
    csv: ["soort", "ernst", "blad", "rij", "kolom", "waarde", "wat er mis is", "wat goed zou zijn"],
    kind,
    rejections: Rejections {
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
        open_quote: Pattern(
            "{file}, rij {row}: hier begint een aanhalingsteken dat nergens of pas na andere rijen wordt gesloten. Sluit het, schrijf het dubbel, of bewaar het bestand opnieuw als CSV vanuit een spreadsheetprogramma; er is niets gelezen.",
        ),
        long_row: Pattern(
            "{file}, rij {row}: de rij heeft {values} waarden en er zijn {headers} koppen. Zet waarden met een scheidingsteken of een regeleinde tussen aanhalingstekens; er is niets gelezen.",
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
        partners_alone: Pattern(
            "Het blad {sheet} is een lijst met partners, zonder de projecten waar zij bij horen. Geef ook de lijst met projecten: beide CSV-bestanden samen, of een werkmap met beide bladen.",
        ),
        json: Pattern("{file}, regel {line}, {field}: {message}"),
        home_city: Pattern(
            "De stad {name} is niet bekend. Schrijf die zoals op een kaart, met het land, zoals Utrecht,NL.",
        ),
    },
};

fn kind(kind: ProblemKind) -> (&'static str, &'static str) {
    match kind {
        ProblemKind::NameMissing => {
            ("Een project heeft geen naam", "Schrijf een acroniem of een titel; de rij blijft weg.")
        }
        ProblemKind::ProgrammeMissing => (
            "Een project heeft geen programma",
            "Schrijf de naam van het Interreg-programma; de rij blijft weg.",
        ),
        ProblemKind::PeriodUnknown => (
            "De programmaperiode is niet bekend",
            "Schrijf 2000-2006, 2007-2013, 2014-2020 of 2021-2027; de rij blijft weg.",
        ),
        ProblemKind::ProjectUnknown => (
            "Een partner hoort bij geen project",
            "Schrijf het acroniem precies zoals in de lijst van projecten, en het programma als twee projecten het delen; de rij blijft weg.",
        ),
        ProblemKind::OrganisationMissing => (
            "Een partner heeft geen organisatie",
            "Schrijf de naam van de organisatie; de rij blijft weg.",
        ),
        ProblemKind::DateUnreadable => (
            "Dit is geen datum",
            "Schrijf een dag, maand of jaar, zoals 27-10-2015, 10/2015 of 2015.",
        ),
        ProblemKind::EndBeforeStart => (
            "Het project eindigt voordat het begint",
            "Verbeter een van de twee datums; beide blijven weg.",
        ),
        ProblemKind::AmountUnreadable => (
            "Dit is geen bedrag",
            "Schrijf euro in cijfers, zoals 1234567,89; laat leeg wat niet bekend is.",
        ),
        ProblemKind::PercentUnreadable => {
            ("Dit is geen percentage", "Schrijf een getal van 0 tot 100.")
        }
        ProblemKind::CountryUnknown => {
            ("Dit is geen land", "Schrijf de naam of de code, zoals Nederland of NL.")
        }
        ProblemKind::RoleUnknown => (
            "Dit is geen rol",
            "Schrijf penvoerder, partner of geassocieerde partner; partner is aangenomen.",
        ),
        ProblemKind::ThemeUnknown => {
            ("Dit thema staat niet in de lijst", "Kies er een uit de lijst in het sjabloon.")
        }
        ProblemKind::AddressUnreadable => (
            "Dit is geen webadres",
            "Schrijf het voluit, zoals https://www.voorbeeld.eu, zonder spaties, aanhalingstekens of een naam voor een @.",
        ),
        ProblemKind::CoordinateUnreadable => (
            "Dit is geen breedte- of lengtegraad",
            "Schrijf graden, zoals 53,21917 noord en 6,56667 oost.",
        ),
        ProblemKind::CoordinateFarOff => (
            "De coördinaten liggen ver van de plaats",
            "Breedte en lengte zijn misschien verwisseld; tot dan telt de plaats.",
        ),
        ProblemKind::CityUnknown => {
            ("Dit is geen stad van deze site", "Kies een van de steden van deze site.")
        }
        ProblemKind::SlugUnreadable => (
            "Dit kan niet in een webadres staan",
            "Schrijf kleine letters, cijfers en streepjes, zoals water-warmth; er wordt een naam gemaakt.",
        ),
        ProblemKind::SlugTaken => (
            "Dit webadres hoort bij een ander project",
            "Geef elk project een eigen adres; er wordt een ander gemaakt.",
        ),
        ProblemKind::PersonalColumn => {
            ("Een kolom gaat over personen", "Hij wordt niet gelezen. Laat hem weg.")
        }
        ProblemKind::HeaderUnknown => (
            "Een kolom is niet bekend",
            "Hij wordt niet gelezen. Vergelijk de kop met het sjabloon.",
        ),
        ProblemKind::HeaderTwice => {
            ("Een kolom staat er twee keer", "Alleen de eerste wordt gelezen. Laat de andere weg.")
        }
        ProblemKind::PersonSkipped => (
            "Er staat een persoon in plaats van een organisatie",
            "Personen worden niet opgenomen. Schrijf de organisatie.",
        ),
        ProblemKind::MailRemoved => ("Een tekst bevat een e-mailadres", "Het adres is weggehaald."),
        ProblemKind::ThemeUnmapped => (
            "Een thema van keep.eu is nog niet bekend",
            "Het blijft staan zoals het is, zonder thema uit de korte lijst.",
        ),
        ProblemKind::RowsDiffer => {
            ("Rijen van één project spreken elkaar tegen", "De eerste rij telt. Maak ze gelijk.")
        }
        ProblemKind::LeadMissing => {
            ("Niemand is penvoerder van het project", "Wijs één partner aan als penvoerder.")
        }
        ProblemKind::PlaceAmbiguous => (
            "Verschillende plaatsen heten zo",
            "Schrijf de NUTS-code van de regio of de coördinaten.",
        ),
        ProblemKind::PlaceUnknown => (
            "Deze plaats is niet bekend",
            "Kijk naar de spelling, of schrijf de dichtstbijzijnde grotere plaats of de coördinaten.",
        ),
        ProblemKind::CellError => (
            "Een cel toont een fout in plaats van een waarde",
            "Herstel de formule of schrijf de waarde; tot dan wordt zij weggelaten.",
        ),
        ProblemKind::FormulaUnsaved => (
            "Een formule heeft geen opgeslagen waarde",
            "Open het bestand in een spreadsheetprogramma en bewaar het opnieuw, of schrijf de waarde; tot dan wordt zij weggelaten.",
        ),
        ProblemKind::TextCut => (
            "Een tekst is langer dan een cel kan zijn",
            "Alleen de eerste 32.767 tekens zijn gelezen. Kort de tekst in.",
        ),
        ProblemKind::DateOrderUnsure => (
            "Dag en maand kunnen in deze kolom verwisseld zijn",
            "De datums zijn gelezen zoals tussen haken staat. Schrijf ze als 2015-10-27 als dat niet klopt.",
        ),
        ProblemKind::ShareUnsure => (
            "Een aandeel kan anders bedoeld zijn",
            "Het is gelezen zoals tussen haken staat. Schrijf het in procenten met het teken, zoals 60 % of 50,38 %.",
        ),
        ProblemKind::PeriodUnreadable => (
            "Dit is geen programmaperiode",
            "Schrijf 2014-2020 of 2021-2027; die in de naam van het programma telt.",
        ),
        ProblemKind::NutsUnreadable => (
            "Dit is geen NUTS-code",
            "Schrijf de code van de regio, zoals NL112; tot dan wordt zij weggelaten.",
        ),
        ProblemKind::RowShort => (
            "Een rij heeft minder waarden dan er koppen zijn",
            "Kijk of er een regeleinde of een scheidingsteken te veel of te weinig in staat.",
        ),
        ProblemKind::LettersUnsure => (
            "Hoe de letters van dit bestand zijn geschreven, is geraden",
            "Kijk of de accenten kloppen. Bewaar het bestand anders als CSV UTF-8.",
        ),
        ProblemKind::LettersBroken => (
            "Sommige letters van dit bestand zijn beschadigd",
            "Het teken � staat op hun plaats. Herstel ze en bewaar het bestand als CSV UTF-8.",
        ),
        ProblemKind::RowsMerged => (
            "Verschillende rijen beschrijven één project",
            "Ze zijn samengevoegd, met alle penvoerders.",
        ),
        ProblemKind::PlaceRegion => (
            "Alleen de regio is bekend",
            "De punt staat midden in de regio. Kijk naar de spelling van de plaats.",
        ),
        ProblemKind::NothingRead => (
            "Er is geen project gevonden in de lijst met projecten",
            "Vul het blad met projecten in, elk op een eigen rij; andere bladen worden er niet voor gelezen.",
        ),
        ProblemKind::SheetNotRead => (
            "Een blad met bekende koppen is niet gelezen",
            "Er worden één lijst met projecten en één met partners gelezen. Zet de rijen daar, of splits het bestand.",
        ),
        ProblemKind::SheetHidden => (
            "Een verborgen blad is gelezen",
            "Geen zichtbaar blad heeft zo’n lijst. Maak het blad zichtbaar, of zet de lijst in een blad dat te zien is.",
        ),
        ProblemKind::ExampleChanged => (
            "Het blad met voorbeelden is veranderd, en wordt niet gelezen",
            "Zet uw rijen in de bladen met projecten en partners.",
        ),
        ProblemKind::NameAlone => (
            "Een rij is alleen op naam voor een bestaand project gehouden",
            "Kijk of het project dat hier staat bedoeld is; schrijf het acroniem precies zoals daar, of de naam in het webadres.",
        ),
        ProblemKind::FundingLow => (
            "De EU-bijdrage is minder dan 5 % van het totale budget",
            "Kijk naar beide bedragen: staat er een teken te veel of te weinig in? Ze worden overgenomen, en pagina’s noemen twijfelachtig wat niet klopt.",
        ),
        ProblemKind::FundingAboveBudget => (
            "De EU-bijdrage is meer dan het budget waarvan ze een deel is",
            "Kijk naar beide bedragen. Ze worden overgenomen, en pagina’s noemen twijfelachtig wat niet klopt.",
        ),
        ProblemKind::PartnerAboveProject => (
            "Een bedrag van één partner is meer dan dat van het hele project",
            "Kijk naar beide bedragen. Ze worden overgenomen, en pagina’s noemen twijfelachtig wat niet klopt.",
        ),
        ProblemKind::PartnersAboveProject => (
            "De bedragen van de partners samen zijn meer dan dat van het project",
            "Kijk welk bedrag verkeerd is, of in het totaal ontbreekt. Ze worden overgenomen, en pagina’s noemen twijfelachtig wat niet klopt.",
        ),
        ProblemKind::ProgrammeMisspelt => (
            "Een programma lijkt sterk op een bekend programma",
            "Kijk naar de spelling; zoals het er staat, is het een eigen programma.",
        ),
        ProblemKind::RoleMissing => (
            "Een partner heeft geen rol",
            "Schrijf penvoerder, partner of geassocieerde partner; er wordt van partner uitgegaan.",
        ),
        ProblemKind::AddressCompleted => (
            "Een webadres heeft geen begin",
            "Het is gelezen zoals tussen haakjes staat. Schrijf het voluit als dat niet klopt.",
        ),
    }
}
