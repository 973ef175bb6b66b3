//! What is shown in place of a page that the server did not answer.

use leptos::prelude::*;

use crate::{
    failure::Failure,
    piece::{IntoPiece as _, Piece, page_heading},
    site::Site,
};

/// The notice. The visitor sees the reference under which the server's log has the
/// cause, and no internals.
pub fn fault(site: Site, failure: &Failure) -> Piece {
    let t = site.t;
    let reference = match failure {
        Failure::Server(reference) => Some(t.fault_reference.fill(&[("reference", reference)])),
        // The server has nothing in its log.
        Failure::Arguments(cause) | Failure::Connection(cause) => {
            leptos::logging::warn!("{cause}");
            None
        }
    };
    let (heading, hint) = match failure {
        Failure::Connection(_) => (t.no_connection, t.no_connection_hint),
        Failure::Server(_) | Failure::Arguments(_) => (t.fault, t.fault_hint),
    };
    view! {
        <main id="content" tabindex="-1" class="plain-page">
            {page_heading(site, None, None, heading.into_piece())}
            <p>{hint}</p>
            {reference.map(|reference| view! { <p>{reference}</p> })}
            <p>
                <a href="" rel="external">
                    {t.try_again}
                </a>
            </p>
        </main>
    }
    .into_piece()
}
