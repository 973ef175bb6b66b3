//! What opens the explorer: its title and what it is about.

use catalogue::query::Exploration;
use leptos::prelude::*;

use crate::{
    piece::{IntoPiece as _, Piece, heading},
    site::Site,
    words,
};

/// The title of the explorer: "our cities" only where most projects are theirs.
pub fn site_title(site: Site, answer: &Exploration) -> String {
    let t = site.t;
    let own = answer.title.clone();
    own.unwrap_or_else(|| {
        let title = if answer.is_of_home_cities { t.title } else { t.title_of_many };
        title.to_owned()
    })
}

/// Title and introduction. A phone shows the first lines of that, and the rest on demand:
/// all of it is there, so that a screen reader reads it in one go.
pub fn opening(site: Site, answer: &Exploration) -> Piece {
    let t = site.t;
    let text = answer.introduction.clone().map_or_else(
        || view! { <p class="introduction-text">{t.introduction_of_many}</p> }.into_piece(),
        |text| words::local_text(site, "introduction-text", text),
    );
    view! {
        <div class="opening">
            {heading(site, 1, None, site_title(site, answer).into_piece())}
            <div class="introduction">
                {text}
                <details class="introduction-more">
                    <summary>
                        <span class="when-closed">{t.read_more}</span>
                        <span class="when-open">{t.read_less}</span>
                    </summary>
                </details>
            </div>
        </div>
    }
    .into_piece()
}
