//! Any catalogue that the exchange format can hold.

use catalogue::model::*;
use proptest::{collection::vec, option, prelude::*, sample::select};

fn text() -> impl Strategy<Value = String> {
    // Quotes, NUL and whatever else Unicode has; the empty text is a text too.
    prop_oneof![any::<String>(), Just("\0 \"x\" 'y' \u{1f30d}".to_owned()), Just(String::new())]
}

fn url() -> impl Strategy<Value = String> {
    // Of letters in many scripts; what no address may have is refused at the border.
    "https?://[a-zé]{1,9}\\.eu(/[a-zA-Z0-9éλ._~:@!$&()*+,;=-]{0,12})?([?][a-z0-9=&%-]{0,9})?"
}

fn texts() -> impl Strategy<Value = Vec<LocalText>> {
    let lang = select(vec!["nl", "en", "fy", "deu"])
        .prop_map(|tag| LangTag::try_from(tag.to_owned()).unwrap());
    vec((lang, text()).prop_map(|(lang, text)| LocalText { lang, text }), 0..3)
}

fn date(years: std::ops::Range<u16>) -> impl Strategy<Value = PartialDate> {
    (years, 1u8..=12, 1u8..=28, 0..3).prop_map(|(year, month, day, exact)| match exact {
        0 => PartialDate::Year(year),
        1 => PartialDate::Month(year, month),
        _ => PartialDate::Day(Day { year, month, day }),
    })
}

fn money() -> impl Strategy<Value = Option<Money>> {
    let cents = 0..=Euro::MAX.cents();
    option::of(
        (cents, any::<bool>())
            .prop_map(|(cents, rounded)| Money { eur: Euro::from_cents(cents).unwrap(), rounded }),
    )
}

fn location() -> impl Strategy<Value = Location> {
    let precision = select(vec![Precision::Address, Precision::Town, Precision::Region]);
    (-90.0..=90.0, -180.0..=180.0, precision, option::of(any::<u32>())).prop_map(
        |(lat, lon, precision, geonames_id): (f64, f64, _, _)| Location {
            lat: lat.try_into().unwrap(),
            lon: lon.try_into().unwrap(),
            precision,
            geonames_id,
        },
    )
}

fn country() -> impl Strategy<Value = Country> {
    select(vec!["NL", "DE", "NO"]).prop_map(|code| code.parse().unwrap())
}

fn slug(prefix: &'static str, count: usize) -> impl Strategy<Value = Slug> {
    (0..count).prop_map(move |n| format!("{prefix}-{n}").parse().unwrap())
}

fn home_city() -> impl Strategy<Value = HomeCity> {
    (text(), option::of(text()), country(), location(), option::of(url())).prop_map(
        |(name, province, country, location, website)| HomeCity {
            slug: "placeholder".parse().unwrap(),
            name,
            province,
            country,
            location,
            website,
        },
    )
}

fn programme() -> impl Strategy<Value = Programme> {
    let strand = select(vec![Strand::A, Strand::B, Strand::C, Strand::D]);
    let period = select(Period::ALL.to_vec());
    (text(), strand, period, option::of(text()), option::of(url())).prop_map(
        |(name, strand, period, cci, website)| Programme {
            slug: "placeholder".parse().unwrap(),
            name,
            strand,
            period,
            cci,
            website,
        },
    )
}

fn participation(cities: usize) -> impl Strategy<Value = Participation> {
    let role = select(vec![Role::Lead, Role::Partner, Role::Associate]);
    let basis = select(vec![Basis::PartnerList, Basis::ProjectPage, Basis::Inferred]);
    let place = (option::of(slug("city", cities)), option::of(text()), option::of(country()));
    // Few names, so that organisations are shared and differ by town or country only.
    let organisation = select(vec!["Municipality", "University", ""]);
    let rest = (vec(text(), 0..3), option::of(basis), vec(url(), 0..3), option::of(text()));
    (organisation, role, place, option::of(location()), money(), money(), rest).prop_map(
        |(organisation, role, (city, town, country), location, budget, eu_funding, rest)| {
            let (nuts, basis, sources, note) = rest;
            Participation {
                organisation: organisation.to_owned(),
                role,
                city,
                town,
                country,
                nuts,
                location,
                budget,
                eu_funding,
                basis,
                sources,
                note,
            }
        },
    )
}

fn label() -> impl Strategy<Value = Option<CodedLabel>> {
    option::of((option::of(text()), text()).prop_map(|(code, label)| CodedLabel { code, label }))
}

fn conflict() -> impl Strategy<Value = Conflict> {
    let claims = vec((text(), url()).prop_map(|(value, url)| Claim { value, url }), 0..2);
    (text(), claims, option::of(text()), text())
        .prop_map(|(field, claims, chosen, reason)| Conflict { field, claims, chosen, reason })
}

fn project(cities: usize, programmes: usize) -> impl Strategy<Value = Project> {
    let names = (option::of(text()), option::of(text()), texts(), texts(), texts());
    let frame = (
        vec(slug("city", cities), 0..3),
        slug("programme", programmes),
        label(),
        label(),
        vec(select(Theme::ALL.to_vec()), 0..4),
        option::of(text()),
        vec(text(), 0..3),
    );
    let facts = (
        option::of(date(1990..2010)),
        option::of(date(2011..2030)),
        money(),
        money(),
        option::of((0_u16..=25_500).prop_map(|it| Percent::from_hundredths(it).unwrap())),
        option::of(url()),
        option::of(url()),
        option::of(any::<u16>()),
    );
    let source = (vec(text(), 0..2), url(), option::of(text()))
        .prop_map(|(fields, url, note)| Source { fields, url, note });
    let lists = (
        vec(participation(cities), 0..5),
        vec(source, 0..3),
        vec(conflict(), 0..2),
        vec(text(), 0..2),
    );
    (names, frame, facts, lists).prop_map(|(names, frame, facts, lists)| {
        let (acronym, city_title, title, description, results) = names;
        let (presented_by, programme, priority, specific_objective, themes, by, keep) = frame;
        let (start, end, total_budget, eu_funding, percent, website, keep_url, stated) = facts;
        let (participations, sources, conflicts, gaps) = lists;
        Project {
            slug: "placeholder".parse().unwrap(),
            acronym,
            city_title,
            title,
            description,
            results,
            presented_by,
            programme,
            priority,
            specific_objective,
            themes,
            themes_assigned_by: by,
            keep_themes: keep,
            start,
            end,
            total_budget,
            eu_funding,
            eu_cofinancing_percent: percent,
            website,
            keep_url,
            partner_count_stated: stated,
            participations,
            sources,
            conflicts,
            gaps,
        }
    })
}

/// A document that validates. Its slugs come from a small stock, so that two
/// documents share some of them, in another order.
pub fn document() -> impl Strategy<Value = Document> {
    let (cities, programmes) = (3, 2);
    let slugs = Just((0..9).collect::<Vec<usize>>()).prop_shuffle();
    let credit = (text(), text(), url(), text()).prop_map(|(name, part, url, licence)| Credit {
        name,
        part,
        url,
        licence,
    });
    let about =
        (option::of(text()), date(2020..2027), texts(), vec(text(), 0..2), vec(credit, 0..2));
    let parts = (
        vec(home_city(), cities),
        vec(programme(), programmes),
        vec(project(cities, programmes), 0..7),
    );
    (about, parts, slugs, any::<bool>()).prop_map(|(about, parts, slugs, turned)| {
        let (schema, collected, introduction, notes, credits) = about;
        let (mut home_cities, mut programmes, mut projects) = parts;
        for (n, city) in home_cities.iter_mut().enumerate() {
            city.slug = format!("city-{n}").parse().unwrap();
        }
        for (n, programme) in programmes.iter_mut().enumerate() {
            programme.slug = format!("programme-{n}").parse().unwrap();
        }
        for (n, project) in slugs.into_iter().zip(&mut projects) {
            project.slug = format!("project-{n}").parse().unwrap();
        }
        if turned {
            home_cities.reverse();
            programmes.reverse();
        }
        let format = Format::V1;
        Document {
            schema,
            format,
            collected,
            introduction,
            notes,
            credits,
            home_cities,
            programmes,
            projects,
        }
    })
}
