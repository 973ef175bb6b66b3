//! Answers a filter with everything the explorer shows.

use std::cmp::Reverse;

use super::{
    Catalogue,
    answer::{Card, CardRow, CityMoney, Exploration, Further, Hint, Markers, Outside},
    bits::Bits,
    engine::{Narrowed, page_of, part_sorted},
    markers::MarkerLayout,
    places::Places,
    text_index::Matches,
};
use crate::{
    facet::{Facet, Naming},
    filter::{Chosen, Filter, Ignored, Layer, Lock, Page, Part, Question, Reason, Sort, View},
    map::{Fixed, LonLat, Viewport, views},
    model::{
        Lang, LocalText, Participation, Project, Role, Slug, plausibility::Amount, text::best,
    },
};

/// What a card shows of a description: about three lines.
const EXCERPT: usize = 180;

impl Catalogue {
    /// Answers the query of an address. What it does not understand it leaves
    /// out and names.
    pub fn explore(&self, query: &str, lang: Lang) -> Exploration {
        self.explore_within(&Lock::default(), query, lang)
    }

    /// The same as if the catalogue had nothing but what is inside a lock.
    pub fn explore_within(&self, lock: &Lock, query: &str, lang: Lang) -> Exploration {
        self.answer(Question::within(lock.clone(), query), lang)
    }

    /// Answers what an address asks.
    pub fn answer(&self, question: Question, lang: Lang) -> Exploration {
        let Question { mut filter, mut ignored, lock } = question;
        let lock = &lock;
        self.drop_unknown(&mut filter, &mut ignored);
        ignored.truncate(Ignored::MAX);
        let matches = self.index.text.find(&filter.text);
        let scope = self.scope(lock);
        let narrowed = self.narrow(&filter, scope.as_ref(), matches.as_ref());
        let found = narrowed.found();
        let (page, pages) = page_of(filter.page, found.count());
        filter.page = page;
        let listed = self.listed(&filter, &narrowed, matches.as_ref(), page.skip(), Page::SIZE);
        let projects = &self.document.projects;
        let places = self.index.layers.of(filter.layer);
        let shown = places.shown(&filter, found, scope.as_ref());
        let view = views::overview(&shown);
        let layout = MarkerLayout::new(places, found.set(), &view, filter.bbox);
        let outside = if filter.bbox.is_none() { layout.outside() } else { Outside::default() };
        let rows = filter.view == View::Table;
        let is_of_home_cities = self.is_of_home_cities(scope.as_ref());
        Exploration {
            query: filter.to_query(),
            ignored,
            locked: lock.parts().collect(),
            total: scope.as_ref().map_or(projects.len(), Bits::count),
            found: found.count(),
            page: filter.page.0,
            pages,
            cards: listed
                .into_iter()
                .map(|n| Card {
                    row: rows.then(|| self.row(n)),
                    ..self.card(n, &projects[n], places, lang)
                })
                .collect(),
            facets: self.facets(&filter, &narrowed, scope.as_ref()),
            network: (filter.layer == Layer::Network)
                .then(|| self.network_tables(places, found.set())),
            markers: self.markers_of(&layout, filter.layer, lang),
            unlocated: self
                .items(found.set().iter().filter(|n| !places.located.contains(*n)), lang)
                .collect(),
            outside,
            shown,
            presenting: self.presenting(found.set()),
            further: self.further(
                &filter,
                narrowed.excluding(Part::Facet(Facet::City)).set(),
                lang,
            ),
            hints: if found.count() == 0 { hints(&narrowed) } else { Vec::new() },
            years: self.index.engine.years(),
            introduction: self.introduction(lang, is_of_home_cities),
            title: self.opening.title.get(&lang).cloned(),
            is_of_home_cities,
        }
    }

    /// The home cities that present any of these projects.
    fn presenting(&self, found: &Bits) -> Vec<Slug> {
        let cities = self.index.engine.facet(Facet::City);
        let presents = |slug: &Slug| {
            cities.having(slug.as_str()).is_some_and(|theirs| theirs.count_with(found) > 0)
        };
        let all = self.document.home_cities.iter().map(|city| &city.slug);
        all.filter(|slug| presents(slug)).cloned().collect()
    }

    /// Drops the values that only the catalogue could name and does not, and reports
    /// them.
    pub(super) fn drop_unknown(&self, filter: &mut Filter, ignored: &mut Vec<Ignored>) {
        let named_here = |facet: &Facet| matches!(facet.row().naming, Naming::Catalogue);
        for facet in Facet::ALL.iter().copied().filter(named_here) {
            let known = self.index.engine.facet(facet);
            let choice = filter.choice_mut(facet);
            let chosen = choice.included().chain(choice.excluded());
            let unknown: Vec<String> =
                chosen.filter(|value| !known.knows(value)).map(str::to_owned).collect();
            for value in unknown {
                ignored.push(Ignored::new(facet.key(), &value, Reason::NotInCatalogue));
                choice.set(value, Chosen::No);
            }
        }
    }

    pub(super) fn narrow(
        &self,
        filter: &Filter,
        scope: Option<&Bits>,
        matches: Option<&Matches>,
    ) -> Narrowed {
        let scope = scope.cloned().unwrap_or_else(|| Bits::all(self.document.projects.len()));
        self.index.engine.narrow(filter, scope, self.elsewhere(filter, matches).collect())
    }

    /// What the parts admit that the engine knows nothing of.
    pub(super) fn elsewhere(
        &self,
        filter: &Filter,
        matches: Option<&Matches>,
    ) -> impl Iterator<Item = (Part, Bits)> {
        let points = &self.index.layers.of(filter.layer).points;
        let text = matches.map(|matches| (Part::Text, matches.set.clone()));
        let within = filter.bbox.map(|bbox| (Part::Bbox, points.within(bbox)));
        text.into_iter().chain(within)
    }

    /// The markers of a query in any part of the map, as [`Catalogue::explore`] has
    /// them in the part that it shows.
    pub fn markers(&self, lock: &Lock, query: &str, view: &Viewport, lang: Lang) -> Markers {
        self.answer_markers(Question::within(lock.clone(), query), view, lang)
    }

    /// The markers of what an address asks in any part of the map.
    pub fn answer_markers(&self, question: Question, view: &Viewport, lang: Lang) -> Markers {
        let Question { mut filter, mut ignored, lock } = question;
        self.drop_unknown(&mut filter, &mut ignored);
        let found = self.found(&filter, self.scope(&lock));
        let places = self.index.layers.of(filter.layer);
        let layout = MarkerLayout::new(places, &found, view, filter.bbox);
        self.markers_of(&layout, filter.layer, lang)
    }

    /// What was found from place `skip` on, `take` of it, in the order asked for. Ties keep
    /// the catalogue's own order, so that paging loses and repeats nothing.
    pub(super) fn listed(
        &self,
        filter: &Filter,
        narrowed: &Narrowed,
        matches: Option<&Matches>,
        skip: usize,
        take: usize,
    ) -> Vec<usize> {
        match (filter.sort, matches) {
            (Sort::Relevance, Some(matches)) => {
                let score = |n: usize| matches.scores.get(n).copied();
                let keys = narrowed.found().set().iter().map(|n| (Reverse(score(n)), n)).collect();
                let best = part_sorted(keys, skip, take);
                best.into_iter().map(|(_, n)| n).collect()
            }
            (sort, _) => self.index.engine.sorted(sort, narrowed, skip, take),
        }
    }

    fn further(&self, filter: &Filter, candidates: &Bits, lang: Lang) -> Vec<Further> {
        let chosen = filter.choice(Facet::City);
        let shown = self.index.engine.facet(Facet::City).admitted(chosen);
        let cities = chosen.included().filter_map(|city| {
            let partners = self.index.takes_part.having(city)?.clone().and(candidates);
            // What the list shows already, because another chosen city presents
            // it, is no further project.
            let partners = shown.as_ref().map_or(partners.clone(), |shown| partners.and_not(shown));
            let items: Vec<_> =
                self.items(partners.iter(), lang).take(Further::MAX_ITEMS).collect();
            let city = city.parse().ok().filter(|_| !items.is_empty())?;
            Some(Further { city, items, count: partners.count() })
        });
        cities.collect()
    }

    pub(super) fn items<'a>(
        &'a self,
        projects: impl Iterator<Item = usize> + 'a,
        lang: Lang,
    ) -> impl Iterator<Item = super::Item> + 'a {
        projects.map(move |n| self.item(&self.document.projects[n], lang))
    }

    fn row(&self, position: usize) -> CardRow {
        let project = &self.document.projects[position];
        let mut parts = project.participations.iter();
        CardRow {
            lead: parts.find(|part| part.role == Role::Lead).map(|part| part.organisation.clone()),
            partners: project.partner_count(),
            eu_funding: project.eu_funding,
            doubt: self.index.doubts.of(position, Amount::EuFunding),
        }
    }

    /// What the parts of the cities that present a project cost.
    pub(super) fn cities_money(&self, position: usize, project: &Project) -> Vec<CityMoney> {
        let doubts = &self.index.doubts;
        let parts = (0..).zip(&project.participations);
        let sound = parts.filter(|(n, _)| doubts.of(position, Amount::PartnerBudget(*n)).is_none());
        let money = sound.filter_map(|(_, part)| {
            let city = part.city.clone().filter(|city| project.presented_by.contains(city))?;
            Some(CityMoney { city, budget: part.budget? })
        });
        money.collect()
    }

    fn card(&self, position: usize, project: &Project, places: &Places, lang: Lang) -> Card {
        let name = project.name(lang);
        let title = best(&project.title, lang).filter(|title| title.text != name).cloned();
        let programme = self.programme(&project.programme);
        let mut countries = project.countries();
        countries.sort_unstable();
        Card {
            item: self.item(project, lang),
            title,
            title_by_city: project.title_by_city(lang).map(str::to_owned),
            description: best(&project.description, lang).map(excerpt),
            programme: programme.map(|p| p.name.clone()).unwrap_or_default(),
            themes: project.themes.clone(),
            markers: places.of(position).map(Fixed::from).collect(),
            partners: partnership(project),
            countries,
            start: project.start,
            end: project.end,
            status: project.status(self.today),
            cities_money: self.cities_money(position, project),
            total_budget: project.total_budget,
            doubt: self.index.doubts.of(position, Amount::TotalBudget),
            row: None,
        }
    }
}

/// Where a project's partners are, the lead first. Without a lead's place there
/// is nothing to draw lines from.
fn partnership(project: &Project) -> Vec<Fixed> {
    let place = |part: &Participation| part.location.map(|at| LonLat::from(at).into());
    let parts = project.participations.iter();
    let mut located: Vec<(Role, Fixed)> =
        parts.filter_map(|part| Some((part.role, place(part)?))).collect();
    let Some(lead) = located.iter().position(|(role, _)| *role == Role::Lead) else {
        return Vec::new();
    };
    located[..=lead].rotate_right(1);
    located.into_iter().map(|(_, at)| at).collect()
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::model::Document;

    const MEPPEN: (f64, f64) = (7.290_97, 52.690_64);
    const GEESTE: (f64, f64) = (7.266_67, 52.6);
    const TWIST: (f64, f64) = (7.066_22, 52.637_93);
    /// The home city, to the ten-thousandth of a degree as places are.
    const EMMEN: (f64, f64) = (6.9069, 52.7792);

    fn part(role: &str, at: Option<(f64, f64)>) -> Value {
        let at = at.map(|(lon, lat)| json!({ "lon": lon, "lat": lat, "precision": "town" }));
        json!({ "organisation": "O", "role": role, "location": at })
    }

    /// The card of the only project, on a layer.
    fn card(presented_by: &[&str], parts: Vec<Value>, layer: &str) -> Card {
        let (lon, lat) = EMMEN;
        let document: Document = serde_json::from_value(json!({
            "format": "interreg-explorer/1", "collected": "2020", "introduction": [],
            "home_cities": [{
                "slug": "emmen", "name": "Emmen", "country": "NL",
                "location": { "lon": lon, "lat": lat, "precision": "town" },
            }],
            "programmes": [{ "slug": "p", "name": "P", "strand": "A", "period": "2014-2020" }],
            "projects": [{
                "slug": "moor", "programme": "p", "presented_by": presented_by,
                "participations": parts,
            }],
        }))
        .unwrap();
        let catalogue = Catalogue::new(document, "2026-01-01".parse().unwrap());
        catalogue.explore(&format!("layer={layer}"), Lang::En).cards.remove(0)
    }

    fn fixed(places: &[(f64, f64)]) -> Vec<Fixed> {
        places.iter().map(|(lon, lat)| LonLat::new(*lon, *lat).into()).collect()
    }

    #[test]
    fn a_card_knows_the_places_of_its_partners_the_lead_first() {
        let parts = vec![
            part("partner", Some(GEESTE)),
            part("partner", None),
            part("lead", Some(MEPPEN)),
            part("associate", Some(TWIST)),
        ];
        let card = card(&[], parts, "projects");
        assert_eq!(card.partners, fixed(&[MEPPEN, GEESTE, TWIST]));
    }

    #[test]
    fn of_several_leads_the_first_whose_place_is_known_comes_first_and_none_is_lost() {
        let parts = vec![
            part("partner", Some(TWIST)),
            part("lead", None),
            part("lead", Some(GEESTE)),
            part("lead", Some(MEPPEN)),
        ];
        let card = card(&[], parts, "projects");
        assert_eq!(card.partners, fixed(&[GEESTE, TWIST, MEPPEN]));
    }

    #[test]
    fn without_the_place_of_a_lead_a_card_has_no_partnership_to_draw() {
        for lead in [vec![], vec![part("lead", None)]] {
            let others = [part("partner", Some(GEESTE)), part("partner", Some(TWIST))];
            let parts = lead.into_iter().chain(others).collect();
            assert_eq!(card(&["emmen"], parts, "projects").partners, []);
        }
    }

    #[test]
    fn a_card_knows_where_its_markers_stand_on_each_layer() {
        let parts = || {
            vec![part("lead", Some(MEPPEN)), part("partner", Some(GEESTE)), part("partner", None)]
        };
        let sorted = |mut markers: Vec<Fixed>| {
            markers.sort_by_key(|marker| format!("{marker:?}"));
            markers
        };
        let presented = |layer: &str| sorted(card(&["emmen"], parts(), layer).markers);
        assert_eq!(presented("projects"), fixed(&[EMMEN]));
        // Places are known to the ten-thousandth of a degree.
        let everywhere = sorted(fixed(&[(7.291, 52.6906), (7.2667, 52.6)]));
        assert_eq!(presented("partners"), everywhere);
        assert_eq!(presented("network"), everywhere);
        // No home city presents it: its marker is at its lead.
        assert_eq!(card(&[], parts(), "projects").markers, fixed(&[(7.291, 52.6906)]));
        assert_eq!(card(&[], vec![part("lead", None)], "projects").markers, []);
    }
}
