//! English.

use super::{About, Pattern, Plural};

pub(super) static ABOUT: About = About {
    title: "About this site",
    description: "What Interreg is, where the data comes from, how your privacy is kept, and how accessible this site is.",

    interreg: "What is Interreg?",
    interreg_text: [
        "Interreg is an instrument of the European Union. Since 1990 it has supported cooperation across borders: towns, regions, businesses, universities and other organisations from several countries work on the same question together.",
        "The EU pays part of the costs, mainly from the European Regional Development Fund (ERDF). The partners provide the rest. There are four kinds, called strands:",
    ],
    strands: [
        "Interreg A: regions on both sides of a border work together.",
        "Interreg B: larger areas in several countries work together, such as those around the North Sea.",
        "Interreg C: regions and towns from all over Europe learn from one another.",
        "Interreg D: the outermost regions of the EU, such as the Azores and Réunion, work with the countries around them.",
    ],

    shows: "What does this site show?",
    shows_cities: Pattern(
        "Interreg projects of {cities}. Each project says who presents it. Where another of our cities merely takes part, it says so as well.",
    ),
    shows_text: [
        "What no source tells is not filled in. It then says “not published”. Unknown never means zero.",
        "The page of each project names its sources. Where sources disagree, it shows what each of them says.",
        "The total budget of a project belongs to all its partners together. That is why these amounts must not be added up per city.",
        "Amounts stand here as they were published. Where two of them contradict each other, such as a total budget of which the EU would pay less than 5 %, it says “doubtful” and why. Such amounts count in no order and no sum.",
    ],

    data: "Where does the data come from?",
    data_text: "From public sources, such as the websites of projects, programmes and organisations. The page of each project names them.",
    collected: Pattern("Data collected: {date}."),
    credits: "This collection contains data from:",
    licence: Pattern("licence: {licence}"),
    basemap: "The map",
    basemap_text: "The map is drawn from GSHHG (coasts and lakes, LGPL), Natural Earth (borders, public domain) and GeoNames (towns, CC BY 4.0).",
    reuse: "Using the data and the software",
    reuse_text: "The facts may be reused if the source is credited. CC BY 4.0 applies to data from GeoNames. The software is open source under the licence EUPL-1.2.",

    privacy: "Privacy",
    privacy_text: [
        "This site sets no cookies and stores nothing in your browser.",
        "It loads nothing from third parties and keeps no statistics about visitors.",
        "The log of the server does not contain the addresses of visitors.",
    ],

    accessibility: "Accessibility statement",
    stated_by: Pattern(
        "{name} is responsible for this website and wants everyone to be able to use it, as the Dutch decree on digital accessibility (Besluit digitale toegankelijkheid overheid) requires.",
    ),
    stated_by_missing: "The organisation that runs this website has not filled in its name yet. This statement is therefore not complete.",
    scope: Pattern("This statement applies to the website {address}."),
    model: "It follows the European model (Implementing Decision (EU) 2018/1523).",
    published: "Read the published statement",

    compliance: "Compliance status",
    compliances: [
        "This website fully complies with EN 301 549 (WCAG 2.1, level AA).",
        "This website partially complies with EN 301 549 (WCAG 2.1, level AA).",
        "This website does not comply with EN 301 549 (WCAG 2.1, level AA).",
        "It has not been assessed yet whether this website complies with EN 301 549 (WCAG 2.1, level AA).",
    ],
    compliance_missing: "The organisation has not stated yet whether this website complies with EN 301 549 (WCAG 2.1, level AA).",
    barriers: "The published statement says what is not accessible yet.",
    barriers_missing: "There is no list yet of what is not accessible.",

    assessment: "How is this known?",
    tests: "Automated tests (axe, WCAG 2.2, level AA) run with every change to the software. Such tests find only some of the barriers.",
    audit: Pattern("The organisation names this independent audit: {audit}."),
    audit_missing: "No independent audit is known.",
    dated: Pattern("Date of this statement: {date}."),
    dated_missing: "The date of this statement has not been filled in yet.",

    feedback: "Something does not work for you?",
    contact: Pattern("Write to {email}. Say which page it is and what does not work."),
    contact_missing: "No e-mail address has been filled in yet. Please contact the city that presents the project.",
    response: Plural {
        one: Pattern("You will get an answer within {n} working day."),
        other: Pattern("You will get an answer within {n} working days."),
    },
    response_missing: "How soon you will get an answer has not been filled in yet.",

    enforcement: "Not satisfied with the answer?",
    enforcement_text: Pattern(
        "If no answer comes, or the answer does not help, you can complain to the {ombudsman}.",
    ),
    ombudsman: "National Ombudsman of the Netherlands",
};
