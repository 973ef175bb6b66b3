//! Nederlands.

use super::{Choice, EmbedWords, Pattern, Plural};

pub const WORDS: EmbedWords = EmbedWords {
    title: "De projecten op uw website zetten",
    description: "Kies welke projecten uw website toont en hoe ze eruitzien, en kopieer wat u moet plakken.",
    introduction: [
        "Kies welke projecten uw pagina toont en hoe ze eruitzien, en kopieer wat uw website nodig heeft. U hebt geen account nodig.",
        "In het adres van deze pagina staat alles wat u hebt gekozen. Stuur het naar een collega, en die ziet hetzelfde.",
    ],
    steps: [
        "1. Wat te zien is",
        "2. Wat bezoekers kunnen veranderen",
        "3. Hoe het eruitziet",
        "4. Waar het komt",
    ],
    ignored: Pattern("‘{value}’ is geen waarde voor {key} en is daarom weggelaten."),
    also: Pattern("Ook overgenomen uit het adres: {parts}."),
    locked_to: Pattern("de vergrendeling op {filter}"),

    visitors: Choice {
        legend: "Bezoekers van uw pagina",
        answers: ["kunnen verder zoeken in alle projecten", "zien altijd alleen dit"],
    },
    visitors_hint: "Wat ze altijd zien, staat niet als filter op de pagina. Het is geen geheim: alle projecten zijn openbaar.",

    show: Choice {
        legend: "Lijst en kaart",
        answers: ["Allebei", "Alleen de lijst", "Alleen de kaart"],
    },
    language: "Taal",
    scheme: Choice {
        legend: "Licht of donker",
        answers: ["Zoals het apparaat van de bezoeker", "Altijd licht", "Altijd donker"],
    },
    accent: "Accentkleur",
    accent_hint: "Zes tekens van 0 tot en met f, bijvoorbeeld 154273. Leeg: onze eigen kleur.",
    pick: "De accentkleur aanwijzen",
    contrast: Pattern(
        "#{colour} heeft een contrast van {light} op onze lichte achtergrond en van {white} met witte tekst erop.",
    ),
    enough: "Dat is genoeg (minstens 4,5:1).",
    too_little: Pattern(
        "Dat is te weinig (minstens 4,5:1). Daarom wordt #{colour} getoond, de dichtstbijzijnde kleur die te lezen is.",
    ),
    take: Pattern("#{colour} gebruiken"),
    in_dark: Pattern("In donkere kleuren wordt het #{colour} ({ratio})."),
    radius: "Ronde hoeken",
    radius_hint: "0 tot en met 24 pixels. Leeg: zoals bij ons.",
    font: "Lettertype",
    font_hint: "De naam van een lettertype dat bezoekers op hun apparaat hebben. Leeg: dat van hun systeem.",
    heading: "Niveau van de eerste kop",
    level: Pattern("Niveau {n}"),
    compact: "Compacte kaarten, zonder beschrijving",
    open: Choice {
        legend: "Projectpagina’s openen",
        answers: ["in het kader", "in een nieuw tabblad"],
    },
    hide: "Weglaten",
    parts: [
        "Titel",
        "Inleiding",
        "Zoekveld",
        "Filters",
        "Volgorde van de lijst",
        "Delen en afdrukken",
        "Lijst",
        "Kaart",
        "Keuze wat de kaart toont",
        "Talen",
        "Link naar de hele verkenner",
    ],
    show_it: "Tonen",

    preview: "Voorbeeld",
    outputs: [
        (
            "Kader",
            "Voor elk systeem, ook als dat scripts verwijdert. De hoogte staat vast; eronder staat een link naar alle projecten.",
        ),
        (
            "Kader dat met de inhoud meegroeit",
            "Hetzelfde kader met een script dat de hoogte aan de inhoud aanpast.",
        ),
        (
            "Element",
            "Voor pagina’s die u zelf schrijft: een eigen element. Zonder het script is het een link.",
        ),
        ("Adres", "Voor systemen die van een adres een kader maken (oEmbed)."),
        (
            "Kale opmaak",
            "Voor websites die op hun eigen server pagina’s invoegen: koppen en een lijst, zonder script en stijl.",
        ),
    ],
    php: "Ingevoegd met PHP",
    copy: "Kopiëren",
    copied: "Gekopieerd.",
    not_copied: "Het kopiëren is niet gelukt. Selecteer de tekst en kopieer die zelf.",

    to_explorer: "Deze projecten bekijken in de Interreg Explorer",
    all: Plural {
        one: Pattern("Het project bekijken in de Interreg Explorer"),
        other: Pattern("Alle {n} projecten bekijken in de Interreg Explorer"),
    },
    credits: Pattern("Gegevens: {credits}."),
};
