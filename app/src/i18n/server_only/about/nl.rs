//! Dutch.

use super::{About, Pattern, Plural};

pub(super) static ABOUT: About = About {
    title: "Over deze site",
    description: "Wat Interreg is, waar de gegevens vandaan komen, hoe privacy is geregeld en hoe toegankelijk deze site is.",

    interreg: "Wat is Interreg?",
    interreg_text: [
        "Interreg is een instrument van de Europese Unie. Het ondersteunt sinds 1990 samenwerking over grenzen heen: steden, regio’s, bedrijven, hogescholen en andere organisaties uit verschillende landen pakken samen een vraagstuk aan.",
        "De EU betaalt een deel van de kosten, vooral uit het Europees Fonds voor Regionale Ontwikkeling (EFRO). De partners zorgen voor de rest. Er zijn vier soorten:",
    ],
    strands: [
        "Interreg A: gebieden aan beide kanten van een grens werken samen.",
        "Interreg B: grotere gebieden in verschillende landen werken samen, zoals die rond de Noordzee.",
        "Interreg C: regio’s en steden uit heel Europa leren van elkaar.",
        "Interreg D: de verste gebieden van de EU, zoals de Azoren en Réunion, werken samen met de landen om hen heen.",
    ],

    shows: "Wat laat deze site zien?",
    shows_cities: Pattern(
        "Interreg-projecten van {cities}. Bij elk project staat wie het presenteert. Is een andere stad van ons alleen betrokken, dan staat dat er ook bij.",
    ),
    shows_text: [
        "Wat in geen enkele bron staat, is niet ingevuld. Dan staat er ‘niet gepubliceerd’. Onbekend betekent nooit nul.",
        "Op de pagina van elk project staan de bronnen. Spreken bronnen elkaar tegen, dan staat er wat elke bron zegt.",
        "Het totale budget van een project is van alle partners samen. Daarom mogen die bedragen niet per stad worden opgeteld.",
        "Bedragen staan hier zoals ze zijn gepubliceerd. Spreken twee ervan elkaar tegen, zoals bij een totaal budget waarvan de EU minder dan 5 % zou betalen, dan staat er ‘twijfelachtig’ bij, en waarom. Zulke bedragen tellen niet mee in volgordes en optellingen.",
    ],

    data: "Waar komen de gegevens vandaan?",
    data_text: "Uit openbare bronnen, zoals websites van projecten, programma’s en organisaties. De pagina van elk project noemt ze.",
    collected: Pattern("Gegevens verzameld: {date}."),
    credits: "In deze verzameling zitten gegevens van:",
    licence: Pattern("licentie: {licence}"),
    basemap: "De kaart",
    basemap_text: "De kaart is gemaakt met GSHHG (kusten en meren, LGPL), Natural Earth (grenzen, publiek domein) en GeoNames (plaatsen, CC BY 4.0).",
    reuse: "Gegevens en software gebruiken",
    reuse_text: "De feiten mogen worden hergebruikt als de bron wordt genoemd. Voor gegevens van GeoNames geldt CC BY 4.0. De software is open source, met de licentie EUPL-1.2.",

    privacy: "Privacy",
    privacy_text: [
        "Deze site plaatst geen cookies en bewaart niets in de browser.",
        "De site laadt niets van anderen en houdt geen statistieken over bezoekers bij.",
        "In het logboek van de server staan geen adressen van bezoekers.",
    ],

    accessibility: "Toegankelijkheidsverklaring",
    stated_by: Pattern(
        "{name} is verantwoordelijk voor deze website en wil dat iedereen de site kan gebruiken, zoals het Besluit digitale toegankelijkheid overheid vraagt.",
    ),
    stated_by_missing: "De organisatie achter deze website heeft haar naam nog niet ingevuld. Deze verklaring is daarom nog niet compleet.",
    scope: Pattern("Deze verklaring geldt voor de website {address}."),
    model: "De verklaring volgt het Europese model (Uitvoeringsbesluit (EU) 2018/1523).",
    published: "Lees de gepubliceerde verklaring",

    compliance: "Nalevingsstatus",
    compliances: [
        "Deze website voldoet volledig aan EN 301 549 (WCAG 2.1, niveau AA).",
        "Deze website voldoet gedeeltelijk aan EN 301 549 (WCAG 2.1, niveau AA).",
        "Deze website voldoet niet aan EN 301 549 (WCAG 2.1, niveau AA).",
        "Er is nog niet onderzocht of deze website voldoet aan EN 301 549 (WCAG 2.1, niveau AA).",
    ],
    compliance_missing: "De organisatie heeft nog niet ingevuld of deze website voldoet aan EN 301 549 (WCAG 2.1, niveau AA).",
    barriers: "In de gepubliceerde verklaring staat wat nog niet toegankelijk is.",
    barriers_missing: "Er is nog geen lijst van wat niet toegankelijk is.",

    assessment: "Hoe is dit onderzocht?",
    tests: "Bij elke wijziging van de software lopen er automatische tests (axe, WCAG 2.2, niveau AA). Zulke tests vinden maar een deel van de problemen.",
    audit: Pattern("De organisatie noemt dit onafhankelijke onderzoek: {audit}."),
    audit_missing: "Er is geen onafhankelijk onderzoek bekend.",
    dated: Pattern("Datum van deze verklaring: {date}."),
    dated_missing: "De datum van deze verklaring is nog niet ingevuld.",

    feedback: "Werkt er iets niet?",
    contact: Pattern("Mail naar {email}. Vertel om welke pagina het gaat en wat er niet lukt."),
    contact_missing: "Er is nog geen e-mailadres ingevuld. Neem contact op met de gemeente die het project presenteert.",
    response: Plural {
        one: Pattern("Een antwoord volgt binnen {n} werkdag."),
        other: Pattern("Een antwoord volgt binnen {n} werkdagen."),
    },
    response_missing: "Hoe snel er een antwoord komt, is nog niet ingevuld.",

    enforcement: "Niet tevreden met het antwoord?",
    enforcement_text: Pattern(
        "Komt er geen antwoord, of helpt het antwoord niet? Dan kunt u een klacht indienen bij de {ombudsman}.",
    ),
    ombudsman: "Nationale ombudsman",
};
