//! West Frisian.

use backend::import::Fault;

use super::{Pattern, Plural, Refusals, ReportWords};

pub const WORDS: ReportWords = ReportWords {
    title: "In spreadsheet neisjen",
    description: "Upload in spreadsheet mei Interreg-projekten en sjoch wat better moat foardat dy ynlêzen wurdt. Der wurdt neat bewarre.",
    introduction: [
        "Kies in wurkmap of CSV-bestannen mei projekten en partners, lykas yn it sjabloan of lykas keep.eu se eksportearret. Jo krije in ferslach: wat is begrepen en wat moat ferbettere wurde.",
        "It bestân wurdt ien kear lêzen en neat derfan wurdt bewarre. Dizze side feroaret neat yn de ferkenner.",
    ],
    template: "Folje it sjabloan yn:",
    template_link: Pattern("{language} (.xlsx)"),
    files: "Spreadsheet",
    files_hint: Pattern(
        "In Excel-wurkmap (.xlsx), of twa CSV-bestannen tegearre; op syn heechst {megabytes} MB.",
    ),
    check: "Neisjen",
    as_csv: "Alle problemen as CSV",
    report: "Ferslach",
    good: "Der hoecht neat ferbettere te wurden.",
    bad: "Der moat wat ferbettere wurde. Wat ûnder flaters stiet, bliuwt oant dan wei.",
    refused: "It bestân koe net lêzen wurde.",
    kinds: ["in eksport fan keep.eu", "it sjabloan", "it útwikselformaat (JSON)"],
    read_as: Pattern("{file}: lêzen as {kind}."),
    found_out: Pattern("{file}: letters yn {encoding}, wearden skaat troch {separator}."),
    separators: ["komma’s", "puntkomma’s", "tabs"],
    decimals: [
        "Bedraggen binne lêzen mei in punt foar de sinten: 1,234.50.",
        "Bedraggen binne lêzen mei in komma foar de sinten: 1.234,50.",
    ],
    left_alone: Pattern("Blêden dy’t net lêzen binne: {sheets}."),
    rows: [
        Plural {
            one: Pattern("{n} rige mei projekten"),
            other: Pattern("{n} rigen mei projekten"),
        },
        Plural { one: Pattern("{n} rige mei partners"), other: Pattern("{n} rigen mei partners") },
    ],
    projects: Plural { one: Pattern("{n} projekt"), other: Pattern("{n} projekten") },
    merged: Plural {
        one: Pattern("{n} rige gearfoege mei in oare fan itselde projekt"),
        other: Pattern("{n} rigen gearfoege mei oare fan itselde projekt"),
    },
    skipped: Plural { one: Pattern("{n} rige weilitten"), other: Pattern("{n} rigen weilitten") },
    located: Pattern("{located} fan {all} partners hawwe in plak op de kaart"),
    counts: [
        Plural { one: Pattern("{n} projekt is nij"), other: Pattern("{n} projekten binne nij") },
        Plural {
            one: Pattern("{n} projekt is feroare"),
            other: Pattern("{n} projekten binne feroare"),
        },
        Plural {
            one: Pattern("{n} projekt is gelyk bleaun"),
            other: Pattern("{n} projekten binne gelyk bleaun"),
        },
        Plural {
            one: Pattern("{n} projekt giet derút"),
            other: Pattern("{n} projekten geane derút"),
        },
    ],
    outcomes: [
        "Neisjoen: der is neat feroare.",
        "Proef: der is neat feroare.",
        "Klear.",
        "Wegere, om’t der wat ferbettere wurde moat: der is neat feroare.",
    ],
    severities: ["Flaters", "Warskôgings", "Opmerkings"],
    times: Plural { one: Pattern("ien kear"), other: Pattern("{n} kear") },
    place: Pattern("{sheet}, rige {row}"),
    place_column: Pattern("{sheet}, rige {row}, kolom {column}"),
    more: Plural { one: Pattern("en noch {n}"), other: Pattern("en noch {n}") },
    changes: [Pattern("nij"), Pattern("feroare: {fields}"), Pattern("derút")],
    busy: "Der wurde al twa spreadsheets neisjoen. Besykje it daliks wer.",
    too_large: Pattern(
        "It bestân is grutter as {megabytes} MB. Ferdiel it, of lit blêden wei dy’t net nedich binne.",
    ),
    no_file: "Der is gjin bestân keazen. Kies earst in spreadsheet.",
    csv: [
        "soarte",
        "earnst",
        "blêd",
        "rige",
        "kolom",
        "wearde",
        "wat der mis is",
        "wat goed wêze soe",
    ],
    fault,
    refusals: Refusals {
        unreadable: Pattern("{file} kin net iepene wurde: {cause}."),
        empty: Pattern("{file} is leech. Kies in spreadsheet mei projekten."),
        not_a_spreadsheet: Pattern(
            "{file} is gjin spreadsheet. Bewarje it as Excel-wurkmap (.xlsx) of as CSV.",
        ),
        old_workbook: Pattern(
            "{file} is in âlde wurkmap of in OpenDocument-wurkmap, of hat in wachtwurd. Bewarje it as .xlsx sûnder wachtwurd.",
        ),
        one_workbook: Pattern(
            "{file} kin net tegearre mei oare bestannen lêzen wurde. Jou ien wurkmap, of allinne CSV-bestannen.",
        ),
        damaged: Pattern(
            "{file} is skansearre. Iepenje it yn in spreadsheetprogramma en bewarje it op ’e nij. ({cause})",
        ),
        too_large: Pattern(
            "Der stiet mear yn it bestân as hjir lêzen wurde kin. Ferdiel it, of lit wei wat net nedich is.",
        ),
        too_slow: Pattern("It lêzen fan it bestân duorret te lang. Ferdiel it."),
        no_projects: Pattern(
            "Gjin blêd hat de koppen fan in list mei projekten. It blêd {sheet} komt it tichtst yn de buert, mar dizze koppen ûntbrekke: {missing}.",
        ),
        no_sheet: Pattern(
            "Gjin blêd hat de koppen fan in list mei projekten. Brûk it sjabloan, of in eksport fan keep.eu.",
        ),
        json: Pattern("{file}, rigel {line}, {field}: {message}"),
        home_city: Pattern(
            "De stêd {name} is net bekend. Skriuw dy lykas op in kaart, mei it lân, lykas Utrecht,NL.",
        ),
    },
};

fn fault(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::NameMissing => {
            ("In projekt hat gjin namme", "Skriuw in akronym of in titel; de rige bliuwt wei.")
        }
        Fault::ProgrammeMissing => (
            "In projekt hat gjin programma",
            "Skriuw de namme fan it Interreg-programma; de rige bliuwt wei.",
        ),
        Fault::PeriodUnknown => (
            "De programmaperioade is net bekend",
            "Skriuw 2000-2006, 2007-2013, 2014-2020 of 2021-2027; de rige bliuwt wei.",
        ),
        Fault::ProjectUnknown => (
            "In partner heart by gjin projekt",
            "Skriuw it akronym krekt sa as yn de list fan projekten, en it programma as twa projekten it diele; de rige bliuwt wei.",
        ),
        Fault::OrganisationMissing => (
            "In partner hat gjin organisaasje",
            "Skriuw de namme fan de organisaasje; de rige bliuwt wei.",
        ),
        Fault::DateUnreadable => (
            "Dit is gjin datum",
            "Skriuw in dei, moanne of jier, lykas 27-10-2015, 10/2015 of 2015.",
        ),
        Fault::EndBeforeStart => (
            "It projekt einiget foardat it begjint",
            "Ferbetterje ien fan de twa datums; beide bliuwe wei.",
        ),
        Fault::AmountUnreadable => (
            "Dit is gjin bedrach",
            "Skriuw euro yn sifers, lykas 1234567,89; lit leech wat net bekend is.",
        ),
        Fault::PercentUnreadable => ("Dit is gjin persintaazje", "Skriuw in getal fan 0 oant 100."),
        Fault::CountryUnknown => {
            ("Dit is gjin lân", "Skriuw de namme of de koade, lykas Nederlân of NL.")
        }
        Fault::RoleUnknown => (
            "Dit is gjin rol",
            "Skriuw lieder, partner of assosjearre partner; partner is oannommen.",
        ),
        Fault::ThemeUnknown => {
            ("Dit tema stiet net yn de list", "Kies der ien út de list yn it sjabloan.")
        }
        Fault::AddressUnreadable => {
            ("Dit is gjin webadres", "Skriuw it foluit, lykas https://www.foarbyld.eu.")
        }
        Fault::CoordinateUnreadable => (
            "Dit is gjin breedte- of lingtegraad",
            "Skriuw graden, lykas 53,21917 noard en 6,56667 east.",
        ),
        Fault::CoordinateFarOff => (
            "De koördinaten lizze fier fan it plak",
            "Breedte en lingte binne miskien ferwiksele; oant dan telt it plak.",
        ),
        Fault::CityUnknown => {
            ("Dit is gjin stêd fan dizze side", "Kies ien fan de stêden fan dizze side.")
        }
        Fault::SlugUnreadable => (
            "Dit kin net yn in webadres stean",
            "Skriuw lytse letters, sifers en streekjes, lykas water-warmth; der wurdt in namme makke.",
        ),
        Fault::SlugTaken => (
            "Dit webadres heart by in oar projekt",
            "Jou elk projekt in eigen adres; der wurdt in oar makke.",
        ),
        Fault::PersonalColumn => {
            ("In kolom giet oer persoanen", "Hy wurdt net lêzen. Lit him wei.")
        }
        Fault::HeaderUnknown => {
            ("In kolom is net bekend", "Hy wurdt net lêzen. Fergelykje de kop mei it sjabloan.")
        }
        Fault::HeaderTwice => {
            ("In kolom stiet der twa kear", "Allinne de earste wurdt lêzen. Lit de oare wei.")
        }
        Fault::PersonSkipped => (
            "Der stiet in persoan yn stee fan in organisaasje",
            "Persoanen wurde net opnommen. Skriuw de organisaasje.",
        ),
        Fault::MailRemoved => ("In tekst hat in e-mailadres", "It adres is weihelle."),
        Fault::ThemeUnmapped => (
            "In tema fan keep.eu is noch net bekend",
            "It bliuwt stean sa’t it is, sûnder tema út de koarte list.",
        ),
        Fault::RowsDiffer => {
            ("Rigen fan ien projekt sprekke inoar tsjin", "De earste rige telt. Meitsje se gelyk.")
        }
        Fault::LeadMissing => {
            ("Gjinien is lieder fan it projekt", "Wiis ien partner oan as lieder.")
        }
        Fault::PlaceAmbiguous => {
            ("Ferskate plakken hjitte sa", "Skriuw de NUTS-koade fan de regio of de koördinaten.")
        }
        Fault::PlaceUnknown => (
            "Dit plak is net bekend",
            "Sjoch nei de stavering, of skriuw it tichtste gruttere plak of de koördinaten.",
        ),
        Fault::RowsMerged => {
            ("Ferskate rigen beskriuwe ien projekt", "Se binne gearfoege, mei alle lieders.")
        }
        Fault::PlaceRegion => (
            "Allinne de regio is bekend",
            "De punt stiet midden yn de regio. Sjoch nei de stavering fan it plak.",
        ),
    }
}
