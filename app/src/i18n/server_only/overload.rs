//! The words for a moment in which too much is asked. Only the server says them, so the
//! browser does not carry them.

use catalogue::model::Lang;

/// The words in one language.
#[derive(Debug)]
pub struct OverloadWords {
    /// What is the matter.
    pub title: &'static str,
    /// What the visitor can do.
    pub hint: &'static str,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static OverloadWords {
    match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
        Lang::De => &DE,
        Lang::Fy => &FY,
    }
}

static NL: OverloadWords = OverloadWords {
    title: "Het is nu erg druk",
    hint: "Laad de pagina over een paar seconden opnieuw.",
};

static EN: OverloadWords = OverloadWords {
    title: "The site is very busy right now",
    hint: "Load the page again in a few seconds.",
};

static DE: OverloadWords = OverloadWords {
    title: "Gerade sind sehr viele Anfragen unterwegs",
    hint: "Laden Sie die Seite in ein paar Sekunden neu.",
};

static FY: OverloadWords = OverloadWords {
    title: "It is no tige drok",
    hint: "Laad de side oer in pear sekonden op ’e nij.",
};
