//! What stands on a page that cannot be made now, since too many are being made.

use catalogue::model::Lang;
use leptos::prelude::*;

use super::plain::plain;
use crate::i18n::server_only::overload;

/// A page without style or script that says the same in every language, since making it
/// must cost nothing.
pub fn overload_page() -> String {
    let section = |lang: Lang| {
        let t = overload::words(lang);
        view! {
            <section lang=lang.tag()>
                <h1>{t.title}</h1>
                <p>{t.hint}</p>
            </section>
        }
    };
    plain(view! {
        <!DOCTYPE html>
        <html lang="nl">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width"/>
                <meta name="color-scheme" content="light dark"/>
                <title>"503"</title>
            </head>
            <body>{Lang::ALL.map(section)}</body>
        </html>
    })
}
