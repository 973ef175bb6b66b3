//! Deutsch.

use super::{Choice, EmbedWords, Pattern, Plural};

pub const WORDS: EmbedWords = EmbedWords {
    title: "Die Projekte auf Ihrer Website zeigen",
    description: "Wählen Sie, welche Projekte Ihre Website zeigt und wie sie aussehen, und kopieren Sie, was einzufügen ist.",
    introduction: [
        "Wählen Sie, welche Projekte Ihre Seite zeigt und wie sie aussehen, und kopieren Sie, was Ihre Website braucht. Ein Konto ist nicht nötig.",
        "In der Adresse dieser Seite steht alles, was Sie gewählt haben. Schicken Sie sie jemandem aus Ihrem Team, und dort ist dasselbe zu sehen.",
    ],
    steps: [
        "1. Was zu sehen ist",
        "2. Was Besucher ändern können",
        "3. Wie es aussieht",
        "4. Wohin es kommt",
    ],
    ignored: Pattern("„{value}“ ist kein Wert für {key} und wurde deshalb weggelassen."),
    also: Pattern("Ebenfalls aus der Adresse übernommen: {parts}."),
    locked_to: Pattern("die Beschränkung auf {filter}"),

    visitors: Choice {
        legend: "Besucher Ihrer Seite",
        answers: ["können in allen Projekten weitersuchen", "sehen immer nur dies"],
    },
    visitors_hint: "Was sie immer sehen, steht nicht als Filter auf der Seite. Es ist kein Geheimnis: Alle Projekte sind öffentlich.",

    show: Choice {
        legend: "Liste und Karte",
        answers: ["Beides", "Nur die Liste", "Nur die Karte"],
    },
    language: "Sprache",
    scheme: Choice {
        legend: "Hell oder dunkel",
        answers: ["Wie das Gerät des Besuchers", "Immer hell", "Immer dunkel"],
    },
    accent: "Akzentfarbe",
    accent_hint: "Sechs Zeichen von 0 bis f, zum Beispiel 154273. Leer: unsere eigene Farbe.",
    pick: "Die Akzentfarbe auswählen",
    contrast: Pattern(
        "#{colour} hat auf unserem hellen Grund einen Kontrast von {light} und mit weißem Text darauf von {white}.",
    ),
    enough: "Das ist genug (mindestens 4,5:1).",
    too_little: Pattern(
        "Das ist zu wenig (mindestens 4,5:1). Deshalb wird #{colour} gezeigt, die nächstliegende lesbare Farbe.",
    ),
    take: Pattern("#{colour} verwenden"),
    in_dark: Pattern("In dunklen Farben wird daraus #{colour} ({ratio})."),
    radius: "Runde Ecken",
    radius_hint: "0 bis 24 Pixel. Leer: wie bei uns.",
    font: "Schriftart",
    font_hint: "Der Name einer Schrift, die Besucher auf ihrem Gerät haben. Leer: die ihres Systems.",
    heading: "Ebene der ersten Überschrift",
    level: Pattern("Ebene {n}"),
    compact: "Kompakte Einträge, ohne Beschreibung",
    open: Choice {
        legend: "Projektseiten öffnen sich",
        answers: ["im Rahmen", "in einem neuen Tab"],
    },
    hide: "Weglassen",
    parts: [
        "Titel",
        "Einleitung",
        "Suchfeld",
        "Filter",
        "Reihenfolge der Liste",
        "Teilen und Drucken",
        "Liste",
        "Karte",
        "Auswahl, was die Karte zeigt",
        "Sprachen",
        "Link zum ganzen Explorer",
    ],
    show_it: "Anzeigen",

    preview: "Vorschau",
    outputs: [
        (
            "Rahmen",
            "Für jedes System, auch wenn es Skripte entfernt. Die Höhe ist fest; darunter steht ein Link zu allen Projekten.",
        ),
        (
            "Rahmen, der mit dem Inhalt wächst",
            "Derselbe Rahmen mit einem Skript, das die Höhe an den Inhalt anpasst.",
        ),
        (
            "Element",
            "Für Seiten, die Sie selbst schreiben: ein eigenes Element. Ohne das Skript ist es ein Link.",
        ),
        ("Adresse", "Für Systeme, die aus einer Adresse einen Rahmen machen (oEmbed)."),
        (
            "Reines Markup",
            "Für Websites, die auf dem eigenen Server Seiten einbinden: Überschriften und eine Liste, ohne Skript und Gestaltung.",
        ),
    ],
    php: "Mit PHP eingebunden",
    copy: "Kopieren",
    copied: "Kopiert.",
    not_copied: "Das Kopieren ist nicht gelungen. Markieren Sie den Text und kopieren Sie ihn selbst.",

    to_explorer: "Diese Projekte im Interreg Explorer ansehen",
    all: Plural {
        one: Pattern("Das Projekt im Interreg Explorer ansehen"),
        other: Pattern("Alle {n} Projekte im Interreg Explorer ansehen"),
    },
    credits: Pattern("Daten: {credits}."),
};
