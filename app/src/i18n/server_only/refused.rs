//! The words for sites that may not show the explorer in a frame. Only the server
//! says them, so the browser does not carry them.

use catalogue::model::Lang;

/// The words in one language.
#[derive(Debug)]
pub struct RefusedWords {
    /// Title of the page in the frame.
    pub title: &'static str,
    /// Why there is nothing in it.
    pub refused: &'static str,
    /// Link to the explorer itself.
    pub open: &'static str,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static RefusedWords {
    match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
        Lang::De => &DE,
        Lang::Fy => &FY,
    }
}

static NL: RefusedWords = RefusedWords {
    title: "Niet op deze website",
    refused: "Deze website staat niet op de lijst van websites die de Interreg Explorer mogen tonen.",
    open: "Open de Interreg Explorer in een nieuw tabblad",
};

static EN: RefusedWords = RefusedWords {
    title: "Not on this website",
    refused: "This website is not on the list of websites that may show the Interreg Explorer.",
    open: "Open the Interreg Explorer in a new tab",
};

static DE: RefusedWords = RefusedWords {
    title: "Nicht auf dieser Website",
    refused: "Diese Website steht nicht auf der Liste der Websites, die den Interreg Explorer zeigen dürfen.",
    open: "Den Interreg Explorer in einem neuen Tab öffnen",
};

static FY: RefusedWords = RefusedWords {
    title: "Net op dizze webside",
    refused: "Dizze webside stiet net op de list fan websides dy’t de Interreg Explorer sjen litte meie.",
    open: "Iepenje de Interreg Explorer yn in nij ljepblêd",
};
