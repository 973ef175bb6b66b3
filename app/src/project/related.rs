//! Projects with something in common, and what.

use catalogue::{
    model::{HomeCity, Slug},
    query::{Related, Tie},
};

use crate::{
    i18n,
    markup::{Element, el},
    site::Site,
    words,
};

/// The list, where there is any.
pub fn related(site: Site, others: &[Related], cities: &[HomeCity]) -> Option<Element> {
    let city = |slug: &Slug| {
        cities
            .iter()
            .find(|city| city.slug == *slug)
            .map_or_else(String::new, |city| city.name.clone())
    };
    let row = |Related { item, ties }: &Related| {
        let reasons: Vec<String> = ties.iter().map(|tie| reason(site, tie)).collect();
        let from = words::cities(site, &item.cities, city);
        el("li")
            .child(site.link(item.clone()))
            .child(el("span").class("card-city").child(from))
            .child(el("span").class("reason").child(reasons.join("; ")))
    };
    let rows: Vec<_> = others.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        let list = el("ul").class("related").child(rows);
        el("section")
            .class("sheet-related")
            .child(el(site.heading(2)).child(site.t.related))
            .child(list)
    })
}

fn reason(site: Site, tie: &Tie) -> String {
    let t = site.t;
    match tie {
        Tie::Themes(themes) => {
            let names: Vec<String> =
                themes.iter().map(|theme| i18n::theme(site.lang, *theme).to_owned()).collect();
            t.tie_themes.fill(&[("themes", &words::list(site, &names))])
        }
        Tie::Partners(partners) => {
            t.tie_partners.fill(&[("partners", &words::list(site, partners))])
        }
        Tie::Programme => t.tie_programme.to_owned(),
    }
}
