//! The third step of the generator's form: how the embed looks, and whether its accent
//! can be read.

use catalogue::{
    embed::{Accent, Embed, Hideable, Scheme},
    model::Lang,
};
use leptos::{either::Either, prelude::*};

use super::{
    Setup,
    contrast::{DARK, LIGHT, WHITE, in_dark, in_light, passes, ratio},
    fields::{Field, Group, Pick, Radios, Select, Tick},
};
use crate::{
    i18n::{self, server_only::embed::EmbedWords},
    site::Site,
};

/// Our own accent: `--accent`.
const OWN: Accent = Accent { red: 0x0a, green: 0x55, blue: 0x74 };

/// All its fields, filled in.
pub fn look(site: Site, words: &'static EmbedWords, setup: &Setup) -> AnyView {
    let embed = &setup.embed;
    let hides = |part| embed.hide.contains(&part);
    let shown = match (hides(Hideable::List), hides(Hideable::Map)) {
        (false, false) => 0,
        (false, true) => 1,
        _ => 2,
    };
    let scheme = match embed.scheme {
        Scheme::Auto => 0,
        Scheme::Light => 1,
        Scheme::Dark => 2,
    };
    let language = |lang: Lang| {
        let name = i18n::messages(lang).language;
        Pick { lang: Some(lang.tag()), ..Pick::new(lang.tag(), name, lang == setup.lang) }
    };
    let level = |level: u8| {
        let n = level.to_string();
        let label = words.level.fill(&[("n", &n)]);
        Pick::new(n, label, level == embed.heading)
    };
    // What `show` says already is not asked again.
    let parts = Hideable::ALL
        .into_iter()
        .filter(|part| !matches!(part, Hideable::List | Hideable::Map))
        .map(|part| {
            let label = words.part(part);
            view! { <Tick name="hide" value=part.as_str() label checked=hides(part)/> }
        })
        .collect_view();
    view! {
        <Radios name="show" choice=&words.show values=["both", "list", "map"] chosen=shown/>
        <Select
            name="lang"
            label=words.language
            options=Lang::ALL.into_iter().map(language).collect()
        />
        <Radios name="scheme" choice=&words.scheme values=["auto", "light", "dark"] chosen=scheme/>
        <AccentFields words accent=embed.accent/>
        <div class="embed-contrast" data-live>
            {embed.accent.map(|accent| contrast(site, words, setup, accent))}
        </div>
        <Radius words radius=embed.radius.map(|radius| radius.to_string()).unwrap_or_default()/>
        <Font words font=embed.font.as_ref().map(ToString::to_string).unwrap_or_default()/>
        <Select name="heading" label=words.heading options=(2..=5).map(level).collect()/>
        <Tick name="cards" value="compact" label=words.compact checked=embed.is_compact/>
        <Radios
            name="open"
            choice=&words.open
            values=["frame", "tab"]
            chosen=usize::from(embed.in_new_tab)
        />
        <Group legend=words.hide>{parts}</Group>
    }
    .into_any()
}

#[component]
fn AccentFields(words: &'static EmbedWords, accent: Option<Accent>) -> impl IntoView {
    view! {
        <div class="embed-accent">
            <Field name="accent" label=words.accent hint=words.accent_hint>
                <input
                    type="text"
                    maxlength="7"
                    pattern="#?[0-9A-Fa-f]{6}"
                    spellcheck="false"
                    autocomplete="off"
                    value=accent.map(|accent| accent.to_string()).unwrap_or_default()
                    id="accent"
                    name="accent"
                    aria-describedby="accent-hint"
                />
            </Field>
            // Such a field always has a colour, so it has no name: what is sent is the
            // text.
            <input
                type="color"
                id="accent-pick"
                aria-label=words.pick
                hidden
                data-scripted
                value=format!("#{}", accent.unwrap_or(OWN))
            />
        </div>
    }
}

#[component]
fn Radius(words: &'static EmbedWords, radius: String) -> impl IntoView {
    view! {
        <Field name="radius" label=words.radius hint=words.radius_hint>
            <input
                type="number"
                min="0"
                max=Embed::MAX_RADIUS.to_string()
                value=radius
                id="radius"
                name="radius"
                aria-describedby="radius-hint"
            />
        </Field>
    }
}

#[component]
fn Font(words: &'static EmbedWords, font: String) -> impl IntoView {
    view! {
        <Field name="font" label=words.font hint=words.font_hint>
            <input
                type="text"
                maxlength="60"
                pattern="[A-Za-z0-9 \\-]*"
                value=font
                id="font"
                name="font"
                aria-describedby="font-hint"
            />
        </Field>
    }
}

/// How well an accent can be read, and the nearest that can.
fn contrast(
    site: Site,
    words: &'static EmbedWords,
    setup: &Setup,
    accent: Accent,
) -> impl IntoView + use<> {
    let (light, dark) = (in_light(accent), in_dark(accent));
    let text = accent.to_string();
    let measured = words.contrast.fill(&[
        ("colour", &text),
        ("light", &written(site, ratio(accent, LIGHT))),
        ("white", &written(site, ratio(accent, WHITE))),
    ]);
    let good = passes(accent, LIGHT) && passes(accent, WHITE);
    let verdict = if good {
        Either::Left(format!("{measured} {}", words.enough))
    } else {
        let colour = light.to_string();
        let too_little = words.too_little.fill(&[("colour", &colour)]);
        let href = format!("/{}/embed?{}", site.lang, setup.with_accent(light).to_query());
        Either::Right(view! {
            {format!("{measured} {too_little} ")}
            <Swatch colour=light/>
            <a href=href>{words.take.fill(&[("colour", &colour)])}</a>
        })
    };
    let in_dark = words
        .in_dark
        .fill(&[("colour", &dark.to_string()), ("ratio", &written(site, ratio(dark, DARK)))]);
    view! {
        <p class=if good { "verdict" } else { "verdict bad" }>
            <Swatch colour=accent/>
            {verdict}
        </p>
        <p>
            <Swatch colour=dark/>
            {in_dark}
        </p>
    }
}

/// A ratio with one decimal, cut and not rounded: 4.49 is not 4.5.
fn written(site: Site, ratio: f64) -> String {
    let tenths = (ratio * 10.0).floor() as u32;
    let point = if site.lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{}:1", tenths / 10, tenths % 10)
}

/// A colour to look at.
#[component]
fn Swatch(colour: Accent) -> impl IntoView {
    view! {
        <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
            <rect width="16" height="16" fill=format!("#{colour}")></rect>
        </svg>
    }
}
