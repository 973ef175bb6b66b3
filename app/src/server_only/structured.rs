//! What machines are told of a page, in the words of schema.org (JSON-LD).
//!
//! Only what is known is said: a fact that was not published is left out, and so is
//! whatever would be left empty by that.

use catalogue::{
    model::{
        Credit, Document, HomeCity, Lang, Money, Participation, Project, Role,
        plausibility::Amount, text::best,
    },
    query::{Exploration, ProjectDetail},
};
use serde_json::{Value, json};

use crate::i18n;

/// Whose words these are.
const CONTEXT: &str = "https://schema.org";

/// The list, as far as it stands on the page at `url`, out of the catalogue `whole`
/// that `publisher` shows at `home`.
pub fn list(
    lang: Lang,
    [home, url]: [&str; 2],
    answer: &Exploration,
    whole: &Document,
    publisher: Option<&str>,
) -> String {
    let t = i18n::messages(lang);
    let items = answer.cards.iter().enumerate().map(|(n, card)| {
        json!({
            "@type": "ListItem",
            "position": n + 1,
            "url": format!("{home}/projects/{}", card.item.slug),
            "name": card.item.name,
        })
    });
    written(json!({
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": t.title,
        "description": t.description,
        "url": url,
        "inLanguage": lang.tag(),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": answer.found,
            "itemListElement": items.collect::<Vec<_>>(),
        },
        "about": dataset(lang, home, answer.years, whole, publisher),
    }))
}

/// The whole catalogue. Whose the parts of it are is said; no source says under which
/// licence the whole is, so that is not.
fn dataset(
    lang: Lang,
    home: &str,
    years: Option<(u16, u16)>,
    whole: &Document,
    publisher: Option<&str>,
) -> Value {
    let t = i18n::messages(lang);
    let Document { collected, credits, home_cities, .. } = whole;
    let place = |city: &HomeCity| json!({ "@type": "Place", "name": city.name });
    let part = |credit: &Credit| {
        json!({
            "@type": "CreativeWork",
            "name": credit.name,
            "description": credit.part,
            "url": credit.url,
            "license": { "@type": "CreativeWork", "name": credit.licence },
        })
    };
    json!({
        "@type": "Dataset",
        "name": t.title,
        "description": t.description,
        "url": home,
        "dateModified": collected,
        "isAccessibleForFree": true,
        "temporalCoverage": years.map(|(first, last)| format!("{first}/{last}")),
        "spatialCoverage": home_cities.iter().map(place).collect::<Vec<_>>(),
        "isBasedOn": credits.iter().map(part).collect::<Vec<_>>(),
        "publisher": publisher.map(|name| json!({ "@type": "Organization", "name": name })),
    })
}

/// A project whose page is at `url`.
pub fn project(lang: Lang, url: &str, detail: &ProjectDetail) -> String {
    let Project { website, keep_url, start, end, participations, .. } = &detail.project;
    let name = detail.project.name(lang);
    let title = best(&detail.project.title, lang).map(|title| title.text.as_str());
    written(json!({
        "@context": CONTEXT,
        "@type": "Project",
        "name": name,
        "alternateName": title.filter(|title| *title != name),
        "description": best(&detail.project.description, lang).map(|text| &text.text),
        "url": url,
        "sameAs": [website, keep_url],
        // Of a project, as of any organisation: when it began and when it ended.
        "foundingDate": start,
        "dissolutionDate": end,
        "funding": funding(detail),
        "member": participations.iter().map(member).collect::<Vec<_>>(),
    }))
}

/// What the EU gives, through the programme.
fn funding(detail: &ProjectDetail) -> Value {
    let Some(programme) = &detail.programme else { return Value::Null };
    let is_sound = |amount| detail.doubts_of(amount).next().is_none();
    json!({
        "@type": "MonetaryGrant",
        // The vocabulary has no word for doubt, and programs add amounts up.
        "amount": detail.project.eu_funding.filter(|_| is_sound(Amount::EuFunding)).map(amount),
        "funder": {
            "@type": "Organization",
            "name": programme.name,
            "url": programme.website,
            "parentOrganization": {
                "@type": "Organization",
                "name": "European Union",
                "url": "https://european-union.europa.eu",
            },
        },
    })
}

fn amount(money: Money) -> Value {
    json!({ "@type": "MonetaryAmount", "currency": "EUR", "value": f64::from(money.eur) })
}

fn member(part: &Participation) -> Value {
    let role = match part.role {
        Role::Lead => "lead partner",
        Role::Partner => "partner",
        Role::Associate => "associated partner",
    };
    let place = (part.town.is_some() || part.country.is_some()).then(|| {
        json!({
            "@type": "PostalAddress",
            "addressLocality": part.town,
            "addressCountry": part.country,
        })
    });
    json!({
        "@type": "OrganizationRole",
        "roleName": role,
        "member": { "@type": "Organization", "name": part.organisation, "address": place },
    })
}

/// As it may stand in a page: nothing in it can end the script.
fn written(data: Value) -> String {
    known(data).to_string().replace('<', "\\u003c")
}

/// Without what is unknown.
fn known(data: Value) -> Value {
    let some = |value: &Value| !matches!(value, Value::Null) && *value != json!([]);
    match data {
        Value::Array(values) => values.into_iter().map(known).filter(some).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, known(value)));
            Value::Object(fields.filter(|(_, value)| some(value)).collect())
        }
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_is_not_said_and_nothing_ends_the_script() {
        let data = json!({ "a": null, "b": [null], "c": { "d": null, "e": "</script>" }, "f": 0 });
        assert_eq!(written(data), r#"{"c":{"e":"\u003c/script>"},"f":0}"#);
    }
}
