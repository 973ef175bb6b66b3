//! German.

use backend::import::Fault;

use super::{Pattern, Plural, Refusals, ReportWords};

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
    refused: "Die Datei konnte nicht gelesen werden.",
    kinds: ["eine Ausgabe von keep.eu", "die Vorlage", "das Austauschformat (JSON)"],
    read_as: Pattern("{file}: gelesen als {kind}."),
    found_out: Pattern("{file}: Zeichen in {encoding}, Werte getrennt durch {separator}."),
    separators: ["Kommas", "Semikolons", "Tabulatoren"],
    decimals: [
        "Beträge wurden mit einem Punkt vor den Cent gelesen: 1,234.50.",
        "Beträge wurden mit einem Komma vor den Cent gelesen: 1.234,50.",
    ],
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
    ],
    severities: ["Fehler", "Warnungen", "Hinweise"],
    times: Plural { one: Pattern("einmal"), other: Pattern("{n}-mal") },
    place: Pattern("{sheet}, Zeile {row}"),
    place_column: Pattern("{sheet}, Zeile {row}, Spalte {column}"),
    more: Plural { one: Pattern("und {n} weitere"), other: Pattern("und {n} weitere") },
    changes: [Pattern("neu"), Pattern("geändert: {fields}"), Pattern("fällt weg")],
    busy: "Zwei Tabellen werden schon geprüft. Versuchen Sie es gleich noch einmal.",
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
    fault,
    refusals: Refusals {
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
        json: Pattern("{file}, Zeile {line}, {field}: {message}"),
        home_city: Pattern(
            "Die Stadt {name} ist nicht bekannt. Schreiben Sie sie wie auf einer Karte, mit dem Land, etwa Utrecht,NL.",
        ),
    },
};

fn fault(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::NameMissing => (
            "Ein Projekt hat keinen Namen",
            "Schreiben Sie ein Akronym oder einen Titel; die Zeile bleibt weg.",
        ),
        Fault::ProgrammeMissing => (
            "Ein Projekt hat kein Programm",
            "Schreiben Sie den Namen des Interreg-Programms; die Zeile bleibt weg.",
        ),
        Fault::PeriodUnknown => (
            "Die Förderperiode ist nicht bekannt",
            "Schreiben Sie 2000-2006, 2007-2013, 2014-2020 oder 2021-2027; die Zeile bleibt weg.",
        ),
        Fault::ProjectUnknown => (
            "Ein Partner gehört zu keinem Projekt",
            "Schreiben Sie das Akronym genau wie in der Liste der Projekte, und das Programm, wenn zwei Projekte es teilen; die Zeile bleibt weg.",
        ),
        Fault::OrganisationMissing => (
            "Ein Partner hat keine Organisation",
            "Schreiben Sie den Namen der Organisation; die Zeile bleibt weg.",
        ),
        Fault::DateUnreadable => (
            "Das ist kein Datum",
            "Schreiben Sie Tag, Monat oder Jahr, etwa 27.10.2015, 10/2015 oder 2015.",
        ),
        Fault::EndBeforeStart => (
            "Das Projekt endet, bevor es beginnt",
            "Verbessern Sie eines der beiden Daten; beide bleiben weg.",
        ),
        Fault::AmountUnreadable => (
            "Das ist kein Betrag",
            "Schreiben Sie Euro in Ziffern, etwa 1234567,89; lassen Sie leer, was nicht bekannt ist.",
        ),
        Fault::PercentUnreadable => {
            ("Das ist kein Anteil", "Schreiben Sie eine Zahl von 0 bis 100.")
        }
        Fault::CountryUnknown => (
            "Das ist kein Land",
            "Schreiben Sie den Namen oder den Code, etwa Niederlande oder NL.",
        ),
        Fault::RoleUnknown => (
            "Das ist keine Rolle",
            "Schreiben Sie federführend, Partner oder assoziierter Partner; angenommen wird Partner.",
        ),
        Fault::ThemeUnknown => {
            ("Dieses Thema steht nicht in der Liste", "Wählen Sie eines aus der Liste der Vorlage.")
        }
        Fault::AddressUnreadable => {
            ("Das ist keine Webadresse", "Schreiben Sie sie ganz, etwa https://www.beispiel.eu.")
        }
        Fault::CoordinateUnreadable => (
            "Das ist kein Breiten- oder Längengrad",
            "Schreiben Sie Grad, etwa 53,21917 Nord und 6,56667 Ost.",
        ),
        Fault::CoordinateFarOff => (
            "Die Koordinaten liegen weit vom Ort",
            "Vielleicht sind Breite und Länge vertauscht; bis dahin zählt der Ort.",
        ),
        Fault::CityUnknown => {
            ("Das ist keine Stadt dieser Seite", "Wählen Sie eine der Städte dieser Seite.")
        }
        Fault::SlugUnreadable => (
            "Das kann nicht in einer Adresse stehen",
            "Schreiben Sie kleine Buchstaben, Ziffern und Bindestriche, etwa water-warmth; ein Name wird gebildet.",
        ),
        Fault::SlugTaken => (
            "Diese Adresse gehört einem anderen Projekt",
            "Geben Sie jedem Projekt eine eigene; eine andere wird gebildet.",
        ),
        Fault::PersonalColumn => {
            ("Eine Spalte handelt von Personen", "Sie wird nicht gelesen. Lassen Sie sie weg.")
        }
        Fault::HeaderUnknown => (
            "Eine Spalte ist nicht bekannt",
            "Sie wird nicht gelesen. Vergleichen Sie die Überschrift mit der Vorlage.",
        ),
        Fault::HeaderTwice => (
            "Eine Spalte steht zweimal da",
            "Nur die erste wird gelesen. Lassen Sie die andere weg.",
        ),
        Fault::PersonSkipped => (
            "Statt einer Organisation steht eine Person da",
            "Personen werden nicht aufgenommen. Schreiben Sie die Organisation.",
        ),
        Fault::MailRemoved => {
            ("Ein Text enthält eine E-Mail-Adresse", "Die Adresse wurde entfernt.")
        }
        Fault::ThemeUnmapped => (
            "Ein Thema von keep.eu ist noch nicht bekannt",
            "Es bleibt stehen, ohne ein Thema der kurzen Liste.",
        ),
        Fault::RowsDiffer => (
            "Zeilen eines Projekts widersprechen sich",
            "Die erste Zeile zählt. Gleichen Sie die Zeilen an.",
        ),
        Fault::LeadMissing => {
            ("Niemand ist federführend", "Bezeichnen Sie einen Partner als federführend.")
        }
        Fault::PlaceAmbiguous => (
            "Mehrere Orte heißen so",
            "Schreiben Sie den NUTS-Code der Region oder die Koordinaten.",
        ),
        Fault::PlaceUnknown => (
            "Dieser Ort ist nicht bekannt",
            "Prüfen Sie die Schreibweise, oder schreiben Sie den nächsten größeren Ort oder die Koordinaten.",
        ),
        Fault::RowsMerged => (
            "Mehrere Zeilen beschreiben ein Projekt",
            "Sie sind zusammengefügt, mit allen federführenden Partnern.",
        ),
        Fault::PlaceRegion => (
            "Nur die Region ist bekannt",
            "Die Nadel steht in der Mitte der Region. Prüfen Sie die Schreibweise des Ortes.",
        ),
    }
}
