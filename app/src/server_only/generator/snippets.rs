//! What an official copies: the same set-up for five kinds of websites.

use catalogue::embed::Hideable;
use leptos::{
    attr::{custom::custom_attribute as written, loading},
    prelude::*,
};

use super::Setup;
use crate::{
    i18n::{self, server_only::embed::words},
    server_only::plain::plain,
};

/// What the frame may do, which is what the explorer asks for when it is told to.
pub const ALLOW: &str = "fullscreen; geolocation; clipboard-write; web-share";

/// A set-up on a site, ready to be written down.
pub struct Snippets<'a> {
    setup: &'a Setup,
    public_url: &'a str,
}

impl<'a> Snippets<'a> {
    /// Of a set-up on the site at `public_url`, which has no slash at its end.
    pub fn of(setup: &'a Setup, public_url: &'a str) -> Self {
        Self { setup, public_url }
    }

    /// For systems that strip scripts: a frame of fixed height, with a link below.
    pub fn frame(&self) -> String {
        format!("{}\n{}", self.iframe(false), self.below())
    }

    /// The frame, whose height follows what is in it wherever the script runs.
    pub fn frame_that_follows(&self) -> String {
        format!("{}\n{}\n{}", self.iframe(true), self.below(), self.script())
    }

    /// An element of our own; without the script it is the link in it.
    pub fn element(&self) -> String {
        let room = format!("display:block;min-height:{}px", self.height());
        let element = view! {
            <interreg-explorer src=self.address() {..written("style", room)}>
                {self.link()}
            </interreg-explorer>
        };
        format!("{}\n{}", plain(element), self.script())
    }

    /// The widget's address, for whatever makes a frame of an address by itself.
    pub fn address(&self) -> String {
        self.absolute(&self.setup.widget())
    }

    /// The address of the markup without a look.
    pub fn fragment(&self) -> String {
        self.absolute(&self.setup.fragment())
    }

    /// How a page in PHP takes that in.
    pub fn included(&self) -> String {
        // An address of ours has no quotes and no backslashes.
        format!("<?php readfile('{}'); ?>", self.fragment())
    }

    fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    fn iframe(&self, follows: bool) -> String {
        let t = i18n::messages(self.setup.lang);
        // Leptos would add a semicolon to a style of its own.
        plain(view! {
            <iframe
                src=self.address()
                title=t.title
                data-interreg-explorer=follows
                width="100%"
                height={self.height()}
                {..loading("lazy")}
                referrerpolicy="strict-origin-when-cross-origin"
                allow={ALLOW}
                {..written("style", "border:0")}
            ></iframe>
        })
    }

    /// Room for it, in pixels, until it says how high it is. A map needs less than a
    /// list; a list scrolls inside where nothing follows.
    fn height(&self) -> &'static str {
        if self.setup.embed.hide.contains(&Hideable::List) { "640" } else { "900" }
    }

    fn below(&self) -> String {
        plain(view! { <p>{self.link()}</p> })
    }

    fn link(&self) -> impl IntoView + use<> {
        let lang = self.setup.lang;
        view! {
            <a href=self.absolute(&self.setup.explorer()) lang=lang.tag()>
                {words(lang).to_explorer}
            </a>
        }
    }

    fn script(&self) -> String {
        plain(view! { <script src=self.absolute("/embed.js") async=true></script> })
    }
}

#[cfg(test)]
mod tests {
    use catalogue::model::Lang;

    use super::*;

    const SITE: &str = "https://projects.example.nl";
    const HOSTILE: &str = "q=%22%3E%3Cscript%3E%27&city=assen&lang=en&accent=154273&visitors=only";

    fn values(snippet: &str, attribute: &str) -> Vec<String> {
        let start = format!(" {attribute}=\"");
        let parts = snippet.split(start.as_str()).skip(1);
        parts.map(|value| value.split('"').next().unwrap().replace("&amp;", "&")).collect()
    }

    #[test]
    fn the_address_in_every_snippet_is_the_widget_s() {
        for query in ["", "city=assen&theme=health&lang=de", HOSTILE] {
            let setup = Setup::from_query(query, Lang::Nl).0;
            let snippets = Snippets::of(&setup, SITE);
            let widget = format!("{SITE}{}", setup.widget());
            let explorer = format!("{SITE}{}", setup.explorer());
            let all = [snippets.frame(), snippets.frame_that_follows(), snippets.element()];
            for snippet in &all {
                assert_eq!(values(snippet, "src")[0], widget);
                assert_eq!(values(snippet, "href"), [explorer.as_str()]);
            }
            assert_eq!(snippets.address(), widget);
            assert_eq!(
                snippets.included(),
                format!("<?php readfile('{}'); ?>", snippets.fragment())
            );
            assert!(all.iter().all(|snippet| !snippet.contains("<script>")));
        }
    }

    #[test]
    fn the_plain_frame_has_what_a_frame_needs_and_no_script() {
        let setup = Setup::from_query("lang=en", Lang::Nl).0;
        assert_eq!(
            Snippets::of(&setup, SITE).frame(),
            "<iframe src=\"https://projects.example.nl/en/widget\" \
             title=\"Interreg projects of our cities\" width=\"100%\" height=\"900\" \
             loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\" \
             allow=\"fullscreen; geolocation; clipboard-write; web-share\" \
             style=\"border:0\"></iframe>\n\
             <p><a href=\"https://projects.example.nl/en\" lang=\"en\">\
             See these projects in the Interreg Explorer</a></p>"
        );
    }

    #[test]
    fn the_script_finds_its_frame() {
        let setup = Setup::from_query("lang=en", Lang::Nl).0;
        let snippet = Snippets::of(&setup, SITE).frame_that_follows();
        assert!(snippet.contains(" data-interreg-explorer "));
        assert!(
            snippet
                .ends_with("<script src=\"https://projects.example.nl/embed.js\" async></script>")
        );
    }
}
