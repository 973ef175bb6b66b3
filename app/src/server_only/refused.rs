//! What stands in a frame that a site may not have.

use catalogue::model::Lang;
use leptos::prelude::*;

use super::plain::plain;
use crate::i18n::server_only::refused;

/// A page by itself, with one sentence and the way to the explorer at `address`.
/// It has no style: the policy it is sent with lets it load nothing.
pub fn refused_frame(lang: Lang, address: &str) -> String {
    let t = refused::words(lang);
    plain(view! {
        <!DOCTYPE html>
        <html lang=lang.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{t.title}</title>
            </head>
            <body>
                <p>{t.refused}</p>
                <p>
                    <a href=address.to_owned() target="_blank" rel="noopener">{t.open}</a>
                </p>
            </body>
        </html>
    })
}
