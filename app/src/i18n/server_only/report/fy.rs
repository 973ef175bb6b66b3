//! West Frisian.

use backend::import::ProblemKind;

use super::{Pattern, Plural, Rejections, ReportWords};

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
    nothing: "Der is gjin projekt fûn, dus der soe neat opnommen wurde.",
    rejected: "It bestân koe net lêzen wurde.",
    kinds: ["in eksport fan keep.eu", "it sjabloan", "it útwikselformaat (JSON)"],
    read_as: Pattern("{file}: lêzen as {kind}."),
    found_out: Pattern("{file}: letters yn {encoding}, wearden skaat troch {separator}."),
    separators: ["komma’s", "puntkomma’s", "tabs"],
    decimals: [
        "Bedraggen binne lêzen mei in punt foar de sinten: 1,234.50.",
        "Bedraggen binne lêzen mei in komma foar de sinten: 1.234,50.",
    ],
    month_first: "Datums binne lêzen mei de moanne foar de dei: 12/31/2025.",
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
        "Stoppe, om’t der te folle ferdwine soe: der is neat feroare.",
    ],
    shrink: Pattern(
        "Hjirmei ferdwine {projects} fan {all_projects} projekten, en {participations} fan {all_participations} dielnamen. Sjoch oft it bestân kompleet is; as dit de bedoeling is, foegje dan --allow-shrink ta.",
    ),
    losers: Pattern("It measte ferdwynt by: {losers}."),
    undo: Pattern("Dit is feroaring {change}. Ungedien meitsje: {command}"),
    severities: ["Flaters", "Warskôgings", "Opmerkings"],
    times: Plural { one: Pattern("ien kear"), other: Pattern("{n} kear") },
    place: Pattern("{sheet}, rige {row}"),
    place_column: Pattern("{sheet}, rige {row}, kolom {column}"),
    more: Plural { one: Pattern("en noch {n}"), other: Pattern("en noch {n}") },
    kept: Pattern("De list hat de earste {n} dêrfan."),
    meant: Pattern("Miskien is {value} bedoeld."),
    changes: [Pattern("nij"), Pattern("feroare: {fields}"), Pattern("derút")],
    busy: "Der wurde al tefolle spreadsheets neisjoen. Besykje it daliks wer.",
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
    kind,
    rejections: Rejections {
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
        open_quote: Pattern(
            "{file}, rige {row}: hjir begjint in oanhellingsteken dat nearne of pas nei oare rigen sletten wurdt. Slút it, skriuw it dûbel, of bewarje it bestân op ’e nij as CSV út in spreadsheetprogramma; der is neat lêzen.",
        ),
        long_row: Pattern(
            "{file}, rige {row}: de rige hat {values} wearden en der binne {headers} koppen. Set wearden mei in skiedingsteken of in rigelein tusken oanhellingstekens; der is neat lêzen.",
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
        partners_alone: Pattern(
            "It blêd {sheet} is in list mei partners, sûnder de projekten dêr’t se by hearre. Jou ek de list mei projekten: beide CSV-bestannen tegearre, of in wurkmap mei beide blêden.",
        ),
        json: Pattern("{file}, rigel {line}, {field}: {message}"),
        home_city: Pattern(
            "De stêd {name} is net bekend. Skriuw dy lykas op in kaart, mei it lân, lykas Utrecht,NL.",
        ),
    },
};

fn kind(kind: ProblemKind) -> (&'static str, &'static str) {
    match kind {
        ProblemKind::NameMissing => {
            ("In projekt hat gjin namme", "Skriuw in akronym of in titel; de rige bliuwt wei.")
        }
        ProblemKind::ProgrammeMissing => (
            "In projekt hat gjin programma",
            "Skriuw de namme fan it Interreg-programma; de rige bliuwt wei.",
        ),
        ProblemKind::PeriodUnknown => (
            "De programmaperioade is net bekend",
            "Skriuw 2000-2006, 2007-2013, 2014-2020 of 2021-2027; de rige bliuwt wei.",
        ),
        ProblemKind::ProjectUnknown => (
            "In partner heart by gjin projekt",
            "Skriuw it akronym krekt sa as yn de list fan projekten, en it programma as twa projekten it diele; de rige bliuwt wei.",
        ),
        ProblemKind::OrganisationMissing => (
            "In partner hat gjin organisaasje",
            "Skriuw de namme fan de organisaasje; de rige bliuwt wei.",
        ),
        ProblemKind::DateUnreadable => (
            "Dit is gjin datum",
            "Skriuw in dei, moanne of jier, lykas 27-10-2015, 10/2015 of 2015.",
        ),
        ProblemKind::EndBeforeStart => (
            "It projekt einiget foardat it begjint",
            "Ferbetterje ien fan de twa datums; beide bliuwe wei.",
        ),
        ProblemKind::AmountUnreadable => (
            "Dit is gjin bedrach",
            "Skriuw euro yn sifers, lykas 1234567,89; lit leech wat net bekend is.",
        ),
        ProblemKind::PercentUnreadable => {
            ("Dit is gjin persintaazje", "Skriuw in getal fan 0 oant 100.")
        }
        ProblemKind::CountryUnknown => {
            ("Dit is gjin lân", "Skriuw de namme of de koade, lykas Nederlân of NL.")
        }
        ProblemKind::RoleUnknown => (
            "Dit is gjin rol",
            "Skriuw lieder, partner of assosjearre partner; partner is oannommen.",
        ),
        ProblemKind::ThemeUnknown => {
            ("Dit tema stiet net yn de list", "Kies der ien út de list yn it sjabloan.")
        }
        ProblemKind::AddressUnreadable => (
            "Dit is gjin webadres",
            "Skriuw it foluit, lykas https://www.foarbyld.eu, sûnder spaasjes, oanhelstekens of in namme foar in @.",
        ),
        ProblemKind::CoordinateUnreadable => (
            "Dit is gjin breedte- of lingtegraad",
            "Skriuw graden, lykas 53,21917 noard en 6,56667 east.",
        ),
        ProblemKind::CoordinateFarOff => (
            "De koördinaten lizze fier fan it plak",
            "Breedte en lingte binne miskien ferwiksele; oant dan telt it plak.",
        ),
        ProblemKind::CityUnknown => {
            ("Dit is gjin stêd fan dizze side", "Kies ien fan de stêden fan dizze side.")
        }
        ProblemKind::SlugUnreadable => (
            "Dit kin net yn in webadres stean",
            "Skriuw lytse letters, sifers en streekjes, lykas water-warmth; der wurdt in namme makke.",
        ),
        ProblemKind::SlugTaken => (
            "Dit webadres heart by in oar projekt",
            "Jou elk projekt in eigen adres; der wurdt in oar makke.",
        ),
        ProblemKind::PersonalColumn => {
            ("In kolom giet oer persoanen", "Hy wurdt net lêzen. Lit him wei.")
        }
        ProblemKind::HeaderUnknown => {
            ("In kolom is net bekend", "Hy wurdt net lêzen. Fergelykje de kop mei it sjabloan.")
        }
        ProblemKind::HeaderTwice => {
            ("In kolom stiet der twa kear", "Allinne de earste wurdt lêzen. Lit de oare wei.")
        }
        ProblemKind::PersonSkipped => (
            "Der stiet in persoan yn stee fan in organisaasje",
            "Persoanen wurde net opnommen. Skriuw de organisaasje.",
        ),
        ProblemKind::MailRemoved => ("In tekst hat in e-mailadres", "It adres is weihelle."),
        ProblemKind::ThemeUnmapped => (
            "In tema fan keep.eu is noch net bekend",
            "It bliuwt stean sa’t it is, sûnder tema út de koarte list.",
        ),
        ProblemKind::RowsDiffer => {
            ("Rigen fan ien projekt sprekke inoar tsjin", "De earste rige telt. Meitsje se gelyk.")
        }
        ProblemKind::LeadMissing => {
            ("Gjinien is lieder fan it projekt", "Wiis ien partner oan as lieder.")
        }
        ProblemKind::PlaceAmbiguous => {
            ("Ferskate plakken hjitte sa", "Skriuw de NUTS-koade fan de regio of de koördinaten.")
        }
        ProblemKind::PlaceUnknown => (
            "Dit plak is net bekend",
            "Sjoch nei de stavering, of skriuw it tichtste gruttere plak of de koördinaten.",
        ),
        ProblemKind::CellError => (
            "In sel lit in flater sjen yn stee fan in wearde",
            "Ferbetterje de formule of skriuw de wearde; oant dan wurdt dy weilitten.",
        ),
        ProblemKind::FormulaUnsaved => (
            "In formule hat gjin bewarre wearde",
            "Iepenje it bestân yn in spreadsheetprogramma en bewarje it op ’e nij, of skriuw de wearde; oant dan wurdt dy weilitten.",
        ),
        ProblemKind::TextCut => (
            "In tekst is langer as in sel wêze kin",
            "Allinne de earste 32.767 tekens binne lêzen. Koartsje de tekst yn.",
        ),
        ProblemKind::DateOrderUnsure => (
            "Dei en moanne kinne yn dizze kolom ferwiksele wêze",
            "De datums binne lêzen sa’t tusken heakken stiet. Skriuw se as 2015-10-27 as dat net kloppet.",
        ),
        ProblemKind::ShareUnsure => (
            "In oandiel kin oars bedoeld wêze",
            "It is lêzen sa’t tusken heakken stiet. Skriuw it yn prosinten mei it teken, lykas 60 % of 50,38 %.",
        ),
        ProblemKind::PeriodUnreadable => (
            "Dit is gjin programmaperioade",
            "Skriuw 2014-2020 of 2021-2027; dy yn de namme fan it programma telt.",
        ),
        ProblemKind::NutsUnreadable => (
            "Dit is gjin NUTS-koade",
            "Skriuw de koade fan de regio, lykas NL112; oant dan wurdt dy weilitten.",
        ),
        ProblemKind::RowShort => (
            "In rige hat minder wearden as der koppen binne",
            "Sjoch oft der in rigelein of in skiedingsteken tefolle of te min yn stiet.",
        ),
        ProblemKind::LettersUnsure => (
            "Hoe’t de letters fan dit bestân skreaun binne, is riede",
            "Sjoch oft de aksinten kloppe. Bewarje it bestân oars as CSV UTF-8.",
        ),
        ProblemKind::LettersBroken => (
            "Guon letters fan dit bestân binne skansearre",
            "It teken � stiet op har plak. Ferbetterje se en bewarje it bestân as CSV UTF-8.",
        ),
        ProblemKind::RowsMerged => {
            ("Ferskate rigen beskriuwe ien projekt", "Se binne gearfoege, mei alle lieders.")
        }
        ProblemKind::PlaceRegion => (
            "Allinne de regio is bekend",
            "De punt stiet midden yn de regio. Sjoch nei de stavering fan it plak.",
        ),
        ProblemKind::NothingRead => (
            "Der is gjin projekt fûn yn de list mei projekten",
            "Folje it blêd mei projekten yn, elk op in eigen rige; oare blêden wurde dêr net foar lêzen.",
        ),
        ProblemKind::SheetNotRead => (
            "In blêd mei bekende koppen is net lêzen",
            "Der wurde ien list mei projekten en ien mei partners lêzen. Set de rigen dêr, of splits it bestân.",
        ),
        ProblemKind::SheetHidden => (
            "In ferburgen blêd is lêzen",
            "Gjin sichtber blêd hat sa’n list. Meitsje it blêd sichtber, of set de list yn in blêd dat te sjen is.",
        ),
        ProblemKind::ExampleChanged => (
            "It blêd mei foarbylden is feroare, en wurdt net lêzen",
            "Set jo rigen yn de blêden mei projekten en partners.",
        ),
        ProblemKind::NameAlone => (
            "In rige is allinnich op namme foar in besteand projekt holden",
            "Sjoch oft it projekt dat hjir stiet bedoeld is; skriuw it akronym krekt sa as dêr, of de namme yn it webadres.",
        ),
        ProblemKind::FundingLow => (
            "De EU-bydrage is minder as 5 % fan it totale budzjet",
            "Sjoch nei beide bedraggen: stiet der in teken tefolle of te min yn? Se wurde oernommen, en siden neame twivelachtich wat net kloppet.",
        ),
        ProblemKind::FundingAboveBudget => (
            "De EU-bydrage is mear as it budzjet dêr’t it in part fan is",
            "Sjoch nei beide bedraggen. Se wurde oernommen, en siden neame twivelachtich wat net kloppet.",
        ),
        ProblemKind::PartnerAboveProject => (
            "In bedrach fan ien partner is mear as dat fan it hiele projekt",
            "Sjoch nei beide bedraggen. Se wurde oernommen, en siden neame twivelachtich wat net kloppet.",
        ),
        ProblemKind::PartnersAboveProject => (
            "De bedraggen fan de partners tegearre binne mear as dat fan it projekt",
            "Sjoch hokker bedrach ferkeard is, of yn it totaal ûntbrekt. Se wurde oernommen, en siden neame twivelachtich wat net kloppet.",
        ),
        ProblemKind::ProgrammeMisspelt => (
            "In programma liket tige op in bekend programma",
            "Sjoch nei de stavering; sa’t it der stiet, is it in eigen programma.",
        ),
        ProblemKind::RoleMissing => (
            "In partner hat gjin rol",
            "Skriuw liedende partner, partner of assosjearre partner; der wurdt fan partner útgien.",
        ),
        ProblemKind::AddressCompleted => (
            "In webadres hat gjin begjin",
            "It is lêzen sa’t it tusken heakjes stiet. Skriuw it hielendal as dat net kloppet.",
        ),
    }
}
