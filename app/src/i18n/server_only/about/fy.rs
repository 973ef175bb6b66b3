//! West Frisian.

use super::{About, Pattern, Plural};

pub(super) static ABOUT: About = About {
    title: "Oer dizze webside",
    description: "Wat Interreg is, wêr’t de gegevens weikomme, hoe’t de privacy regele is en hoe tagonklik dizze webside is.",

    interreg: "Wat is Interreg?",
    interreg_text: [
        "Interreg is in ynstrumint fan de Europeeske Uny. It stipet sûnt 1990 gearwurking oer de grinzen hinne: stêden, regio’s, bedriuwen, hegeskoallen en oare organisaasjes út ferskate lannen pakke tegearre in fraachstik oan.",
        "De EU betellet in part fan de kosten, benammen út it Europeesk Fûns foar Regionale Untwikkeling (EFRO). De partners soargje foar de rest. Der binne fjouwer soarten:",
    ],
    strands: [
        "Interreg A: gebieten oan beide kanten fan in grins wurkje gear.",
        "Interreg B: gruttere gebieten yn ferskate lannen wurkje gear, lykas dy om de Noardsee hinne.",
        "Interreg C: regio’s en stêden út hiel Europa leare faninoar.",
        "Interreg D: de fierste gebieten fan de EU, lykas de Azoaren en Réunion, wurkje gear mei de lannen om har hinne.",
    ],

    shows: "Wat lit dizze webside sjen?",
    shows_cities: Pattern(
        "Interreg-projekten fan {cities}. By elk projekt stiet wa’t it presintearret. Is in oare stêd fan ús allinnich belutsen, dan stiet dat der ek by.",
    ),
    shows_text: [
        "Wat yn gjin inkelde boarne stiet, is net ynfold. Dan stiet der ‘net publisearre’. Unbekend betsjut nea nul.",
        "Op de side fan elk projekt steane de boarnen. Sprekke boarnen inoar tsjin, dan stiet der wat elke boarne seit.",
        "It totale budzjet fan in projekt is fan alle partners tegearre. Dêrom meie dy bedraggen net per stêd byinoar opteld wurde.",
        "Bedraggen steane hjir sa’t se publisearre binne. Sprekke twa dêrfan inoar tsjin, lykas by in totaal budzjet dêr’t de EU minder as 5 % fan betelje soe, dan stiet der ‘twivelachtich’ by, en wêrom. Sokke bedraggen telle net mei yn folchoarders en optellingen.",
    ],

    data: "Wêr komme de gegevens wei?",
    data_text: "Ut iepenbiere boarnen, lykas websiden fan projekten, programma’s en organisaasjes. De side fan elk projekt neamt se.",
    collected: Pattern("Gegevens sammele: {date}."),
    credits: "Yn dizze samling sitte gegevens fan:",
    licence: Pattern("lisinsje: {licence}"),
    basemap: "De kaart",
    basemap_text: "De kaart is makke mei GSHHG (kusten en marren, LGPL), Natural Earth (grinzen, publyk domein) en GeoNames (plakken, CC BY 4.0).",
    reuse: "Gegevens en software brûke",
    reuse_text: "De feiten meie op ’e nij brûkt wurde as de boarne neamd wurdt. Foar gegevens fan GeoNames jildt CC BY 4.0. De software is iepen boarne, mei de lisinsje EUPL-1.2.",

    privacy: "Privacy",
    privacy_text: [
        "Dizze webside pleatst gjin cookies en bewarret neat yn de browser.",
        "De webside hellet neat by oaren op en hâldt gjin statistiken oer besikers by.",
        "Yn it lochboek fan de server steane gjin adressen fan besikers.",
    ],

    accessibility: "Tagonklikheidsferklearring",
    stated_by: Pattern(
        "{name} is ferantwurdlik foar dizze webside en wol dat elkenien dy brûke kin, sa’t it Nederlânske beslút oer digitale tagonklikheid (Besluit digitale toegankelijkheid overheid) dat freget.",
    ),
    stated_by_missing: "De organisaasje efter dizze webside hat har namme noch net ynfold. Dizze ferklearring is dêrom noch net kompleet.",
    scope: Pattern("Dizze ferklearring jildt foar de webside {address}."),
    model: "De ferklearring folget it Europeeske model (Utfieringsbeslút (EU) 2018/1523).",
    published: "Lês de publisearre ferklearring",

    compliance: "Foldocht de webside oan de easken?",
    compliances: [
        "Dizze webside foldocht folslein oan EN 301 549 (WCAG 2.1, nivo AA).",
        "Dizze webside foldocht foar in part oan EN 301 549 (WCAG 2.1, nivo AA).",
        "Dizze webside foldocht net oan EN 301 549 (WCAG 2.1, nivo AA).",
        "Der is noch net ûndersocht oft dizze webside foldocht oan EN 301 549 (WCAG 2.1, nivo AA).",
    ],
    compliance_missing: "De organisaasje hat noch net ynfold oft dizze webside foldocht oan EN 301 549 (WCAG 2.1, nivo AA).",
    barriers: "Yn de publisearre ferklearring stiet wat noch net tagonklik is.",
    barriers_missing: "Der is noch gjin list fan wat net tagonklik is.",

    assessment: "Hoe is dit ûndersocht?",
    tests: "By elke feroaring fan de software rinne der automatyske tests (axe, WCAG 2.2, nivo AA). Sokke tests fine mar in part fan de problemen.",
    audit: Pattern("De organisaasje neamt dit ûnôfhinklike ûndersyk: {audit}."),
    audit_missing: "Der is gjin ûnôfhinklik ûndersyk bekend.",
    dated: Pattern("Datum fan dizze ferklearring: {date}."),
    dated_missing: "De datum fan dizze ferklearring is noch net ynfold.",

    feedback: "Wurket der wat net?",
    contact: Pattern("Mail nei {email}. Fertel om hokker side it giet en wat der net slagget."),
    contact_missing: "Der is noch gjin e-mailadres ynfold. Nim kontakt op mei de gemeente dy’t it projekt presintearret.",
    response: Plural {
        one: Pattern("In antwurd folget binnen {n} wurkdei."),
        other: Pattern("In antwurd folget binnen {n} wurkdagen."),
    },
    response_missing: "Hoe gau’t der in antwurd komt, is noch net ynfold.",

    enforcement: "Net tefreden mei it antwurd?",
    enforcement_text: Pattern(
        "Komt der gjin antwurd, of helpt it antwurd net? Dan kinne jo in klacht yntsjinje by de {ombudsman}.",
    ),
    ombudsman: "Nasjonale ombudsman",
};
