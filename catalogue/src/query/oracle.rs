//! The index against an oracle that does everything the slow, obvious way.

use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};

use super::*;
use crate::{
    filter::{Filter, LeadRole, Part},
    map::LonLat,
    model::*,
};

const TODAY: Day = Day { year: 2020, month: 6, day: 15 };

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn countries() -> Vec<Country> {
    ["NL", "DE", "SE", "BE"].iter().map(|code| code.parse().unwrap()).collect()
}

prop_compose! {
    fn participation()(
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
            budget: None, eu_funding: None, basis: None, sources: vec![], note: None,
        }
    }
}

prop_compose! {
    fn project()(
        acronym in option::of(select(vec!["BLING", "Ålborg", "energie", "Zorg voor elkaar"])),
        title in option::of(select(vec!["Blockchain in government", "Energiearmoede", "Straße"])),
        description in option::of(select(vec!["Cycling and walking", "Wärme aus Wasser"])),
        presented_by in subsequence(vec!["emmen", "assen", "groningen"], 0..=2),
        programme in select(vec!["p14", "p21"]),
        themes in subsequence(Theme::ALL.to_vec(), 0..=3),
        (start, end) in (option::of((2014u16..2027, 1u8..=12)), option::of(0u16..5)),
        budget in option::of(0u32..1_000_000),
        participations in vec(participation(), 0..4),
    ) -> Project {
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
            total_budget: budget.map(|euro| Money { eur: Euro::from_euro(euro), rounded: false }),
            eu_funding: None, eu_cofinancing_percent: None, website: None, keep_url: None,
            partner_count_stated: None, participations,
            sources: vec![], conflicts: vec![], gaps: vec![],
        }
    }
}

fn document(projects: Vec<Project>) -> Document {
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
    let programme = |name: &str, period| Programme {
        slug: slug(name),
        name: name.to_owned(),
        strand: Strand::A,
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
        programmes: vec![programme("p14", Period::P2014), programme("p21", Period::P2021)],
        projects: projects.into_iter().enumerate().map(number).collect(),
    }
}

fn catalogue() -> impl Strategy<Value = Catalogue> {
    vec(project(), 0..70).prop_map(|projects| {
        let document = document(projects);
        document.validate().unwrap();
        Catalogue::new(document, TODAY)
    })
}

/// Queries as visitors would write them, made of a few parts each.
fn query() -> impl Strategy<Value = String> {
    let pairs = vec![
        "q=energie",
        "q=bl",
        "q=munchen",
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
        "country=NL",
        "country=DE",
        "country=-SE",
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
        "bbox=6.55,52.7,7,53.1",
        "sort=title",
        "sort=start",
        "sort=end",
        "sort=budget",
    ];
    subsequence(pairs, 0..=5).prop_map(|pairs| pairs.join("&"))
}

/// Whether a project is asked for, one part at a time, straight from the definitions.
fn admits(catalogue: &Catalogue, filter: &Filter, part: Part, project: &Project) -> bool {
    let document = catalogue.document();
    match part {
        Part::Text => filter.text_words().all(|typed| {
            let mut texts: Vec<&str> = vec![];
            texts.extend(project.acronym.as_deref());
            texts.extend(project.title.iter().chain(&project.description).map(|t| t.text.as_str()));
            for part in &project.participations {
                texts.push(&part.organisation);
                texts.extend(part.town.as_deref());
            }
            fold(typed)
                .all(|typed| texts.iter().any(|t| fold(t).any(|word| word.starts_with(&typed))))
        }),
        Part::City => filter.city.admits(&project.presented_by),
        Part::Theme => filter.theme.admits(&project.themes),
        Part::Programme => filter.programme.admits([&project.programme]),
        Part::Period => {
            let programme =
                document.programmes.iter().find(|p| p.slug == project.programme).unwrap();
            filter.period.admits([&programme.period])
        }
        Part::Country => {
            let countries: Vec<Country> =
                project.participations.iter().filter_map(|part| part.country).collect();
            filter.country.admits(&countries)
        }
        Part::Role => {
            let lead = project.led_by_presenting_city().then_some(LeadRole::Lead);
            filter.role.admits(lead.as_ref())
        }
        Part::Status => filter.status.admits([&project.status(TODAY)]),
        Part::Years => {
            filter.years == Default::default()
                || project.years().is_some_and(|ran| filter.years.touch(ran))
        }
        Part::Budget => filter.budget.admits(project.total_budget.map(|money| money.eur)),
        Part::Bbox => filter.bbox.is_none_or(|bbox| {
            let at = |location: Location| {
                bbox.contains(LonLat::new(location.lon.into(), location.lat.into()))
            };
            let presenting: Vec<_> = document
                .home_cities
                .iter()
                .filter(|c| project.presented_by.contains(&c.slug))
                .collect();
            if !presenting.is_empty() {
                return presenting.iter().any(|city| at(city.location));
            }
            let leads: Vec<Location> = project.leads().filter_map(|lead| lead.location).collect();
            if leads.is_empty() {
                project.participations.iter().find_map(|part| part.location).is_some_and(at)
            } else {
                leads.into_iter().any(at)
            }
        }),
    }
}

fn naive<'a>(catalogue: &'a Catalogue, filter: &'a Filter, but: Option<Part>) -> Vec<&'a Project> {
    let asked = |project: &&Project| {
        Part::ALL
            .into_iter()
            .filter(|part| Some(*part) != but)
            .all(|part| admits(catalogue, filter, part, project))
    };
    catalogue.document().projects.iter().filter(asked).collect()
}

proptest! {
    #[test]
    fn every_count_of_every_facet_is_what_the_oracle_counts(catalogue in catalogue(), query in query()) {
        let (filter, _) = Filter::from_query(&query);
        let answer = catalogue.explore(&query, Lang::En);
        prop_assert_eq!(answer.found, naive(&catalogue, &filter, None).len());
        let beside = |part| naive(&catalogue, &filter, Some(part));
        for value in &answer.facets.city {
            let has = |p: &&&Project| p.presented_by.contains(&value.value);
            prop_assert_eq!(value.count, beside(Part::City).iter().filter(has).count());
        }
        for value in &answer.facets.theme {
            let has = |p: &&&Project| p.themes.contains(&value.value);
            prop_assert_eq!(value.count, beside(Part::Theme).iter().filter(has).count());
        }
        for value in &answer.facets.programme {
            let has = |p: &&&Project| p.programme == value.value;
            prop_assert_eq!(value.count, beside(Part::Programme).iter().filter(has).count());
        }
        for value in &answer.facets.period {
            let programmes = &catalogue.document().programmes;
            let has = |p: &&&Project| {
                programmes.iter().any(|q| q.slug == p.programme && q.period == value.value)
            };
            prop_assert_eq!(value.count, beside(Part::Period).iter().filter(has).count());
        }
        for value in &answer.facets.country {
            let has = |p: &&&Project| p.participations.iter().any(|part| part.country == Some(value.value));
            prop_assert_eq!(value.count, beside(Part::Country).iter().filter(has).count());
        }
        for value in &answer.facets.role {
            let has = |p: &&&Project| p.led_by_presenting_city();
            prop_assert_eq!(value.count, beside(Part::Role).iter().filter(has).count());
        }
        for value in &answer.facets.status {
            let has = |p: &&&Project| p.status(TODAY) == value.value;
            prop_assert_eq!(value.count, beside(Part::Status).iter().filter(has).count());
        }
        for value in &answer.facets.years {
            let has = |p: &&&Project| p.years().is_some_and(|(a, b)| (a..=b).contains(&value.year));
            prop_assert_eq!(value.count, beside(Part::Years).iter().filter(has).count());
        }
        let published = beside(Part::Budget).iter().filter(|p| p.total_budget.is_some()).count();
        prop_assert_eq!(answer.facets.budget.published, published);
        prop_assert_eq!(answer.facets.budget.unpublished, beside(Part::Budget).len() - published);
    }

    #[test]
    fn paging_loses_and_repeats_nothing(catalogue in catalogue(), query in query()) {
        let (filter, _) = Filter::from_query(&query);
        let pages = catalogue.explore(&query, Lang::En).pages;
        let mut seen: Vec<Slug> = vec![];
        for page in 1..=pages {
            let answer = catalogue.explore(&format!("{query}&page={page}"), Lang::En);
            prop_assert_eq!(answer.page, page);
            seen.extend(answer.cards.into_iter().map(|card| card.item.slug));
        }
        let beyond = catalogue.explore(&format!("{query}&page={}", pages + 7), Lang::En);
        prop_assert_eq!(beyond.page, pages);
        let expected: Vec<Slug> = naive(&catalogue, &filter, None).iter().map(|p| p.slug.clone()).collect();
        let mut sorted = seen.clone();
        sorted.sort_by_key(|s| expected.iter().position(|e| e == s));
        prop_assert_eq!(sorted, expected);
    }

    #[test]
    fn a_sorted_list_never_steps_back_and_unknown_comes_last(catalogue in catalogue()) {
        let sorted = |sort: &str| catalogue.explore(&format!("sort={sort}"), Lang::En).cards;
        let start = sorted("start").into_iter().map(|c| c.start.map(|d| d.earliest())).collect::<Vec<_>>();
        prop_assert!(start.windows(2).all(|w| w[0] >= w[1]));
        let budget = sorted("budget").into_iter().map(|c| c.total_budget.map(|m| m.eur)).collect::<Vec<_>>();
        prop_assert!(budget.windows(2).all(|w| w[0] >= w[1]));
        let title = sorted("title").into_iter().map(|c| fold::sort_key(&c.item.name)).collect::<Vec<_>>();
        prop_assert!(title.windows(2).all(|w| w[0] <= w[1]));
    }

    #[test]
    fn the_map_shows_the_projects_of_the_list(catalogue in catalogue(), query in query()) {
        let (filter, _) = Filter::from_query(&query);
        let answer = catalogue.explore(&query, Lang::En);
        let mut on_map: Vec<Slug> =
            answer.spots.iter().flat_map(|spot| &spot.items).chain(&answer.off_map).map(|i| i.slug.clone()).collect();
        on_map.sort();
        on_map.dedup();
        let mut expected: Vec<Slug> = naive(&catalogue, &filter, None).iter().map(|p| p.slug.clone()).collect();
        expected.sort();
        if answer.beyond.count == 0 && answer.spots.iter().all(|spot| spot.count == spot.items.len()) {
            prop_assert_eq!(on_map, expected);
        }
    }

    #[test]
    fn an_empty_answer_says_what_dropping_a_filter_would_find(catalogue in catalogue(), query in query()) {
        let (filter, _) = Filter::from_query(&query);
        let answer = catalogue.explore(&query, Lang::En);
        prop_assert!(answer.found == 0 || answer.hints.is_empty());
        for hint in &answer.hints {
            let without = filter.clone().without(hint.part).to_query();
            prop_assert_eq!(catalogue.explore(&without, Lang::En).found, hint.count);
        }
    }

    #[test]
    fn a_further_project_has_a_partner_in_the_city_and_is_presented_by_others(
        catalogue in catalogue(), query in query(),
    ) {
        let answer = catalogue.explore(&format!("{query}&city=emmen"), Lang::En);
        for further in &answer.further {
            for item in &further.items {
                prop_assert!(!item.cities.contains(&further.city));
                let project = &catalogue.document().projects[catalogue.position(&item.slug).unwrap()];
                let there = |p: &Participation| {
                    p.city.as_ref() == Some(&further.city)
                        || p.town.as_deref().is_some_and(|town| town.to_lowercase() == further.city.as_str())
                };
                prop_assert!(project.participations.iter().any(there));
                prop_assert!(answer.cards.iter().all(|card| card.item.slug != item.slug));
            }
        }
    }
}
