//! What the generator's form says, as a query and as addresses.
//!
//! ```text
//! q=, city=, theme=, …      the filter, as everywhere
//! visitors=only             they never see anything else: it becomes the lock
//! lang=nl|en|de|fy          the embed's language; without it the generator's own
//! show=both|list|map        short for hide=map and hide=list
//! hide=, open=, scheme=, …  the look, as the widget takes it
//! ```
//!
//! The query of a widget is understood as well: its `lock` is the filter, for visitors
//! who see nothing else, or is kept beside a filter that narrows it. What is not understood is left out and named.

use catalogue::{
    embed::{Embed, Hideable},
    filter::{Filter, Ignored, Lock, Reason, pairs},
    model::Lang,
};

/// What an official has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// What it shows.
    pub filter: Filter,
    /// Whether visitors see nothing else, whatever they do.
    pub is_confined: bool,
    /// Its language.
    pub lang: Lang,
    /// How it looks. The lock in it is open where visitors see nothing but the filter, which
    /// then becomes the lock.
    pub embed: Embed,
}

impl Setup {
    /// Reads the query of the generator's address, in its own language, and names
    /// what of it is not understood.
    pub fn from_query(query: &str, own: Lang) -> (Self, Vec<Ignored>) {
        let (filter, mut ignored) = Filter::from_query(query);
        let (embed, bad) = Embed::from_query(query);
        ignored.extend(bad);
        let filter = filter.first_page();
        let mut setup = Self { filter, is_confined: false, lang: own, embed };
        for (key, value) in pairs(query) {
            let value = value.trim();
            if !value.is_empty() && setup.read(&key, value).is_none() {
                ignored.push(Ignored::new(&key, value, Reason::NotAValue));
            }
        }
        setup.unlock();
        let hide = &mut setup.embed.hide;
        if hide.contains(&Hideable::List) && hide.contains(&Hideable::Map) {
            // The frame would be empty.
            hide.remove(&Hideable::List);
            hide.remove(&Hideable::Map);
            ignored.push(Ignored::new("hide", "list,map", Reason::NotAValue));
        }
        ignored.truncate(Ignored::MAX);
        (setup, ignored)
    }

    fn read(&mut self, key: &str, value: &str) -> Option<()> {
        match (key, value) {
            ("visitors", "free" | "only") => self.is_confined = value == "only",
            ("lang", _) => self.lang = value.parse().ok()?,
            ("show", "both" | "list" | "map") => {
                let hide = &mut self.embed.hide;
                hide.remove(&Hideable::List);
                hide.remove(&Hideable::Map);
                hide.extend(match value {
                    "list" => Some(Hideable::Map),
                    "map" => Some(Hideable::List),
                    _ => None,
                });
            }
            ("visitors" | "show", _) => return None,
            _ => {}
        }
        Some(())
    }

    /// The lock of a widget's address becomes the filter, where that asks for no more than
    /// the lock, or visitors are to see nothing else. What visitors may widen within their
    /// lock keeps both.
    fn unlock(&mut self) {
        let lock = std::mem::take(&mut self.embed.lock);
        if lock.is_open() || lock.is_broken() {
            return;
        }
        let both = within(&self.filter, &lock);
        self.is_confined |= both.clone().scope() == *lock.filter();
        if self.is_confined {
            self.filter = both;
        } else {
            self.embed.lock = lock;
        }
    }

    /// The query of the generator that has this set-up, whatever its own language.
    pub fn to_query(&self) -> String {
        let confined = self.is_confined.then_some("visitors=only".to_owned());
        let lang = Some(format!("lang={}", self.lang));
        let all = [Some(self.filter.to_query()), confined, lang, Some(self.embed.to_query())];
        joined(all.into_iter().flatten())
    }

    /// The question mark and query with which a generator in another language has the
    /// set-up of `query`. The embed's language is only named where it was, since else it
    /// is that of the generator.
    pub fn repeated(query: &str, own: Lang) -> String {
        let (setup, _) = Self::from_query(query, own);
        let names_lang =
            |(key, value): (String, String)| key == "lang" && value.trim().parse::<Lang>().is_ok();
        let query = if pairs(query).any(names_lang) {
            setup.to_query()
        } else {
            let confined = setup.is_confined.then_some("visitors=only".to_owned());
            let all = [Some(setup.filter.to_query()), confined, Some(setup.embed.to_query())];
            joined(all.into_iter().flatten())
        };
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// The query of a generator's address that a form has made, without what a form
    /// leaves empty or as it is; none where there is nothing to tidy up, or something
    /// that the page must name.
    pub fn tidied(query: &str, own: Lang) -> Option<String> {
        // Only a form sends fields that are empty, and `show`.
        let from_form = pairs(query).any(|(key, value)| value.trim().is_empty() || key == "show");
        let (setup, ignored) = Self::from_query(query, own);
        (from_form && ignored.is_empty()).then(|| setup.to_query())
    }

    /// The same set-up with another accent.
    pub fn with_accent(&self, accent: catalogue::embed::Accent) -> Self {
        let embed = Embed { accent: Some(accent), ..self.embed.clone() };
        Self { embed, ..self.clone() }
    }

    /// The path and query of the embed: first what visitors can change, then what
    /// they cannot.
    pub fn widget(&self) -> String {
        self.at("widget", &self.locked().to_query())
    }

    /// The path and query of the same projects as markup without a look.
    pub fn fragment(&self) -> String {
        let Embed { lock, heading, .. } = self.locked();
        self.at("fragment", &Embed { lock, heading, ..Embed::default() }.to_query())
    }

    /// The path and query of the same projects in the explorer itself.
    pub fn explorer(&self) -> String {
        self.filter.href(&format!("/{}", self.lang))
    }

    fn at(&self, page: &str, embed: &str) -> String {
        let query = joined([self.free().to_query(), embed.to_owned()]);
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/{}/{page}{mark}{query}", self.lang)
    }

    /// What is asked at first and can be changed.
    fn free(&self) -> Filter {
        let Filter { sort, view, layer, camera, .. } = self.filter;
        if self.is_confined {
            Filter { sort, view, layer, camera, ..Filter::default() }
        } else {
            self.filter.clone()
        }
    }

    fn locked(&self) -> Embed {
        let mut embed = self.embed.clone();
        if self.is_confined && !self.filter.is_open() {
            embed.lock = Lock::from_query(&self.filter.to_query());
        }
        embed
    }
}

/// A filter with what it leaves open narrowed by a lock.
fn within(filter: &Filter, lock: &Lock) -> Filter {
    let narrowed: Vec<_> = filter.parts().collect();
    let others = lock.parts().filter(|part| narrowed.contains(part));
    let others = others.fold(lock.filter().clone(), Filter::without);
    Filter::from_query(&format!("{}&{}", others.to_query(), filter.to_query())).0
}

fn joined(queries: impl IntoIterator<Item = String>) -> String {
    queries.into_iter().filter(|query| !query.is_empty()).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    fn read(query: &str) -> Setup {
        let (setup, ignored) = Setup::from_query(query, Lang::Nl);
        assert_eq!(ignored, [], "{query}");
        setup
    }

    #[test]
    fn a_form_becomes_the_address_of_a_widget() {
        let form = "q=&city=assen&city=emmen&visitors=free&lang=de&show=list&hide=title&hide=link\
                    &scheme=auto&accent=%23154273&radius=&font=&heading=3&open=frame";
        assert_eq!(
            read(form).widget(),
            "/de/widget?city=assen&city=emmen&hide=title%2Cmap%2Clink&accent=154273&heading=3"
                .replace("%2C", ",")
        );
        assert_eq!(read("").widget(), "/nl/widget");
    }

    #[test]
    fn what_visitors_only_ever_see_is_the_lock() {
        let setup = read("city=assen&theme=-health&sort=start&page=3&visitors=only&lang=en");
        assert_eq!(setup.widget(), "/en/widget?sort=start&lock=city%3Dassen%26theme%3D-health");
        assert_eq!(setup.explorer(), "/en?city=assen&theme=-health&sort=start");
        assert_eq!(setup.fragment(), "/en/fragment?sort=start&lock=city%3Dassen%26theme%3D-health");
        assert_eq!(read("visitors=only").widget(), "/nl/widget");
    }

    #[test]
    fn the_address_of_a_widget_is_a_set_up_too() {
        let setup = read("sort=start&lock=city%3Dassen&accent=154273");
        assert_eq!(setup.to_query(), "city=assen&sort=start&visitors=only&lang=nl&accent=154273");
        // The filter asks for no more than the lock.
        let setup = read("city=assen&lock=city%3Dassen");
        assert_eq!(setup.to_query(), "city=assen&visitors=only&lang=nl");
        assert_eq!(setup.widget(), "/nl/widget?lock=city%3Dassen");
    }

    #[test]
    fn a_lock_that_the_filter_narrows_is_kept_beside_it() {
        let setup = read("theme=health&lock=city%3Dassen");
        assert_eq!(setup.widget(), "/nl/widget?theme=health&lock=city%3Dassen");
        assert_eq!(setup.to_query(), "theme=health&lang=nl&lock=city%3Dassen");
        // Visitors are to see nothing else: both are the lock then, and of what both
        // narrow the official's choice.
        let setup = read("city=emmen&theme=health&lock=city%3Dassen%26from%3D2014&visitors=only");
        let lock = "city%3Demmen%26theme%3Dhealth%26from%3D2014";
        assert_eq!(setup.widget(), format!("/nl/widget?lock={lock}"));
    }

    #[test]
    fn what_is_not_understood_is_named_and_left_out() {
        let query = "theme=helth&visitors=some&lang=xx&show=none&accent=red&hide=list,map";
        let (setup, ignored) = Setup::from_query(query, Lang::Fy);
        let keys: Vec<_> = ignored.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["theme", "accent", "visitors", "lang", "show", "hide"]);
        assert_eq!(setup.to_query(), "lang=fy");
    }

    #[test]
    fn a_form_is_tidied_unless_something_must_be_named() {
        let tidied = |query| Setup::tidied(query, Lang::Nl);
        assert_eq!(
            tidied("q=&city=assen&lang=en&open=frame").as_deref(),
            Some("city=assen&lang=en")
        );
        assert_eq!(tidied("city=assen&lang=en"), None);
        assert_eq!(tidied("q=&accent=red"), None);
    }

    fn pieces() -> impl Strategy<Value = String> {
        let known = vec![
            "city=assen",
            "theme=health",
            "theme=-food",
            "q=warm+water",
            "from=2014",
            "view=map",
            "layer=partners",
            "visitors=only",
            "visitors=free",
            "lang=de",
            "show=map",
            "show=list",
            "hide=title,sort",
            "open=tab",
            "cards=compact",
            "scheme=dark",
            "accent=ffcc00",
            "radius=0",
            "font=Fira+Sans",
            "heading=4",
            "lock=city%3Demmen",
            "accent=no",
            "q=",
        ];
        vec(select(known), 0..10).prop_map(|pairs| pairs.join("&"))
    }

    proptest! {
        #[test]
        fn the_address_reproduces_the_whole_set_up(query in pieces()) {
            let (setup, _) = Setup::from_query(&query, Lang::En);
            // In whatever language it is opened.
            prop_assert_eq!(Setup::from_query(&setup.to_query(), Lang::Fy), (setup, vec![]));
        }

        #[test]
        fn the_widget_understands_its_address_as_it_was_meant(query in pieces()) {
            let (setup, _) = Setup::from_query(&query, Lang::En);
            let address = setup.widget();
            let asked = address.split_once('?').map_or("", |(_, query)| query);
            let (embed, bad) = Embed::from_query(asked);
            prop_assert_eq!(bad, vec![]);
            let (free, _) = Filter::from_query(asked);
            let lock = setup.embed.lock.clone();
            if lock.is_open() {
                let both = format!("{}&{}", free.to_query(), embed.lock.to_query());
                prop_assert_eq!(Filter::from_query(&both).0, setup.filter.clone());
            } else {
                prop_assert_eq!((&free, &embed.lock), (&setup.filter, &lock));
            }
            prop_assert_eq!(Embed { lock, ..embed.clone() }, setup.embed.clone());
            // Links inside find it at the end of theirs.
            prop_assert!(asked.ends_with(&embed.to_query()));
        }

        #[test]
        fn nothing_breaks_it(query in ".{0,80}", key in select(vec!["visitors", "lang", "show", "lock", "q"])) {
            let (setup, _) = Setup::from_query(&format!("{key}={query}"), Lang::Nl);
            for address in [setup.widget(), setup.fragment(), setup.explorer(), setup.to_query()] {
                prop_assert!(!address.contains(['<', '>', '"', '\'', ' ', '#']), "{}", address);
            }
        }
    }
}
