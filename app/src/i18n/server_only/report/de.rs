//! German.

use backend::import::ProblemKind;

use super::{Pattern, Plural, Rejections, ReportWords};

pub const WORDS: ReportWords = ReportWords {
    title: "Eine Tabelle prüfen",
    description: "Laden Sie eine Tabelle mit Interreg-Projekten hoch und sehen Sie, was vor dem Einlesen zu verbessern ist. Nichts wird gespeichert.",
    introduction: [
        "Wählen Sie eine Arbeitsmappe oder CSV-Dateien mit Projekten und Partnern, wie in der Vorlage oder wie keep.eu sie ausgibt. Sie erhalten einen Bericht: was verstanden wurde und was zu verbessern ist.",
        "Die Datei wird einmal gelesen und nichts davon gespeichert. Diese Seite ändert nichts an der Projektsuche.",
    ],
    template: "Füllen Sie die Vorlage aus:",
    template_link: Pattern("{language} (.xlsx)"),
    files: "Tabelle",
    files_hint: Pattern(
        "Eine Excel-Arbeitsmappe (.xlsx) oder zwei CSV-Dateien zusammen; höchstens {megabytes} MB.",
    ),
    check: "Prüfen",
    as_csv: "Alle Probleme als CSV",
    report: "Bericht",
    good: "Nichts ist zu verbessern.",
    bad: "Etwas ist zu verbessern. Was unter Fehlern steht, bleibt bis dahin weg.",
    nothing: "Es wurde kein Projekt gefunden, also würde nichts aufgenommen.",
    rejected: "Die Datei konnte nicht gelesen werden.",
    kinds: ["eine Ausgabe von keep.eu", "die Vorlage", "das Austauschformat (JSON)"],
    read_as: Pattern("{file}: gelesen als {kind}."),
    found_out: Pattern("{file}: Zeichen in {encoding}, Werte getrennt durch {separator}."),
    separators: ["Kommas", "Semikolons", "Tabulatoren"],
    decimals: [
        "Beträge wurden mit einem Punkt vor den Cent gelesen: 1,234.50.",
        "Beträge wurden mit einem Komma vor den Cent gelesen: 1.234,50.",
    ],
    month_first: "Daten wurden mit dem Monat vor dem Tag gelesen: 12/31/2025.",
    left_alone: Pattern("Blätter, die nicht gelesen wurden: {sheets}."),
    rows: [
        Plural {
            one: Pattern("{n} Zeile mit Projekten"),
            other: Pattern("{n} Zeilen mit Projekten"),
        },
        Plural {
            one: Pattern("{n} Zeile mit Partnern"),
            other: Pattern("{n} Zeilen mit Partnern"),
        },
    ],
    projects: Plural { one: Pattern("{n} Projekt"), other: Pattern("{n} Projekte") },
    merged: Plural {
        one: Pattern("{n} Zeile mit einer anderen desselben Projekts zusammengefügt"),
        other: Pattern("{n} Zeilen mit anderen desselben Projekts zusammengefügt"),
    },
    skipped: Plural {
        one: Pattern("{n} Zeile weggelassen"),
        other: Pattern("{n} Zeilen weggelassen"),
    },
    located: Pattern("{located} von {all} Partnern haben einen Ort auf der Karte"),
    counts: [
        Plural { one: Pattern("{n} Projekt ist neu"), other: Pattern("{n} Projekte sind neu") },
        Plural {
            one: Pattern("{n} Projekt ist geändert"),
            other: Pattern("{n} Projekte sind geändert"),
        },
        Plural {
            one: Pattern("{n} Projekt ist gleich geblieben"),
            other: Pattern("{n} Projekte sind gleich geblieben"),
        },
        Plural {
            one: Pattern("{n} Projekt fällt weg"), other: Pattern("{n} Projekte fallen weg")
        },
    ],
    outcomes: [
        "Geprüft: Nichts wurde geändert.",
        "Probelauf: Nichts wurde geändert.",
        "Fertig.",
        "Abgelehnt, weil etwas zu verbessern ist: Nichts wurde geändert.",
        "Angehalten, weil zu viel entfallen würde: Nichts wurde geändert.",
    ],
    shrink: Pattern(
        "Dadurch entfielen {projects} von {all_projects} Projekten und {participations} von {all_participations} Beteiligungen. Prüfen Sie, ob die Datei vollständig ist; wenn es so gemeint ist, fügen Sie --allow-shrink hinzu.",
    ),
    losers: Pattern("Am meisten entfiele bei: {losers}."),
    undo: Pattern("Das ist Änderung {change}. Rückgängig machen: {command}"),
    severities: ["Fehler", "Warnungen", "Hinweise"],
    times: Plural { one: Pattern("einmal"), other: Pattern("{n}-mal") },
    place: Pattern("{sheet}, Zeile {row}"),
    place_column: Pattern("{sheet}, Zeile {row}, Spalte {column}"),
    more: Plural { one: Pattern("und {n} weitere"), other: Pattern("und {n} weitere") },
    kept: Pattern("Die Liste enthält die ersten {n} davon."),
    meant: Pattern("Vielleicht ist {value} gemeint."),
    changes: [Pattern("neu"), Pattern("geändert: {fields}"), Pattern("fällt weg")],
    busy: "Es werden schon zu viele Tabellen geprüft. Versuchen Sie es gleich noch einmal.",
    too_large: Pattern(
        "Die Datei ist größer als {megabytes} MB. Teilen Sie sie, oder lassen Sie Blätter weg, die nicht nötig sind.",
    ),
    no_file: "Keine Datei wurde gewählt. Wählen Sie zuerst eine Tabelle.",
    csv: [
        "Art",
        "Schwere",
        "Blatt",
        "Zeile",
        "Spalte",
        "Wert",
        "was falsch ist",
        "was richtig wäre",
    ],
    kind,
    rejections: Rejections {
        unreadable: Pattern("{file} kann nicht geöffnet werden: {cause}."),
        empty: Pattern("{file} ist leer. Wählen Sie eine Tabelle mit Projekten."),
        not_a_spreadsheet: Pattern(
            "{file} ist keine Tabelle. Speichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder als CSV.",
        ),
        old_workbook: Pattern(
            "{file} ist eine alte oder eine OpenDocument-Arbeitsmappe oder hat ein Kennwort. Speichern Sie sie als .xlsx ohne Kennwort.",
        ),
        one_workbook: Pattern(
            "{file} kann nicht mit anderen Dateien zusammen gelesen werden. Geben Sie eine Arbeitsmappe oder nur CSV-Dateien.",
        ),
        damaged: Pattern(
            "{file} ist beschädigt. Öffnen Sie die Datei in einem Tabellenprogramm und speichern Sie sie neu. ({cause})",
        ),
        open_quote: Pattern(
            "{file}, Zeile {row}: Hier beginnt ein Anführungszeichen, das nirgends oder erst nach anderen Zeilen geschlossen wird. Schließen Sie es, schreiben Sie es doppelt, oder speichern Sie die Datei aus einem Tabellenprogramm erneut als CSV; nichts wurde gelesen.",
        ),
        long_row: Pattern(
            "{file}, Zeile {row}: Die Zeile hat {values} Werte bei {headers} Überschriften. Setzen Sie Werte mit Trennzeichen oder Zeilenumbruch in Anführungszeichen; nichts wurde gelesen.",
        ),
        too_large: Pattern(
            "Die Datei enthält mehr, als hier gelesen werden kann. Teilen Sie sie, oder lassen Sie weg, was nicht nötig ist.",
        ),
        too_slow: Pattern("Das Lesen der Datei dauert zu lange. Teilen Sie sie."),
        no_projects: Pattern(
            "Kein Blatt hat die Überschriften einer Liste von Projekten. Das Blatt {sheet} kommt am nächsten, doch diese Überschriften fehlen: {missing}.",
        ),
        no_sheet: Pattern(
            "Kein Blatt hat die Überschriften einer Liste von Projekten. Nehmen Sie die Vorlage oder eine Ausgabe von keep.eu.",
        ),
        partners_alone: Pattern(
            "Das Blatt {sheet} ist eine Liste von Partnern, ohne die Projekte, zu denen sie gehören. Geben Sie auch die Liste der Projekte: beide CSV-Dateien zusammen oder eine Arbeitsmappe mit beiden Blättern.",
        ),
        json: Pattern("{file}, Zeile {line}, {field}: {message}"),
        home_city: Pattern(
            "Die Stadt {name} ist nicht bekannt. Schreiben Sie sie wie auf einer Karte, mit dem Land, etwa Utrecht,NL.",
        ),
    },
};

fn kind(kind: ProblemKind) -> (&'static str, &'static str) {
    match kind {
        ProblemKind::NameMissing => (
            "Ein Projekt hat keinen Namen",
            "Schreiben Sie ein Akronym oder einen Titel; die Zeile bleibt weg.",
        ),
        ProblemKind::ProgrammeMissing => (
            "Ein Projekt hat kein Programm",
            "Schreiben Sie den Namen des Interreg-Programms; die Zeile bleibt weg.",
        ),
        ProblemKind::PeriodUnknown => (
            "Die Förderperiode ist nicht bekannt",
            "Schreiben Sie 2000-2006, 2007-2013, 2014-2020 oder 2021-2027; die Zeile bleibt weg.",
        ),
        ProblemKind::ProjectUnknown => (
            "Ein Partner gehört zu keinem Projekt",
            "Schreiben Sie das Akronym genau wie in der Liste der Projekte, und das Programm, wenn zwei Projekte es teilen; die Zeile bleibt weg.",
        ),
        ProblemKind::OrganisationMissing => (
            "Ein Partner hat keine Organisation",
            "Schreiben Sie den Namen der Organisation; die Zeile bleibt weg.",
        ),
        ProblemKind::DateUnreadable => (
            "Das ist kein Datum",
            "Schreiben Sie Tag, Monat oder Jahr, etwa 27.10.2015, 10/2015 oder 2015.",
        ),
        ProblemKind::EndBeforeStart => (
            "Das Projekt endet, bevor es beginnt",
            "Verbessern Sie eines der beiden Daten; beide bleiben weg.",
        ),
        ProblemKind::AmountUnreadable => (
            "Das ist kein Betrag",
            "Schreiben Sie Euro in Ziffern, etwa 1234567,89; lassen Sie leer, was nicht bekannt ist.",
        ),
        ProblemKind::PercentUnreadable => {
            ("Das ist kein Anteil", "Schreiben Sie eine Zahl von 0 bis 100.")
        }
        ProblemKind::CountryUnknown => (
            "Das ist kein Land",
            "Schreiben Sie den Namen oder den Code, etwa Niederlande oder NL.",
        ),
        ProblemKind::RoleUnknown => (
            "Das ist keine Rolle",
            "Schreiben Sie federführend, Partner oder assoziierter Partner; angenommen wird Partner.",
        ),
        ProblemKind::ThemeUnknown => {
            ("Dieses Thema steht nicht in der Liste", "Wählen Sie eines aus der Liste der Vorlage.")
        }
        ProblemKind::AddressUnreadable => (
            "Das ist keine Webadresse",
            "Schreiben Sie sie ganz, etwa https://www.beispiel.eu, ohne Leerzeichen, Anführungszeichen oder einen Namen vor einem @.",
        ),
        ProblemKind::CoordinateUnreadable => (
            "Das ist kein Breiten- oder Längengrad",
            "Schreiben Sie Grad, etwa 53,21917 Nord und 6,56667 Ost.",
        ),
        ProblemKind::CoordinateFarOff => (
            "Die Koordinaten liegen weit vom Ort",
            "Vielleicht sind Breite und Länge vertauscht; bis dahin zählt der Ort.",
        ),
        ProblemKind::CityUnknown => {
            ("Das ist keine Stadt dieser Seite", "Wählen Sie eine der Städte dieser Seite.")
        }
        ProblemKind::SlugUnreadable => (
            "Das kann nicht in einer Adresse stehen",
            "Schreiben Sie kleine Buchstaben, Ziffern und Bindestriche, etwa water-warmth; ein Name wird gebildet.",
        ),
        ProblemKind::SlugTaken => (
            "Diese Adresse gehört einem anderen Projekt",
            "Geben Sie jedem Projekt eine eigene; eine andere wird gebildet.",
        ),
        ProblemKind::PersonalColumn => {
            ("Eine Spalte handelt von Personen", "Sie wird nicht gelesen. Lassen Sie sie weg.")
        }
        ProblemKind::HeaderUnknown => (
            "Eine Spalte ist nicht bekannt",
            "Sie wird nicht gelesen. Vergleichen Sie die Überschrift mit der Vorlage.",
        ),
        ProblemKind::HeaderTwice => (
            "Eine Spalte steht zweimal da",
            "Nur die erste wird gelesen. Lassen Sie die andere weg.",
        ),
        ProblemKind::PersonSkipped => (
            "Statt einer Organisation steht eine Person da",
            "Personen werden nicht aufgenommen. Schreiben Sie die Organisation.",
        ),
        ProblemKind::MailRemoved => {
            ("Ein Text enthält eine E-Mail-Adresse", "Die Adresse wurde entfernt.")
        }
        ProblemKind::ThemeUnmapped => (
            "Ein Thema von keep.eu ist noch nicht bekannt",
            "Es bleibt stehen, ohne ein Thema der kurzen Liste.",
        ),
        ProblemKind::RowsDiffer => (
            "Zeilen eines Projekts widersprechen sich",
            "Die erste Zeile zählt. Gleichen Sie die Zeilen an.",
        ),
        ProblemKind::LeadMissing => {
            ("Niemand ist federführend", "Bezeichnen Sie einen Partner als federführend.")
        }
        ProblemKind::PlaceAmbiguous => (
            "Mehrere Orte heißen so",
            "Schreiben Sie den NUTS-Code der Region oder die Koordinaten.",
        ),
        ProblemKind::PlaceUnknown => (
            "Dieser Ort ist nicht bekannt",
            "Prüfen Sie die Schreibweise, oder schreiben Sie den nächsten größeren Ort oder die Koordinaten.",
        ),
        ProblemKind::CellError => (
            "Eine Zelle zeigt einen Fehler statt eines Wertes",
            "Berichtigen Sie die Formel, oder schreiben Sie den Wert; bis dahin bleibt er weg.",
        ),
        ProblemKind::FormulaUnsaved => (
            "Eine Formel hat keinen gespeicherten Wert",
            "Öffnen Sie die Datei in einem Tabellenprogramm und speichern Sie sie erneut, oder schreiben Sie den Wert; bis dahin bleibt er weg.",
        ),
        ProblemKind::TextCut => (
            "Ein Text ist länger, als eine Zelle sein kann",
            "Nur die ersten 32.767 Zeichen wurden gelesen. Kürzen Sie ihn.",
        ),
        ProblemKind::DateOrderUnsure => (
            "Tag und Monat könnten in dieser Spalte vertauscht sein",
            "Die Daten wurden gelesen, wie in Klammern steht. Schreiben Sie sie sonst als 2015-10-27.",
        ),
        ProblemKind::ShareUnsure => (
            "Ein Anteil könnte anders gemeint sein",
            "Er wurde gelesen, wie in Klammern steht. Schreiben Sie ihn in Prozent mit Zeichen, etwa 60 % oder 50,38 %.",
        ),
        ProblemKind::PeriodUnreadable => (
            "Das ist keine Förderperiode",
            "Schreiben Sie 2014-2020 oder 2021-2027; die im Namen des Programms zählt.",
        ),
        ProblemKind::NutsUnreadable => (
            "Das ist kein NUTS-Code",
            "Schreiben Sie den Code der Region, etwa NL112; bis dahin bleibt er weg.",
        ),
        ProblemKind::RowShort => (
            "Eine Zeile hat weniger Werte, als es Überschriften gibt",
            "Prüfen Sie, ob darin ein Zeilenumbruch oder ein Trennzeichen fehlt oder zu viel ist.",
        ),
        ProblemKind::LettersUnsure => (
            "Wie die Buchstaben dieser Datei geschrieben sind, ist geraten",
            "Prüfen Sie die Umlaute und Akzente. Speichern Sie die Datei sonst als CSV UTF-8.",
        ),
        ProblemKind::LettersBroken => (
            "Einige Buchstaben dieser Datei sind beschädigt",
            "An ihrer Stelle steht das Zeichen �. Berichtigen Sie sie, und speichern Sie die Datei als CSV UTF-8.",
        ),
        ProblemKind::RowsMerged => (
            "Mehrere Zeilen beschreiben ein Projekt",
            "Sie sind zusammengefügt, mit allen federführenden Partnern.",
        ),
        ProblemKind::PlaceRegion => (
            "Nur die Region ist bekannt",
            "Die Nadel steht in der Mitte der Region. Prüfen Sie die Schreibweise des Ortes.",
        ),
        ProblemKind::NothingRead => (
            "In der Liste der Projekte wurde kein Projekt gefunden",
            "Füllen Sie das Blatt der Projekte aus, eine Zeile je Projekt; andere Blätter werden dafür nicht gelesen.",
        ),
        ProblemKind::SheetNotRead => (
            "Ein Blatt mit bekannten Überschriften wurde nicht gelesen",
            "Gelesen werden eine Liste der Projekte und eine der Partner. Setzen Sie die Zeilen dorthin, oder teilen Sie die Datei.",
        ),
        ProblemKind::SheetHidden => (
            "Ein ausgeblendetes Blatt wurde gelesen",
            "Kein sichtbares Blatt hat eine solche Liste. Blenden Sie das Blatt ein, oder setzen Sie die Liste in ein sichtbares.",
        ),
        ProblemKind::ExampleChanged => (
            "Das Blatt mit Beispielen wurde geändert und wird nicht gelesen",
            "Setzen Sie Ihre Zeilen in die Blätter der Projekte und Partner.",
        ),
        ProblemKind::NameAlone => (
            "Eine Zeile wurde allein wegen ihres Namens für ein vorhandenes Projekt gehalten",
            "Prüfen Sie, ob das hier genannte Projekt gemeint ist; schreiben Sie das Akronym genau wie dort oder den Namen in der Adresse.",
        ),
        ProblemKind::FundingLow => (
            "Die EU-Förderung ist weniger als 5 % des Gesamtbudgets",
            "Prüfen Sie beide Beträge: Hat einer ein Zeichen zu viel oder zu wenig? Sie werden übernommen, und Seiten nennen zweifelhaft, was nicht passt.",
        ),
        ProblemKind::FundingAboveBudget => (
            "Die EU-Förderung ist mehr als das Budget, von dem sie ein Teil ist",
            "Prüfen Sie beide Beträge. Sie werden übernommen, und Seiten nennen zweifelhaft, was nicht passt.",
        ),
        ProblemKind::PartnerAboveProject => (
            "Ein Betrag eines Partners ist mehr als der des ganzen Projekts",
            "Prüfen Sie beide Beträge. Sie werden übernommen, und Seiten nennen zweifelhaft, was nicht passt.",
        ),
        ProblemKind::PartnersAboveProject => (
            "Die Beträge der Partner zusammen sind mehr als der des Projekts",
            "Prüfen Sie, welcher Betrag falsch ist oder in der Summe fehlt. Sie werden übernommen, und Seiten nennen zweifelhaft, was nicht passt.",
        ),
        ProblemKind::ProgrammeMisspelt => (
            "Ein Programm gleicht fast einem bekannten",
            "Prüfen Sie die Schreibweise; so wie es dasteht, ist es ein eigenes Programm.",
        ),
        ProblemKind::RoleMissing => (
            "Ein Partner hat keine Rolle",
            "Schreiben Sie federführend, Partner oder assoziierter Partner; angenommen wird Partner.",
        ),
        ProblemKind::AddressCompleted => (
            "Einer Webadresse fehlt der Anfang",
            "Sie wird gelesen, wie sie in Klammern steht. Schreiben Sie sie ganz, wo das nicht stimmt.",
        ),
    }
}
