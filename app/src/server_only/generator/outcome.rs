//! What comes of a set-up: the embed as it will be, and what to paste.

use leptos::prelude::*;

use super::{Setup, snippets::Snippets};
use crate::{
    i18n::server_only::embed::{EmbedWords, words},
    site::Site,
};

/// The embed itself, in a frame.
pub fn preview(site: Site, setup: &Setup) -> impl IntoView + use<> {
    let words = words(site.lang);
    view! {
        <section class="embed-preview" aria-labelledby="preview">
            <h2 id="preview">{words.preview}</h2>
            <iframe data-live title=words.preview src=setup.widget()></iframe>
        </section>
    }
}

/// What to paste, for five kinds of websites.
pub fn outputs(site: Site, setup: &Setup, public_url: &str) -> AnyView {
    let words = words(site.lang);
    let [.., heading] = words.steps;
    let [frame, following, element, address, fragment] = words.outputs;
    let snippets = Snippets::of(setup, public_url);
    let included = snippets.included();
    view! {
        <section
            class="embed-outputs"
            aria-labelledby="outputs"
            data-copied=words.copied
            data-failed=words.not_copied
        >
            <h2 id="outputs">{heading}</h2>
            <Output words id="frame" called=frame text=snippets.frame() rows=8/>
            <Output
                words
                id="following"
                called=following
                text=snippets.frame_that_follows()
                rows=9
            />
            <Output words id="element" called=element text=snippets.element() rows=7/>
            <Output words id="address" called=address text=snippets.address() rows=3/>
            <Output words id="fragment" called=fragment text=snippets.fragment() rows=3>
                <p id="php-name">{words.php}</p>
                <Snippet id="php" text=included rows=3/>
                <Copy words what=words.php id="php"/>
            </Output>
        </section>
    }
    .into_any()
}

/// One kind: its name, what it is for, and the text.
#[component]
fn Output(
    words: &'static EmbedWords,
    id: &'static str,
    /// Its name, and what it is for.
    called: (&'static str, &'static str),
    text: String,
    rows: u8,
    /// What follows.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let (name, purpose) = called;
    view! {
        <div class="embed-output">
            <h3 id=format!("{id}-name")>{name}</h3>
            <p id=format!("{id}-use")>{purpose}</p>
            <Snippet id text rows described_by=format!("{id}-use")/>
            <Copy words what=name id/>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}

/// A text to copy, labelled by what has its id and `-name`.
#[component]
fn Snippet(
    id: &'static str,
    text: String,
    rows: u8,
    #[prop(optional, into)] described_by: Option<String>,
) -> impl IntoView {
    view! {
        <textarea
            id=id
            rows=rows.to_string()
            readonly
            spellcheck="false"
            lang="zxx"
            data-live
            aria-labelledby=format!("{id}-name")
            aria-describedby=described_by
        >
            // The one element in whose text Leptos escapes nothing.
            {html_escape::encode_text(&text).into_owned()}
        </textarea>
    }
}

/// The button, which the script brings up, and beside it what came of it.
#[component]
fn Copy(words: &'static EmbedWords, what: &'static str, id: &'static str) -> impl IntoView {
    view! {
        <div class="embed-copy">
            <button type="button" class="secondary" hidden data-scripted data-copies=id>
                {words.copy}
                <span class="unseen">{format!(": {what}")}</span>
            </button>
            <p class="said" role="status"></p>
        </div>
    }
}
