//! German.

use super::{About, Pattern, Plural};

pub(super) static ABOUT: About = About {
    title: "Über diese Website",
    description: "Was Interreg ist, woher die Daten stammen, wie Ihre Privatsphäre geschützt wird und wie barrierefrei diese Website ist.",

    interreg: "Was ist Interreg?",
    interreg_text: [
        "Interreg ist ein Instrument der Europäischen Union. Es fördert seit 1990 die Zusammenarbeit über Grenzen hinweg: Städte, Regionen, Unternehmen, Hochschulen und andere Organisationen aus mehreren Ländern arbeiten gemeinsam an einer Frage.",
        "Die EU trägt einen Teil der Kosten, vor allem aus dem Europäischen Fonds für regionale Entwicklung (EFRE). Den Rest bringen die Partner auf. Es gibt vier Ausrichtungen:",
    ],
    strands: [
        "Interreg A: Regionen auf beiden Seiten einer Grenze arbeiten zusammen.",
        "Interreg B: Größere Gebiete in mehreren Ländern arbeiten zusammen, zum Beispiel rund um die Nordsee.",
        "Interreg C: Regionen und Städte aus ganz Europa lernen voneinander.",
        "Interreg D: Die Gebiete der EU in äußerster Randlage, etwa die Azoren und Réunion, arbeiten mit den Ländern in ihrer Umgebung zusammen.",
    ],

    shows: "Was zeigt diese Website?",
    shows_cities: Pattern(
        "Interreg-Projekte von {cities}. Bei jedem Projekt steht, wer es vorstellt. Ist eine weitere unserer Städte lediglich beteiligt, steht auch das dabei.",
    ),
    shows_text: [
        "Was in keiner Quelle steht, ist nicht ausgefüllt. Dort heißt es „nicht veröffentlicht“. Unbekannt bedeutet niemals null.",
        "Die Seite jedes Projekts nennt die Quellen. Wo Quellen sich widersprechen, steht dort, was jede von ihnen angibt.",
        "Das Gesamtbudget eines Projekts gehört allen Partnern gemeinsam. Diese Beträge dürfen deshalb nicht je Stadt zusammengezählt werden.",
        "Beträge stehen hier so, wie sie veröffentlicht wurden. Widersprechen sich zwei davon, etwa ein Gesamtbudget, von dem die EU weniger als 5 % zahlen würde, steht dort „zweifelhaft“ und warum. Solche Beträge zählen in keiner Reihenfolge und keiner Summe mit.",
    ],

    data: "Woher stammen die Daten?",
    data_text: "Aus öffentlichen Quellen, etwa den Websites von Projekten, Programmen und Organisationen. Die Seite jedes Projekts nennt sie.",
    collected: Pattern("Stand der Daten: {date}."),
    credits: "Diese Sammlung enthält Daten von:",
    licence: Pattern("Lizenz: {licence}"),
    basemap: "Die Karte",
    basemap_text: "Die Karte beruht auf GSHHG (Küsten und Seen, LGPL), Natural Earth (Grenzen, gemeinfrei) und GeoNames (Orte, CC BY 4.0).",
    reuse: "Daten und Software nutzen",
    reuse_text: "Die Fakten dürfen weiterverwendet werden, wenn die Quelle genannt wird. Für Daten von GeoNames gilt CC BY 4.0. Die Software ist quelloffen und steht unter der Lizenz EUPL-1.2.",

    privacy: "Datenschutz",
    privacy_text: [
        "Diese Website setzt keine Cookies und speichert nichts in Ihrem Browser.",
        "Sie lädt nichts von Dritten und führt keine Statistik über Besuche.",
        "Das Protokoll des Servers enthält keine Adressen von Besucherinnen und Besuchern.",
    ],

    accessibility: "Erklärung zur Barrierefreiheit",
    stated_by: Pattern(
        "{name} ist für diese Website verantwortlich und möchte, dass alle sie nutzen können, wie es die niederländische Verordnung über digitale Barrierefreiheit (Besluit digitale toegankelijkheid overheid) verlangt.",
    ),
    stated_by_missing: "Die Organisation, die diese Website betreibt, hat ihren Namen noch nicht eingetragen. Diese Erklärung ist deshalb noch nicht vollständig.",
    scope: Pattern("Diese Erklärung gilt für die Website {address}."),
    model: "Sie folgt der europäischen Mustererklärung (Durchführungsbeschluss (EU) 2018/1523).",
    published: "Veröffentlichte Erklärung lesen",

    compliance: "Stand der Vereinbarkeit mit den Anforderungen",
    compliances: [
        "Diese Website ist mit EN 301 549 (WCAG 2.1, Stufe AA) vollständig vereinbar.",
        "Diese Website ist mit EN 301 549 (WCAG 2.1, Stufe AA) teilweise vereinbar.",
        "Diese Website ist mit EN 301 549 (WCAG 2.1, Stufe AA) nicht vereinbar.",
        "Ob diese Website mit EN 301 549 (WCAG 2.1, Stufe AA) vereinbar ist, wurde noch nicht geprüft.",
    ],
    compliance_missing: "Die Organisation hat noch nicht angegeben, ob diese Website mit EN 301 549 (WCAG 2.1, Stufe AA) vereinbar ist.",
    barriers: "In der veröffentlichten Erklärung steht, was noch nicht barrierefrei ist.",
    barriers_missing: "Es gibt noch keine Liste der Inhalte, die nicht barrierefrei sind.",

    assessment: "Wie wurde das geprüft?",
    tests: "Bei jeder Änderung der Software laufen automatische Tests (axe, WCAG 2.2, Stufe AA). Solche Tests finden nur einen Teil der Barrieren.",
    audit: Pattern("Die Organisation nennt diese unabhängige Prüfung: {audit}."),
    audit_missing: "Eine unabhängige Prüfung ist nicht bekannt.",
    dated: Pattern("Datum dieser Erklärung: {date}."),
    dated_missing: "Das Datum dieser Erklärung ist noch nicht eingetragen.",

    feedback: "Etwas funktioniert nicht?",
    contact: Pattern(
        "Schreiben Sie an {email}. Nennen Sie die Seite und was dort nicht funktioniert.",
    ),
    contact_missing: "Es ist noch keine E-Mail-Adresse eingetragen. Bitte wenden Sie sich an die Stadt, die das Projekt vorstellt.",
    response: Plural {
        one: Pattern("Sie erhalten innerhalb von {n} Arbeitstag eine Antwort."),
        other: Pattern("Sie erhalten innerhalb von {n} Arbeitstagen eine Antwort."),
    },
    response_missing: "Wie schnell Sie eine Antwort erhalten, ist noch nicht eingetragen.",

    enforcement: "Nicht zufrieden mit der Antwort?",
    enforcement_text: Pattern(
        "Wenn keine Antwort kommt oder die Antwort nicht weiterhilft, können Sie sich beim {ombudsman} beschweren.",
    ),
    ombudsman: "Nationalen Ombudsmann der Niederlande",
};
