//! Answers a filter with everything the explorer shows.

use std::cmp::Reverse;

use super::{
    Catalogue,
    answer::{BudgetFacet, Card, Exploration, Facets, Further, Hint, Spot, YearCount},
    bits::Bits,
    index::Narrowed,
    pins::Pins,
};
use crate::{
    filter::{Choice, Chosen, Filter, Ignored, Page, Part, Reason, Sort},
    model::{Lang, LocalText, Project, Slug, text::best},
};

/// Projects on one page of the list.
pub const PAGE_SIZE: usize = 24;

/// What a card shows of a description: about three lines.
const EXCERPT: usize = 180;

impl Catalogue {
    /// Answers the query of an address. What it does not understand it leaves
    /// out and names.
    pub fn explore(&self, query: &str, lang: Lang) -> Exploration {
        let (mut filter, mut ignored) = Filter::from_query(query);
        self.drop_unknown(&mut filter, &mut ignored);
        ignored.truncate(Ignored::MAX);
        let narrowed = self.index.narrow(&filter);
        let found = narrowed.found.count();
        let pages = u32::try_from(found.div_ceil(PAGE_SIZE).max(1)).unwrap_or(u32::MAX);
        filter.page = Page(filter.page.0.clamp(1, pages));
        let order = self.order(&filter, &narrowed.found);
        let first = (filter.page.0 as usize - 1) * PAGE_SIZE;
        let shown = order.iter().skip(first).take(PAGE_SIZE);
        let projects = &self.document.projects;
        let pins = Pins::new(&self.index.places, &narrowed.found);
        Exploration {
            query: filter.to_query(),
            ignored,
            total: self.index.len,
            found,
            page: filter.page.0,
            pages,
            cards: shown.map(|n| self.card(*n, &projects[*n], &pins, lang)).collect(),
            facets: self.facets(&filter, &narrowed),
            spots: self.spots(&pins, lang),
            off_map: self
                .items(
                    narrowed.found.iter().filter(|n| !self.index.places.located.contains(*n)),
                    lang,
                )
                .collect(),
            beyond: pins.beyond,
            extent: self.index.places.extent,
            further: self.further(&filter, narrowed.beside(Part::City), lang),
            hints: if found == 0 { hints(&narrowed) } else { Vec::new() },
            years: self.index.all_years,
            introduction: best(&self.document.introduction, lang).cloned(),
        }
    }

    /// Cities and programmes are the catalogue's own, so only it knows which exist.
    fn drop_unknown(&self, filter: &mut Filter, ignored: &mut Vec<Ignored>) {
        let cities: Vec<&Slug> = self.document.home_cities.iter().map(|city| &city.slug).collect();
        let programmes: Vec<&Slug> = self.document.programmes.iter().map(|p| &p.slug).collect();
        let known =
            [("city", &mut filter.city, cities), ("programme", &mut filter.programme, programmes)];
        for (key, choice, known) in known {
            let unknown: Vec<Slug> = choice
                .included()
                .chain(choice.excluded())
                .filter(|slug| !known.contains(slug))
                .cloned()
                .collect();
            for slug in unknown {
                ignored.push(Ignored::new(key, slug.as_str(), Reason::NotInCatalogue));
                choice.set(slug, Chosen::No);
            }
        }
    }

    /// The projects found, in the order asked for. Ties keep the catalogue's
    /// own order, so that paging loses and repeats nothing.
    fn order(&self, filter: &Filter, found: &Bits) -> Vec<usize> {
        let index = &self.index;
        let projects = &self.document.projects;
        let mut order: Vec<usize> = found.iter().collect();
        match filter.sort {
            Sort::Relevance => {
                if let Some(matches) = index.text.find(&filter.text) {
                    order.sort_by_key(|n| Reverse(matches.scores.get(*n).copied()));
                }
            }
            Sort::Title => order.sort_by_key(|n| &index.title_keys[*n]),
            // What is not known sorts last, since `None` is the least.
            Sort::Start => order.sort_by_key(|n| Reverse(projects[*n].start.map(|d| d.earliest()))),
            Sort::End => order.sort_by_key(|n| Reverse(projects[*n].end.map(|d| d.latest()))),
            Sort::Budget => order.sort_by_key(|n| Reverse(index.budget[*n])),
        }
        order
    }

    fn facets(&self, filter: &Filter, narrowed: &Narrowed) -> Facets {
        let index = &self.index;
        let document = &self.document;
        let city_name = |slug: &Slug| {
            document.home_cities.iter().find(|c| c.slug == *slug).map(|c| c.name.clone())
        };
        let programme_name = |slug: &Slug| {
            document.programmes.iter().find(|p| p.slug == *slug).map(|p| p.name.clone())
        };
        let untold = |_: &_| None;
        Facets {
            city: index.city.count(narrowed.beside(Part::City), &filter.city, city_name),
            theme: index.theme.count(narrowed.beside(Part::Theme), &filter.theme, |_| None),
            programme: index.programme.count(
                narrowed.beside(Part::Programme),
                &filter.programme,
                programme_name,
            ),
            period: index.period.count(narrowed.beside(Part::Period), &filter.period, |_| None),
            country: index.country.count(narrowed.beside(Part::Country), &filter.country, untold),
            role: index.role.count(narrowed.beside(Part::Role), &filter.role, |_| None),
            status: index.status.count(narrowed.beside(Part::Status), &filter.status, |_| None),
            years: self.years(narrowed.beside(Part::Years)),
            budget: self.budget(narrowed.beside(Part::Budget)),
        }
    }

    fn years(&self, among: &Bits) -> Vec<YearCount> {
        let Some((first, last)) = self.index.all_years else { return Vec::new() };
        let mut years: Vec<YearCount> =
            (first..=last).map(|year| YearCount { year, count: 0 }).collect();
        for (from, to) in among.iter().filter_map(|n| self.index.years[n]) {
            let ran = usize::from(from - first)..=usize::from(to - first);
            years[ran].iter_mut().for_each(|year| year.count += 1);
        }
        years
    }

    fn budget(&self, among: &Bits) -> BudgetFacet {
        let published = among.iter().filter(|n| self.index.budget[*n].is_some()).count();
        BudgetFacet { published, unpublished: among.count() - published }
    }

    /// The pins with their projects, as far as a page can list them.
    fn spots(&self, pins: &Pins, lang: Lang) -> Vec<Spot> {
        let lists = pins.spots.len() <= Spot::MAX_LISTS;
        let filled = |(spot, here): &(Spot, Vec<usize>)| {
            let listed = spot.count == 1 || (lists && spot.count <= Spot::MAX_ITEMS);
            let items = listed.then(|| self.items(here.iter().copied(), lang).collect());
            Spot { items: items.unwrap_or_default(), ..spot.clone() }
        };
        pins.spots.iter().map(filled).collect()
    }

    fn further(&self, filter: &Filter, beside: &Bits, lang: Lang) -> Vec<Further> {
        let shown = self.index.city.admitted(&filter.city);
        let cities = filter.city.included().filter_map(|city| {
            let mut only = Choice::default();
            only.set(city.clone(), Chosen::Included);
            let partners = self.index.takes_part.admitted(&only)?.and(beside);
            // What the list shows already, because another chosen city presents
            // it, is no further project.
            let partners = shown.as_ref().map_or(partners.clone(), |shown| partners.and_not(shown));
            let items: Vec<_> =
                self.items(partners.iter(), lang).take(Further::MAX_ITEMS).collect();
            (!items.is_empty()).then(|| Further {
                city: city.clone(),
                items,
                count: partners.count(),
            })
        });
        cities.collect()
    }

    fn items<'a>(
        &'a self,
        projects: impl Iterator<Item = usize> + 'a,
        lang: Lang,
    ) -> impl Iterator<Item = super::Item> + 'a {
        projects.map(move |n| self.item(&self.document.projects[n], lang))
    }

    fn card(&self, position: usize, project: &Project, pins: &Pins, lang: Lang) -> Card {
        let name = project.name(lang);
        let title = best(&project.title, lang).filter(|title| title.text != name).cloned();
        let programme = self.document.programmes.iter().find(|p| p.slug == project.programme);
        let countries: std::collections::BTreeSet<_> =
            project.participations.iter().filter_map(|part| part.country).collect();
        Card {
            item: self.item(project, lang),
            title,
            description: best(&project.description, lang).map(excerpt),
            programme: programme.map(|p| p.name.clone()).unwrap_or_default(),
            themes: project.themes.clone(),
            spots: pins.spots_of(self.index.places.of(position)),
            countries: countries.into_iter().collect(),
            start: project.start,
            end: project.end,
            status: project.status(self.today),
            total_budget: project.total_budget,
        }
    }
}

/// What to drop when nothing is found, the most promising first.
fn hints(narrowed: &Narrowed) -> Vec<Hint> {
    let mut hints: Vec<Hint> = narrowed
        .parts()
        .filter(|(_, count)| *count > 0)
        .map(|(part, count)| Hint { part, count })
        .collect();
    hints.sort_by_key(|hint| Reverse(hint.count));
    hints
}

/// The beginning of a text, cut between words.
fn excerpt(text: &LocalText) -> LocalText {
    let cut = match text.text.char_indices().nth(EXCERPT) {
        None => text.text.clone(),
        Some((end, _)) => {
            let head = &text.text[..end];
            let words = head.rfind(char::is_whitespace).map_or(head, |blank| &head[..blank]);
            format!("{}…", words.trim_end_matches([',', ';', '.', ' ']))
        }
    };
    LocalText { lang: text.lang.clone(), text: cut }
}
