//! Filters and their addresses, there and back.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;
use crate::model::Euro;

/// Values of a facet, of which some exist in every catalogue's terms.
fn some_values(facet: Facet) -> Vec<&'static str> {
    let all = [
        "groningen",
        "2",
        "food",
        "health",
        "2014-2020",
        "2021-2027",
        "A",
        "B",
        "NL",
        "DE",
        "lead",
        "planned",
        "ongoing",
        "closed",
        "unknown",
    ];
    let is_value = |name: &&str| (facet.row().parse)(name).as_deref() == Some(*name);
    all.into_iter().filter(is_value).collect()
}

fn choice(facet: Facet) -> impl Strategy<Value = Choice> {
    vec((select(some_values(facet)), any::<bool>()), 0..4).prop_map(|values| {
        let mut choice = Choice::default();
        for (value, included) in values {
            choice
                .set(value.to_owned(), if included { Chosen::Included } else { Chosen::Excluded });
        }
        choice
    })
}

fn bounds<T: Ord + Copy + std::fmt::Debug>(
    value: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = (Option<T>, Option<T>)> {
    (option::of(value.clone()), option::of(value)).prop_map(|(a, b)| match (a, b) {
        (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
        other => other,
    })
}

fn chosen() -> impl Strategy<Value = Chosen> {
    select(vec![Chosen::No, Chosen::Included, Chosen::Excluded])
}

prop_compose! {
    pub(super) fn filter()(
        text in vec("[^\\s\\p{C}]{1,8}", 0..4),
        facets in Facet::ALL.iter().map(|facet| choice(*facet)).collect::<Vec<_>>(),
        (years, budget, marks) in (
            bounds(1900u16..2200),
            bounds((0u64..1 << 46).prop_map(|cents| Euro::try_from(cents as f64 / 100.0).unwrap())),
            [chosen(), chosen()],
        ),
        sort in select(Sort::ALL.to_vec()),
        (page, view, layer) in (1u32.., select(View::ALL.to_vec()), select(Layer::ALL.to_vec())),
        columns in vec(select(Column::ALL.to_vec()), 0..5),
        bbox in option::of((-180.0..0.0, -90.0..0.0, 1.0..180.0, 1.0..90.0)),
        camera in option::of((0.0..22.0, -85.0..85.0, -180.0..180.0)),
    ) -> Filter {
        Filter {
            text: text.join(" "),
            facets: facets.try_into().unwrap(),
            years: Years { from: years.0, to: years.1 },
            budget: Budget {
                range: Some(budget).filter(|b| *b != (None, None)),
                marks,
            },
            sort,
            page: Page(page),
            view,
            columns: columns.into_iter().collect(),
            layer,
            bbox: bbox.map(|(w, s, e, n): (f64, f64, f64, f64)| format!("{w},{s},{e},{n}").parse().unwrap()),
            camera: camera.map(|(zoom, lat, lon): (f64, f64, f64)| format!("{zoom:.6}/{lat:.6}/{lon:.6}").parse().unwrap()),
        }
    }
}

proptest! {
    #[test]
    fn a_filter_survives_its_address(filter in filter()) {
        let query = filter.to_query();
        let (read, ignored) = Filter::from_query(&query);
        prop_assert_eq!(&read, &filter, "{}", query);
        prop_assert_eq!(ignored, vec![]);
        prop_assert_eq!(read.to_query(), query);
    }

    #[test]
    fn no_query_makes_the_codec_panic_and_what_it_writes_is_canonical(query in ".{0,200}") {
        let (filter, _) = Filter::from_query(&query);
        let (again, ignored) = Filter::from_query(&filter.to_query());
        prop_assert_eq!(again, filter);
        prop_assert_eq!(ignored, vec![]);
    }

    #[test]
    fn pairs_mean_the_same_in_any_order(filter in filter(), turn in 0usize..20) {
        let query = filter.to_query();
        let mut pairs: Vec<&str> = query.split('&').collect();
        let turn = turn % pairs.len();
        pairs.rotate_left(turn);
        prop_assert_eq!(Filter::from_query(&pairs.join("&")).0, filter);
    }

    #[test]
    fn dropping_each_part_opens_the_filter(filter in filter()) {
        let open = filter.parts().collect::<Vec<_>>().into_iter().fold(filter, Filter::without);
        prop_assert!(open.is_open());
    }
}

fn canonical(query: &str) -> String {
    Filter::from_query(query).0.to_query()
}

#[test]
fn the_example_of_the_design_is_read_whole() {
    let query = "q=energie&city=leeuwarden&city=assen&theme=transport&theme=-food&programme=north-sea-2021\
        &period=2014-2020&country=DE&role=lead&status=ongoing&from=2019&to=2023&budget=100000..500000\
        &sort=start&page=2&view=map&layer=network&bbox=4.7,52.3,7.4,53.6\
        &at=8.5/53.2194/6.5665";
    let (filter, ignored) = Filter::from_query(query);
    assert_eq!(ignored, []);
    assert_eq!(filter.choice(Facet::Theme).of("transport"), Chosen::Included);
    assert_eq!(filter.choice(Facet::Theme).of("food"), Chosen::Excluded);
    assert_eq!(filter.choice(Facet::City).len(), 2);
    assert_eq!(
        filter.to_query(),
        query.replace("city=leeuwarden&city=assen", "city=assen&city=leeuwarden")
    );
}

#[test]
fn repeated_values_stand_once_and_the_last_word_counts() {
    assert_eq!(canonical("theme=food&theme=food"), "theme=food");
    assert_eq!(canonical("theme=food&theme=-food"), "theme=-food");
    assert_eq!(canonical("page=1&view=list&sort=relevance&layer=projects"), "");
}

#[test]
fn bounds_in_the_wrong_order_mean_what_lies_between() {
    assert_eq!(canonical("from=2023&to=2019"), "from=2019&to=2023");
    assert_eq!(canonical("budget=5..1"), "budget=1..5");
}

#[test]
fn several_budgets_stand_beside_each_other_in_a_fixed_order() {
    let all = "budget=1..5&budget=unpublished&budget=doubtful";
    assert_eq!(canonical("budget=doubtful&budget=unpublished&budget=5..1&budget=doubtful"), all);
    let (filter, ignored) = Filter::from_query(all);
    assert_eq!((filter.budget.count(), ignored), (3, vec![]));
    assert_eq!(filter.parts().collect::<Vec<_>>(), [Part::Budget]);
    assert!(filter.without(Part::Budget).is_open());
    assert_eq!(Filter::from_query("budget=Doubtful").1.len(), 1);
}

#[test]
fn what_is_not_understood_is_named_and_left_out() {
    let (filter, ignored) = Filter::from_query(
        "theme=magic&city=Not+a+slug&from=abc&budget=..&bbox=1,2&page=0&layer=streets&utm_source=x",
    );
    assert!(filter.is_open());
    let keys: Vec<&str> = ignored.iter().map(|ignored| ignored.key.as_str()).collect();
    assert_eq!(keys, ["theme", "city", "from", "budget", "bbox", "page", "layer"]);
}

#[test]
fn what_a_form_sends_is_recognised() {
    let decoded = Filter::decode("q=&from=&to=2020&budget-from=1000&budget-to=&theme=food");
    assert!(decoded.from_form);
    assert_eq!(decoded.filter.to_query(), "theme=food&to=2020&budget=1000..");
    assert!(!Filter::decode("theme=food&to=2020").from_form);
    assert!(Filter::decode("sort=relevance").from_form);
}

#[test]
fn an_over_long_or_over_repeated_query_is_capped() {
    let long = format!("q={}", "a".repeat(10_000));
    assert!(Filter::from_query(&long).0.is_open());
    let text = format!("q={}", "é".repeat(300));
    let (filter, ignored) = Filter::from_query(&text);
    assert_eq!(filter.text.chars().count(), Filter::MAX_TEXT);
    assert_eq!(ignored[0].reason, Reason::TooMuch);
    let many = (0..1000).map(|n| format!("city=c{n}")).collect::<Vec<_>>().join("&");
    assert_eq!(Filter::from_query(&many).0.choice(Facet::City).len(), Filter::MAX_VALUES);
}

#[test]
fn a_layer_narrows_nothing_but_belongs_to_the_question() {
    let (filter, ignored) = Filter::from_query("layer=partners&view=map");
    assert_eq!((filter.layer, ignored), (Layer::Partners, vec![]));
    assert!(filter.is_open() && filter.parts().next().is_none());
    assert_eq!(filter.clone().scope().to_query(), "layer=partners");
    assert_eq!(filter.to_query(), "view=map&layer=partners");
    assert!(Filter::decode("layer=projects").from_form);
}

#[test]
fn leaving_a_lock_keeps_what_was_inside() {
    let left = |lock: &str, query: &str| Lock::from_query(lock).left(query).to_query();
    assert_eq!(left("city=assen", "theme=food&page=2"), "city=assen&theme=food&page=2");
    assert_eq!(left("", "q=x"), "q=x");
    // A part that was not understood does not become a filter.
    assert_eq!(left("city=assen&theme=magic", "q=x"), "q=x");
}
