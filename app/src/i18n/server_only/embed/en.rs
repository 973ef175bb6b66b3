//! English.

use super::{Choice, EmbedWords, Pattern, Plural};

pub const WORDS: EmbedWords = EmbedWords {
    title: "Put the explorer on your website",
    description: "Choose which projects your website shows and how they look, and copy what to paste.",
    introduction: [
        "Choose which projects your page shows and how they look, and copy what your website takes. You need no account.",
        "The address of this page holds everything you have chosen. Send it to a colleague, and they see the same.",
    ],
    steps: [
        "1. What it shows",
        "2. What visitors can change",
        "3. How it looks",
        "4. Where it goes",
    ],
    ignored: Pattern("“{value}” is not a value for {key}, so it was left out."),
    also: Pattern("Also kept from the address: {parts}."),
    locked_to: Pattern("the lock to {filter}"),

    visitors: Choice {
        legend: "Visitors of your page",
        answers: ["can widen it to all projects", "only ever see this"],
    },
    visitors_hint: "What they only ever see is not shown as a filter. It is no secret: all projects are public.",

    show: Choice { legend: "List and map", answers: ["Both", "List only", "Map only"] },
    language: "Language",
    scheme: Choice {
        legend: "Light or dark",
        answers: ["As the visitor’s device", "Always light", "Always dark"],
    },
    accent: "Accent colour",
    accent_hint: "Six digits from 0 to f, such as 154273. Empty: our own.",
    pick: "Pick the accent colour",
    contrast: Pattern(
        "#{colour} has a contrast of {light} on our light background and {white} with white text on it.",
    ),
    enough: "That is enough (at least 4.5:1).",
    too_little: Pattern(
        "That is too little (at least 4.5:1), so the embed shows #{colour}, the nearest that can be read.",
    ),
    take: Pattern("Use #{colour}"),
    in_dark: Pattern("In dark colours it is shown as #{colour} ({ratio})."),
    radius: "Round corners",
    radius_hint: "0 to 24 pixels. Empty: as we have it.",
    font: "Typeface",
    font_hint: "The name of one that visitors have on their device. Empty: that of their system.",
    heading: "Level of the first heading",
    level: Pattern("Level {n}"),
    compact: "Compact cards, without descriptions",
    open: Choice { legend: "Project pages open", answers: ["in the frame", "in a new tab"] },
    hide: "Leave out",
    parts: [
        "Title",
        "Introduction",
        "Search box",
        "Filters",
        "Order of the list",
        "Share and print",
        "List",
        "Map",
        "Choice of what the map shows",
        "Languages",
        "Link to the whole explorer",
    ],
    show_it: "Show",

    preview: "Preview",
    outputs: [
        (
            "Frame",
            "For any system, also one that removes scripts. The height is fixed; below it stands a link to the explorer.",
        ),
        (
            "Frame that follows its content",
            "The same frame with a script that fits its height to what is in it.",
        ),
        (
            "Element",
            "For pages that you write yourself: an element of its own. Without the script it is a link.",
        ),
        ("Address", "For systems that make a frame from an address (oEmbed)."),
        (
            "Plain markup",
            "For websites that include pages on their own server: headings and a list, without script and style.",
        ),
    ],
    php: "Included with PHP",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "It could not be copied. Select the text and copy it yourself.",

    to_explorer: "See these projects in the Interreg Explorer",
    all: Plural {
        one: Pattern("See the project in the Interreg Explorer"),
        other: Pattern("See all {n} projects in the Interreg Explorer"),
    },
    credits: Pattern("Data: {credits}."),
};
