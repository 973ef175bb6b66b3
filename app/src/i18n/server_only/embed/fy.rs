//! Frysk.

use super::{Choice, EmbedWords, Pattern, Plural};

pub const WORDS: EmbedWords = EmbedWords {
    title: "De projekten op jo webside sette",
    description: "Kies hokker projekten jo webside sjen lit en hoe’t se derútsjogge, en kopiearje wat jo plakke moatte.",
    introduction: [
        "Kies hokker projekten jo side sjen lit en hoe’t se derútsjogge, en kopiearje wat jo webside nedich hat. Jo hawwe gjin account nedich.",
        "Yn it adres fan dizze side stiet alles wat jo keazen hawwe. Stjoer it nei in kollega, en dy sjocht itselde.",
    ],
    steps: [
        "1. Wat te sjen is",
        "2. Wat besikers feroarje kinne",
        "3. Hoe’t it derútsjocht",
        "4. Wêr’t it komt",
    ],
    ignored: Pattern("‘{value}’ is gjin wearde foar {key} en is dêrom weilitten."),
    also: Pattern("Ek oernommen út it adres: {parts}."),
    locked_to: Pattern("de beheining ta {filter}"),

    visitors: Choice {
        legend: "Besikers fan jo side",
        answers: ["kinne fierder sykje yn alle projekten", "sjogge altyd allinnich dit"],
    },
    visitors_hint: "Wat se altyd sjogge, stiet net as filter op de side. It is gjin geheim: alle projekten binne iepenbier.",

    show: Choice {
        legend: "List en kaart",
        answers: ["Allebeide", "Allinnich de list", "Allinnich de kaart"],
    },
    language: "Taal",
    scheme: Choice {
        legend: "Ljocht of tsjuster",
        answers: ["Lykas it apparaat fan de besiker", "Altyd ljocht", "Altyd tsjuster"],
    },
    accent: "Aksintkleur",
    accent_hint: "Seis tekens fan 0 oant en mei f, bygelyks 154273. Leech: ús eigen kleur.",
    pick: "De aksintkleur oanwize",
    contrast: Pattern(
        "#{colour} hat in kontrast fan {light} op ús ljochte eftergrûn en fan {white} mei wite tekst derop.",
    ),
    enough: "Dat is genôch (op syn minst 4,5:1).",
    too_little: Pattern(
        "Dat is te min (op syn minst 4,5:1). Dêrom wurdt #{colour} sjen litten, de tichtstbye kleur dy’t te lêzen is.",
    ),
    take: Pattern("#{colour} brûke"),
    in_dark: Pattern("Yn tsjustere kleuren wurdt it #{colour} ({ratio})."),
    radius: "Rûne hoeken",
    radius_hint: "0 oant en mei 24 piksels. Leech: sa’t wy it hawwe.",
    font: "Lettertype",
    font_hint: "De namme fan in lettertype dat besikers op harren apparaat hawwe. Leech: dat fan harren systeem.",
    heading: "Nivo fan de earste kop",
    level: Pattern("Nivo {n}"),
    compact: "Kompakte kaarten, sûnder beskriuwing",
    open: Choice {
        legend: "Projektsiden geane iepen",
        answers: ["yn it ramt", "yn in nij ljepblêd"],
    },
    hide: "Weilitte",
    parts: [
        "Titel",
        "Ynlieding",
        "Sykfjild",
        "Filters",
        "Folchoarder fan de list",
        "Diele en ôfdrukke",
        "List",
        "Kaart",
        "Kar wat de kaart sjen lit",
        "Talen",
        "Keppeling nei de hiele ferkenner",
    ],
    show_it: "Sjen litte",

    preview: "Foarbyld",
    outputs: [
        (
            "Ramt",
            "Foar elk systeem, ek as dat skripts fuorthellet. De hichte stiet fêst; derûnder stiet in keppeling nei alle projekten.",
        ),
        (
            "Ramt dat mei de ynhâld meigroeit",
            "Itselde ramt mei in skript dat de hichte oan de ynhâld oanpast.",
        ),
        (
            "Elemint",
            "Foar siden dy’t jo sels skriuwe: in eigen elemint. Sûnder it skript is it in keppeling.",
        ),
        ("Adres", "Foar systemen dy’t fan in adres in ramt meitsje (oEmbed)."),
        (
            "Keale opmaak",
            "Foar websiden dy’t op harren eigen tsjinner siden ynfoegje: koppen en in list, sûnder skript en styl.",
        ),
    ],
    php: "Ynfoege mei PHP",
    copy: "Kopiearje",
    copied: "Kopiearre.",
    not_copied: "It kopiearjen is net slagge. Selektearje de tekst en kopiearje dy sels.",

    to_explorer: "Dizze projekten besjen yn de Interreg Explorer",
    all: Plural {
        one: Pattern("It projekt besjen yn de Interreg Explorer"),
        other: Pattern("Alle {n} projekten besjen yn de Interreg Explorer"),
    },
    credits: Pattern("Gegevens: {credits}."),
};
