//! The list: which projects stand on which page.

use std::cmp::Reverse;

use proptest::{prelude::*, sample::select};

use super::{
    arbitrary::{catalogue, large_catalogue, query},
    money::Doubts,
    naive,
};
use crate::{
    filter::{Filter, Lock, Page, Question, Sort},
    fold,
    model::{Lang, Project, Slug},
    query::{Card, Catalogue, Item},
};

/// The slugs of all projects found, sorted as asked for; ties stay in the
/// catalogue's own order.
fn whole_list(catalogue: &Catalogue, filter: &Filter) -> Vec<Slug> {
    let mut list = naive(catalogue, filter, None);
    match filter.sort {
        Sort::Relevance => list.sort_by_cached_key(|p| Reverse(score(p, filter))),
        Sort::Title => list.sort_by_cached_key(|p| fold::sort_key(p.name(Lang::En))),
        Sort::Start => list.sort_by_key(|p| Reverse(p.start.map(|date| date.earliest()))),
        Sort::End => list.sort_by_key(|p| Reverse(p.end.map(|date| date.latest()))),
        Sort::Budget => {
            let doubts = Doubts::new(catalogue.document());
            list.sort_by_key(|p| Reverse(doubts.sound_total(p)));
        }
    }
    list.into_iter().map(|project: &Project| project.slug.clone()).collect()
}

/// For every word typed the best word that it begins: where that stands counts
/// 8, 4, 2 or 1, three times if it is the whole word and twice if not.
fn score(project: &Project, filter: &Filter) -> u32 {
    let mut texts: Vec<(u32, &str)> = vec![];
    texts.extend(project.acronym.iter().chain(&project.city_title).map(|t| (8, t.as_str())));
    texts.extend(project.title.iter().map(|t| (4, t.text.as_str())));
    for part in &project.participations {
        texts.push((2, &part.organisation));
        texts.extend(part.town.iter().map(|town| (2, town.as_str())));
    }
    texts.extend(project.description.iter().map(|t| (1, t.text.as_str())));
    let best = |typed: String| {
        let worth = |word: String, weight| match word == typed {
            true => 3 * weight,
            false if word.starts_with(&typed) => 2 * weight,
            false => 0,
        };
        let words =
            texts.iter().flat_map(|(weight, t)| fold::fold(t).map(|word| worth(word, *weight)));
        words.max().unwrap_or(0)
    };
    fold::fold(&filter.text).map(best).sum()
}

fn slugs(catalogue: &Catalogue, query: &str, page: usize) -> Vec<Slug> {
    let answer = catalogue.explore(&format!("{query}&page={page}"), Lang::En);
    answer.cards.into_iter().map(|card| card.item.slug).collect()
}

proptest! {
    #[test]
    fn a_project_knows_its_neighbours_in_the_whole_list(
        catalogue in catalogue(), query in query(), sort in 0usize..5,
    ) {
        let query = format!("{query}&sort={}&page=2", Sort::ALL[sort].as_str());
        let list = whole_list(&catalogue, &Filter::from_query(&query).0);
        for project in &catalogue.document().projects {
            let question = Question::from_query(&query);
            let detail = catalogue.project_of(question, &project.slug, Lang::En).unwrap();
            let slug = |item: Option<Item>| item.map(|item| item.slug);
            let told = detail.neighbours.map(|it| (slug(it.previous), it.place, slug(it.next), it.found));
            let place = list.iter().position(|slug| *slug == project.slug);
            let expected = place.map(|place| {
                let before = place.checked_sub(1).map(|before| list[before].clone());
                (before, place + 1, list.get(place + 1).cloned(), list.len())
            });
            prop_assert_eq!(told, expected);
        }
    }

    #[test]
    fn neighbours_stay_inside_a_lock(catalogue in catalogue()) {
        let lock = Lock::from_query("city=emmen");
        let inside: Vec<Slug> =
            naive(&catalogue, &Filter::from_query("city=emmen").0, None).iter().map(|p| p.slug.clone()).collect();
        for project in &catalogue.document().projects {
            let question = Question::within(lock.clone(), "");
            let detail = catalogue.project_of(question, &project.slug, Lang::En);
            prop_assert_eq!(detail.is_some(), inside.contains(&project.slug));
            let Some(neighbours) = detail.and_then(|detail| detail.neighbours) else { continue };
            prop_assert_eq!(neighbours.found, inside.len());
            for item in [neighbours.previous, neighbours.next].into_iter().flatten() {
                prop_assert!(inside.contains(&item.slug));
            }
        }
    }
}

proptest! {
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
    fn a_sorted_list_never_steps_back_and_what_is_unknown_or_doubtful_comes_last(catalogue in catalogue()) {
        let sorted = |sort: &str| catalogue.explore(&format!("sort={sort}"), Lang::En).cards;
        let start = sorted("start").into_iter().map(|c| c.start.map(|d| d.earliest())).collect::<Vec<_>>();
        prop_assert!(start.windows(2).all(|w| w[0] >= w[1]));
        let sound = |c: Card| c.total_budget.filter(|_| c.doubt.is_none()).map(|m| m.eur);
        let budget = sorted("budget").into_iter().map(sound).collect::<Vec<_>>();
        prop_assert!(budget.windows(2).all(|w| w[0] >= w[1]));
        let title = sorted("title").into_iter().map(|c| fold::sort_key(&c.item.name)).collect::<Vec<_>>();
        prop_assert!(title.windows(2).all(|w| w[0] <= w[1]));
    }

    #[test]
    fn the_best_match_comes_first(
        catalogue in catalogue(), text in select(vec!["wasser", "energie", "emm gem", "b", "w e"]),
    ) {
        let query = format!("q={}", text.replace(' ', "+"));
        let list = whole_list(&catalogue, &Filter::from_query(&query).0);
        for (n, piece) in list.chunks(Page::SIZE).enumerate() {
            prop_assert_eq!(slugs(&catalogue, &query, n + 1), piece);
        }
    }

    #[test]
    fn every_page_of_every_order_is_a_piece_of_the_whole_list(
        catalogue in catalogue(), query in query(), sort in 0usize..5,
    ) {
        let query = format!("{query}&sort={}", Sort::ALL[sort].as_str());
        let list = whole_list(&catalogue, &Filter::from_query(&query).0);
        for (n, piece) in list.chunks(Page::SIZE).enumerate() {
            prop_assert_eq!(slugs(&catalogue, &query, n + 1), piece);
        }
    }
}

proptest! {
    #![proptest_config(super::fewer())]

    #[test]
    fn any_page_of_thousands_is_a_piece_of_the_whole_list(
        catalogue in large_catalogue(), query in query(), sort in 0usize..5, pages in any::<[u16; 4]>(),
    ) {
        let query = format!("{query}&sort={}", Sort::ALL[sort].as_str());
        let (filter, _) = Filter::from_query(&query);
        let list = whole_list(&catalogue, &filter);
        let count = list.len().div_ceil(Page::SIZE).max(1);
        for page in pages.into_iter().map(|page| usize::from(page) % count).chain([count - 1]) {
            let piece = list.chunks(Page::SIZE).nth(page).unwrap_or_default();
            prop_assert_eq!(slugs(&catalogue, &query, page + 1), piece);
        }
    }
}
