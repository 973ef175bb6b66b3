use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;
use crate::model::{Country, Euro, Period, Slug, Status, Theme};

fn choice<T: Ord + Clone + std::fmt::Debug + 'static>(
    values: Vec<T>,
) -> impl Strategy<Value = Choice<T>> {
    vec((select(values), any::<bool>()), 0..6).prop_map(|values| {
        let mut choice = Choice::default();
        for (value, included) in values {
            choice.set(value, if included { Chosen::Included } else { Chosen::Excluded });
        }
        choice
    })
}

fn slugs() -> Vec<Slug> {
    ["groningen", "emmen", "north-sea-2021", "a", "2"].iter().map(|s| s.parse().unwrap()).collect()
}

fn bounds<T: Ord + Copy + std::fmt::Debug>(
    value: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = (Option<T>, Option<T>)> {
    (option::of(value.clone()), option::of(value)).prop_map(|(a, b)| match (a, b) {
        (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
        other => other,
    })
}

prop_compose! {
    fn filter()(
        text in vec("[^\\s\\p{C}]{1,8}", 0..4),
        city in choice(slugs()),
        theme in choice(Theme::ALL.to_vec()),
        programme in choice(slugs()),
        period in choice(Period::ALL.to_vec()),
        country in choice(["NL", "DE", "SE"].iter().map(|c| c.parse::<Country>().unwrap()).collect()),
        role in choice(vec![LeadRole::Lead]),
        status in choice(Status::ALL.to_vec()),
        (years, budget, unpublished) in (
            bounds(1900u16..2200),
            bounds((0u64..1 << 46).prop_map(|cents| Euro::try_from(cents as f64 / 100.0).unwrap())),
            any::<bool>(),
        ),
        sort in select(Sort::ALL.to_vec()),
        (page, map, layer) in (1u32.., any::<bool>(), select(Layer::ALL.to_vec())),
        bbox in option::of((-180.0..0.0, -90.0..0.0, 1.0..180.0, 1.0..90.0)),
    ) -> Filter {
        Filter {
            text: text.join(" "),
            city, theme, programme, period, country, role, status,
            years: Years { from: years.0, to: years.1 },
            budget: Budget { range: Some(budget).filter(|b| *b != (None, None)), unpublished },
            sort,
            page: Page(page),
            view: if map { View::Map } else { View::List },
            layer,
            bbox: bbox.map(|(w, s, e, n): (f64, f64, f64, f64)| format!("{w},{s},{e},{n}").parse().unwrap()),
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
        &sort=start&page=2&view=map&layer=network&bbox=4.7,52.3,7.4,53.6";
    let (filter, ignored) = Filter::from_query(query);
    assert_eq!(ignored, []);
    assert_eq!(filter.theme.of(&Theme::Transport), Chosen::Included);
    assert_eq!(filter.theme.of(&Theme::Food), Chosen::Excluded);
    assert_eq!(filter.city.len(), 2);
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
    assert_eq!(Filter::from_query(&many).0.city.len(), Filter::MAX_VALUES);
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
fn a_link_changes_only_what_it_is_about_of_where_somebody_is_by_now() {
    let carried = |link: &str, shown: &str, now: &str| {
        let [link, shown, now] = [link, shown, now].map(|query| Filter::from_query(query).0);
        link.carried(&shown, now).to_query()
    };
    // A city was ticked after the link to exclude a theme was made.
    assert_eq!(
        carried("city=assen&theme=-food", "city=assen", "city=assen&city=emmen"),
        "city=assen&city=emmen&theme=-food"
    );
    // What the link drops stays dropped, what was added since stays.
    assert_eq!(carried("", "city=assen&page=2", "city=assen&q=x&page=2"), "q=x");
    // Who has not gone on gets what the link says.
    assert_eq!(carried("sort=title", "city=assen", "city=assen"), "sort=title");
}

#[test]
fn whoever_leaves_a_lock_finds_what_was_inside() {
    let left = |lock: &str, query: &str| Lock::from_query(lock).left(query).to_query();
    assert_eq!(left("city=assen", "theme=food&page=2"), "city=assen&theme=food&page=2");
    assert_eq!(left("", "q=x"), "q=x");
    // What nobody understood is no filter either.
    assert_eq!(left("city=assen&theme=magic", "q=x"), "q=x");
}
