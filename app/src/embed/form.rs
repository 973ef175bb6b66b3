//! The generator's form: the first three steps. It is sent with GET, so that the
//! address says all of it, and needs no script. What `data-live` marks is what the
//! script exchanges when something has been chosen; fields themselves stay, and
//! with them focus and whatever is being typed.

use catalogue::{
    embed::{Accent, Embed, Hideable, Scheme},
    filter::{Chosen, Filter, Part, pairs},
    model::{Lang, Status},
    query::{Exploration, Value},
};

use super::{
    Setup,
    contrast::{DARK, LIGHT, WHITE, in_dark, in_light, passes, ratio},
};
use crate::{
    explorer::status_name,
    i18n::{
        self,
        embed::{Choice, EmbedWords, words},
    },
    markup::{Element, el, svg},
    site::Site,
};

/// The form, filled in.
pub fn form(site: Site, setup: &Setup, answer: &Exploration) -> Element {
    let words = words(site.lang);
    let [shows, visitors, looks, _] = words.steps;
    let step = |heading: &'static str| el("section").class("step").child(el("h2").child(heading));
    el("form")
        .class("embed-form")
        .attr("action", format!("/{}/embed", site.lang))
        .child(
            step(shows)
                .child(search(site, &setup.filter))
                .child(facets(site, answer))
                .child(rest(site, words, &setup.filter))
                .child(found(site, answer)),
        )
        .child(
            step(visitors)
                .child(el("p").class("hint").attr("id", "visitors-hint").child(words.visitors_hint))
                .child(
                    radios(
                        "visitors",
                        &words.visitors,
                        ["free", "only"],
                        Some(usize::from(setup.is_confined)),
                    )
                    .attr("aria-describedby", "visitors-hint"),
                ),
        )
        .child(step(looks).child(look(site, words, setup)))
        .child(el("p").child(el("button").attr("type", "submit").child(words.show_it)))
}

fn search(site: Site, filter: &Filter) -> Element {
    let input = el("input")
        .attr("type", "search")
        .attr("name", "q")
        .attr("maxlength", Filter::MAX_TEXT.to_string())
        .value(filter.text.clone());
    el("label").class("field").child(el("span").child(site.t.search)).child(input)
}

fn found(site: Site, answer: &Exploration) -> Element {
    el("p")
        .class("embed-found")
        .attr("data-live", true)
        .child(site.t.found.of(answer.found, site.lang))
}

/// A value as it is shown.
struct Row {
    value: String,
    label: String,
    count: usize,
    chosen: Chosen,
}

fn rows<T>(values: &[Value<T>], both: impl Fn(&T) -> (String, String)) -> Vec<Row> {
    let row = |value: &Value<T>| {
        let (name, label) = both(&value.value);
        let label = value.label.clone().unwrap_or(label);
        Row { value: name, label, count: value.count, chosen: value.chosen }
    };
    values.iter().map(row).collect()
}

fn facets(site: Site, answer: &Exploration) -> Vec<Element> {
    let (t, facets) = (site.t, &answer.facets);
    let same = |name: String| (name.clone(), name);
    let status = |status: &Status| (status.as_str().to_owned(), status_name(t, *status).to_owned());
    let theme = |theme: &_| {
        let theme: &catalogue::model::Theme = theme;
        (theme.as_str().to_owned(), i18n::theme(site.lang, *theme).to_string())
    };
    let groups = [
        ("city", t.city, rows(&facets.city, |city| same(city.to_string()))),
        ("theme", t.theme, rows(&facets.theme, theme)),
        ("programme", t.programme, rows(&facets.programme, |slug| same(slug.to_string()))),
        ("period", t.period, rows(&facets.period, |period| same(period.to_string()))),
        (
            "country",
            t.country,
            rows(&facets.country, |code| (code.to_string(), i18n::country(site.lang, *code))),
        ),
        ("status", t.status, rows(&facets.status, status)),
    ];
    let groups = groups.into_iter().filter(|(.., rows)| !rows.is_empty());
    groups.map(|(key, heading, rows)| facet(site, key, heading, rows)).collect()
}

/// A facet that folds away, as the explorer has them.
fn facet(site: Site, key: &'static str, heading: &'static str, rows: Vec<Row>) -> Element {
    let active = rows.iter().filter(|row| row.chosen != Chosen::No).count();
    let shown = (active > 0).then(|| active.to_string());
    let values: Vec<_> = rows.into_iter().map(|row| value(site, key, row)).collect();
    el("details")
        .class("facet")
        .attr("open", active > 0 || key == "city")
        .child(
            el("summary")
                .child(el("span").class("facet-name").child(heading))
                .child(el("span").class("facet-active").attr("data-live", true).child(shown)),
        )
        .child(
            el("fieldset")
                .child(el("legend").class("unseen").child(heading))
                .child(el("ul").class("values").child(values)),
        )
}

fn value(site: Site, key: &'static str, row: Row) -> Element {
    let Row { value, label, count, chosen } = row;
    let excluded = chosen == Chosen::Excluded;
    // An address may exclude a value. That stays, until its box is ticked: the last
    // word counts.
    let kept = excluded.then(|| hidden(key, format!("-{value}")));
    let digits = i18n::number(site.lang, count as u64);
    let spoken = format!(" ({})", site.t.projects.of(count, site.lang));
    let count = el("span")
        .attr("data-live", true)
        .child(el("span").class("count").attr("aria-hidden", "true").child(digits))
        .child(el("span").class("unseen").child(spoken));
    let label = if excluded { site.t.not.fill(&[("value", &label)]) } else { label };
    let box_ = el("input").attr("type", "checkbox").attr("name", key).attr("value", value);
    el("li").class("value").child(kept).child(
        el("label")
            .child(box_.flag("checked", chosen == Chosen::Included))
            .child(el("span").class("value-name").child(label))
            .child(count),
    )
}

fn hidden(name: &'static str, value: String) -> Element {
    el("input").attr("type", "hidden").attr("name", name).attr("value", value)
}

/// What the address filters by besides, which comes from the explorer.
fn rest(site: Site, words: &EmbedWords, filter: &Filter) -> Vec<Element> {
    let t = site.t;
    let fields =
        [Part::Text, Part::City, Part::Theme, Part::Programme, Part::Period, Part::Country];
    let rest = fields.into_iter().chain([Part::Status]).fold(filter.clone(), Filter::without);
    const KEYS: [&str; 8] = ["role", "from", "to", "budget", "sort", "view", "layer", "bbox"];
    let query = rest.to_query();
    let kept = pairs(&query).filter_map(|(key, value)| {
        KEYS.into_iter().find(|known| *known == key).map(|key| hidden(key, value))
    });
    let names: Vec<_> = rest
        .parts()
        .filter_map(|part| match part {
            Part::Role => Some(t.role),
            Part::Years => Some(t.years),
            Part::Budget => Some(t.budget),
            Part::Bbox => Some(t.bbox_chip),
            _ => None,
        })
        .collect();
    let note = (!names.is_empty())
        .then(|| el("p").child(words.also.fill(&[("parts", &names.join(", "))])));
    kept.chain(note).collect()
}

fn look(site: Site, words: &'static EmbedWords, setup: &Setup) -> Vec<Element> {
    let embed = &setup.embed;
    let hides = |part| embed.hide.contains(&part);
    let shown = match (hides(Hideable::List), hides(Hideable::Map)) {
        (false, false) => 0,
        (false, true) => 1,
        _ => 2,
    };
    let language = |lang: Lang| {
        let name = i18n::messages(lang).language;
        option(lang.tag().to_owned(), name.to_owned(), lang == setup.lang).attr("lang", lang.tag())
    };
    let level = |level: u8| {
        let n = level.to_string();
        option(n.clone(), words.level.fill(&[("n", &n)]), level == embed.heading)
    };
    let scheme = match embed.scheme {
        Scheme::Auto => 0,
        Scheme::Light => 1,
        Scheme::Dark => 2,
    };
    let radius = el("input")
        .attr("type", "number")
        .attr("min", "0")
        .attr("max", Embed::MAX_RADIUS.to_string())
        .value(embed.radius.map(|radius| radius.to_string()).unwrap_or_default());
    let font = el("input")
        .attr("type", "text")
        .attr("maxlength", "60")
        .attr("pattern", "[A-Za-z0-9 \\-]*")
        .value(embed.font.as_ref().map(ToString::to_string).unwrap_or_default());
    // What `show` says already is not asked again.
    let parts = Hideable::ALL
        .into_iter()
        .filter(|part| !matches!(part, Hideable::List | Hideable::Map))
        .map(|part| tick("hide", part.as_str(), words.part(part), hides(part)));
    vec![
        radios("show", &words.show, ["both", "list", "map"], Some(shown)),
        select("lang", words.language, Lang::ALL.map(language).into()),
        radios("scheme", &words.scheme, ["auto", "light", "dark"], Some(scheme)),
        accent(words, embed.accent),
        el("div")
            .class("embed-contrast")
            .attr("data-live", true)
            .child(embed.accent.map(|accent| contrast(site, words, setup, accent))),
        field("radius", words.radius, words.radius_hint, radius),
        field("font", words.font, words.font_hint, font),
        select("heading", words.heading, (2..=5).map(level).collect()),
        tick("cards", "compact", words.compact, embed.is_compact),
        radios("open", &words.open, ["frame", "tab"], Some(usize::from(embed.in_new_tab))),
        group(words.hide, parts.collect()),
    ]
}

fn accent(words: &'static EmbedWords, accent: Option<Accent>) -> Element {
    let text = el("input")
        .attr("type", "text")
        .attr("maxlength", "7")
        .attr("pattern", "#?[0-9A-Fa-f]{6}")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .value(accent.map(|accent| accent.to_string()).unwrap_or_default());
    // Such a field always has a colour, so it has no name: what is sent is the text.
    let pick = el("input")
        .attr("type", "color")
        .attr("id", "accent-pick")
        .attr("aria-label", words.pick)
        .attr("hidden", true)
        .attr("data-scripted", true)
        .value(format!("#{}", accent.unwrap_or(OWN)));
    el("div")
        .class("embed-accent")
        .child(field("accent", words.accent, words.accent_hint, text))
        .child(pick)
}

/// Our own accent: `--accent`.
const OWN: Accent = Accent { red: 0x0a, green: 0x55, blue: 0x74 };

/// How well an accent can be read, and the nearest that can.
fn contrast(site: Site, words: &'static EmbedWords, setup: &Setup, accent: Accent) -> Vec<Element> {
    let (light, dark) = (in_light(accent), in_dark(accent));
    let text = accent.to_string();
    let measured = words.contrast.fill(&[
        ("colour", &text),
        ("light", &written(site, ratio(accent, LIGHT))),
        ("white", &written(site, ratio(accent, WHITE))),
    ]);
    let good = passes(accent, LIGHT) && passes(accent, WHITE);
    let mut verdict = el("p")
        .class(if good { "verdict" } else { "verdict bad" })
        .child(swatch(accent))
        .child(measured)
        .child(" ");
    if good {
        verdict = verdict.child(words.enough);
    } else {
        let colour = light.to_string();
        let href = format!("/{}/embed?{}", site.lang, setup.with_accent(light).to_query());
        let take = el("a").attr("href", href).child(words.take.fill(&[("colour", &colour)]));
        let too_little = words.too_little.fill(&[("colour", &colour)]);
        verdict = verdict.child(too_little).child(" ").child(swatch(light)).child(take);
    }
    let in_dark = words
        .in_dark
        .fill(&[("colour", &dark.to_string()), ("ratio", &written(site, ratio(dark, DARK)))]);
    vec![verdict, el("p").child(swatch(dark)).child(in_dark)]
}

/// A ratio with one decimal, cut and not rounded: 4.49 is not 4.5.
fn written(site: Site, ratio: f64) -> String {
    let tenths = (ratio * 10.0).floor() as u32;
    let point = if site.lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{}:1", tenths / 10, tenths % 10)
}

/// A colour to look at.
fn swatch(colour: Accent) -> Element {
    let fill = format!("#{colour}");
    let square = svg("rect").attr("width", "16").attr("height", "16").attr("fill", fill);
    svg("svg")
        .class("swatch")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(square)
}

fn group(legend: &'static str, fields: Vec<Element>) -> Element {
    el("fieldset").class("embed-group").child(el("legend").child(legend)).child(fields)
}

fn radios<const N: usize>(
    name: &'static str,
    choice: &'static Choice<N>,
    values: [&'static str; N],
    chosen: Option<usize>,
) -> Element {
    let radio = |(place, (value, label)): (usize, (&'static str, &'static str))| {
        let input = el("input").attr("type", "radio").attr("name", name).attr("value", value);
        el("label")
            .class("embed-tick")
            .child(input.flag("checked", chosen == Some(place)))
            .child(el("span").child(label))
    };
    group(choice.legend, values.into_iter().zip(choice.answers).enumerate().map(radio).collect())
}

fn tick(name: &'static str, value: &'static str, label: &'static str, checked: bool) -> Element {
    let input = el("input").attr("type", "checkbox").attr("name", name).attr("value", value);
    el("label")
        .class("embed-tick")
        .child(input.flag("checked", checked))
        .child(el("span").child(label))
}

fn field(name: &'static str, label: &'static str, hint: &'static str, input: Element) -> Element {
    let describes = format!("{name}-hint");
    let hint = el("span").class("hint").attr("id", describes.clone()).child(hint);
    let input = input.attr("id", name).attr("name", name).attr("aria-describedby", describes);
    el("div")
        .class("field")
        .child(el("label").attr("for", name).child(label))
        .child(hint)
        .child(input)
}

fn select(name: &'static str, label: &'static str, options: Vec<Element>) -> Element {
    let select = el("select").attr("id", name).attr("name", name).child(options);
    el("div").class("field").child(el("label").attr("for", name).child(label)).child(select)
}

fn option(value: String, label: String, selected: bool) -> Element {
    el("option").attr("value", value).flag("selected", selected).child(label)
}
