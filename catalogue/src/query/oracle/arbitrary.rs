//! Random catalogues, and queries as visitors would write them.

use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};

use crate::{model::*, query::Catalogue};

pub(super) const TODAY: Day = Day { year: 2020, month: 6, day: 15 };

pub(super) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn countries() -> Vec<Country> {
    ["NL", "DE", "SE", "BE"].iter().map(|code| code.parse().unwrap()).collect()
}

/// An amount, now and then a round one. Few of a partner fit a project: most are missing.
fn money(euro: Vec<u32>) -> impl Strategy<Value = Option<Money>> {
    let amount = (select(euro), prop::bool::weighted(0.1))
        .prop_map(|(euro, rounded)| Money { eur: Euro::from_euro(euro), rounded });
    option::weighted(0.2, amount)
}

prop_compose! {
    fn participation()(
        budget in money(vec![0, 900, 20_000, 350_000, 4_000_000, 40_000_000]),
        eu_funding in money(vec![0, 800, 15_000, 280_000, 3_000_000, 35_000_000]),
        organisation in select(vec!["Gemeente Emmen", "Universität München", "Borås stad", "WVI"]),
        lead in any::<bool>(),
        country in option::of(select(countries())),
        town in option::of(select(vec!["Emmen", "Assen", "München"])),
        city in option::of(select(vec!["emmen", "assen"])),
        location in option::of((50.0..55.0, 4.0..9.0)),
    ) -> Participation {
        Participation {
            organisation: organisation.to_owned(),
            role: if lead { Role::Lead } else { Role::Partner },
            city: city.map(slug),
            town: town.map(str::to_owned),
            country,
            nuts: vec![],
            location: location.map(|(lat, lon): (f64, f64)| Location {
                lat: lat.try_into().unwrap(),
                lon: lon.try_into().unwrap(),
                precision: Precision::Town,
                geonames_id: None,
            }),
            budget, eu_funding, basis: None, sources: vec![], note: None,
        }
    }
}

prop_compose! {
    pub(super) fn project()(
        acronym in option::of(select(vec!["BLING", "Ålborg", "energie", "Zorg voor elkaar"])),
        title in option::of(select(vec!["Blockchain in government", "Energiearmoede", "Straße"])),
        description in option::of(select(vec!["Cycling and walking", "Wärme aus Wasser", "Wasserstoff"])),
        presented_by in subsequence(vec!["emmen", "assen", "groningen"], 0..=2),
        programme in select(vec!["p14", "p21", "c21"]),
        themes in subsequence(Theme::ALL.to_vec(), 0..=3),
        (start, end) in (option::of((2014u16..2027, 1u8..=12)), option::of(0u16..5)),
        budget in option::of((0u32..1_000_000, prop::bool::weighted(0.1))),
        // In percent of the total, or of half a million.
        funding in option::of(select(vec![0u64, 1, 4, 5, 60, 60, 85, 85, 85, 100, 101, 85_000])),
        participations in vec(participation(), 0..4),
    ) -> Project {
        let total = budget.map(|(euro, rounded)| Money { eur: Euro::from_euro(euro), rounded });
        let funding = funding.and_then(|percent| {
            let whole = budget.map_or(500_000, |(euro, _)| u64::from(euro));
            Some(Money { eur: Euro::from_cents(whole * percent)?, rounded: false })
        });
        let local = |text: &str| LocalText { lang: Lang::En.into(), text: text.to_owned() };
        Project {
            slug: slug("x"),
            acronym: acronym.map(str::to_owned),
            city_title: None,
            title: title.map(local).into_iter().collect(),
            description: description.map(local).into_iter().collect(),
            results: vec![],
            presented_by: presented_by.into_iter().map(slug).collect(),
            programme: slug(programme),
            priority: None, specific_objective: None,
            themes, themes_assigned_by: None, keep_themes: vec![],
            start: start.map(|(year, month)| PartialDate::Month(year, month)),
            end: start.zip(end).map(|((year, _), more)| PartialDate::Year(year + more)),
            total_budget: total, eu_funding: funding,
            eu_cofinancing_percent: None, website: None, keep_url: None,
            partner_count_stated: None, participations,
            sources: vec![], conflicts: vec![], gaps: vec![],
        }
    }
}

pub(super) fn document(projects: Vec<Project>) -> Document {
    let location = |lat: f64, lon: f64| Location {
        lat: lat.try_into().unwrap(),
        lon: lon.try_into().unwrap(),
        precision: Precision::Town,
        geonames_id: None,
    };
    let city = |name: &str, lat, lon| HomeCity {
        slug: slug(&name.to_lowercase()),
        name: name.to_owned(),
        province: None,
        country: "NL".parse().unwrap(),
        location: location(lat, lon),
        website: None,
    };
    let programme = |name: &str, strand, period| Programme {
        slug: slug(name),
        name: name.to_owned(),
        strand,
        period,
        cci: None,
        website: None,
    };
    let number =
        |(n, project): (usize, Project)| Project { slug: slug(&format!("p{n}")), ..project };
    Document {
        schema: None,
        format: Format::V1,
        collected: PartialDate::Year(2020),
        introduction: vec![],
        notes: vec![],
        credits: vec![],
        home_cities: vec![
            city("Groningen", 53.2, 6.6),
            city("Emmen", 52.8, 6.9),
            city("Assen", 53.0, 6.6),
        ],
        programmes: vec![
            programme("p14", Strand::A, Period::P2014),
            programme("p21", Strand::A, Period::P2021),
            programme("c21", Strand::C, Period::P2021),
        ],
        projects: projects.into_iter().enumerate().map(number).collect(),
    }
}

pub(super) fn catalogue() -> impl Strategy<Value = Catalogue> {
    vec(project(), 0..70).prop_map(|projects| {
        let document = document(projects);
        document.validate().unwrap();
        Catalogue::new(document, TODAY)
    })
}

/// A catalogue of thousands, which the sets hold in many words and blocks: a
/// few projects again and again, in no order that a set could be helped by.
pub(super) fn large_catalogue() -> impl Strategy<Value = Catalogue> {
    (vec(project(), 1..40), 1usize..6_000, any::<u64>()).prop_map(|(few, len, seed)| {
        let mut state = seed | 1;
        let mut any = |limit: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % limit
        };
        Catalogue::new(document((0..len).map(|_| few[any(few.len())].clone()).collect()), TODAY)
    })
}

/// Queries as visitors would write them, made of a few parts each.
pub(super) fn query() -> impl Strategy<Value = String> {
    let pairs = vec![
        "q=energie",
        "q=bl",
        "q=munchen",
        "q=wasser",
        "q=emm+gem",
        "city=emmen",
        "city=assen",
        "city=-groningen",
        "theme=food",
        "theme=health",
        "theme=-transport",
        "theme=-economy",
        "programme=p14",
        "programme=-p14",
        "period=2014-2020",
        "period=-2021-2027",
        "strand=C",
        "strand=-A",
        "country=NL",
        "country=DE",
        "country=-SE",
        "country=FI",
        "period=2000-2006",
        "role=lead",
        "role=-lead",
        "status=ongoing",
        "status=closed",
        "status=-planned",
        "from=2016",
        "to=2019",
        "budget=1000..600000",
        "budget=unpublished",
        "budget=..500000",
        "budget=doubtful",
        "bbox=6.55,52.7,7,53.1",
        "layer=partners",
        "layer=network",
        "sort=title",
        "sort=start",
        "sort=end",
        "sort=budget",
    ];
    subsequence(pairs, 0..=5).prop_map(|pairs| pairs.join("&"))
}
