//! What machines read of a page (JSON-LD).

use serde_json::Value;

use crate::visit::{LANGUAGES, PROJECTS, PUBLIC_URL, get};

async fn data(page: &str) -> Value {
    let answer = get(page).await;
    let html = answer.html();
    let is_data = |tag: &crate::html::Tag| tag.attr("type") == Some("application/ld+json");
    let all = html.texts_of(is_data);
    assert_eq!(all.len(), 1, "{page}");
    assert!(!all[0].contains('<'), "{page}");
    serde_json::from_str(&all[0]).unwrap()
}

#[tokio::test]
async fn the_list_has_the_projects_of_the_page_in_their_order() {
    for lang in LANGUAGES {
        let said = data(&format!("/{lang}")).await;
        assert_eq!((&said["@type"], &said["inLanguage"]), (&"CollectionPage".into(), &lang.into()));
        assert_eq!(said["mainEntity"]["numberOfItems"], 10);
        let items = said["mainEntity"]["itemListElement"].as_array().unwrap();
        assert_eq!(items.len(), 10);
        for (n, item) in items.iter().enumerate() {
            assert_eq!(item["position"], n + 1);
            let url = item["url"].as_str().unwrap().strip_prefix(PUBLIC_URL).unwrap();
            let slug = url.strip_prefix(&format!("/{lang}/projects/")).unwrap();
            assert!(PROJECTS.contains(&slug), "{url}");
        }
    }
    let said = data("/nl?city=assen").await;
    assert_eq!(said["url"], format!("{PUBLIC_URL}/nl?city=assen"));
    assert_eq!(said["mainEntity"]["numberOfItems"], 1);
}

#[tokio::test]
async fn the_whole_is_a_dataset_whose_parts_are_credited_whatever_the_filter() {
    let document = backend::Backend::with_default_catalogue(backend::Clock::amsterdam());
    let document = document.unwrap().document();
    for page in ["/en", "/en?city=assen&theme=health"] {
        let set = data(page).await["about"].take();
        assert_eq!(set["@type"], "Dataset");
        assert_eq!(set["url"], format!("{PUBLIC_URL}/en"));
        assert_eq!(set["dateModified"], document.collected.to_string());
        let years = set["temporalCoverage"].as_str().unwrap();
        assert_eq!(years, data("/en").await["about"]["temporalCoverage"]);
        let [first, last]: [u16; 2] = years
            .split('/')
            .map(|year| year.parse().unwrap())
            .collect::<Vec<_>>()
            .try_into()
            .unwrap();
        assert!(first < last && first > 2000, "{years}");
        // What search engines want to show one.
        let length = set["description"].as_str().unwrap().len();
        assert!((50..5_000).contains(&length), "{length}");
        let names = |of: &str| -> Vec<String> {
            let all = set[of].as_array().unwrap().iter();
            all.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names("spatialCoverage"), ["Groningen", "Emmen", "Assen", "Leeuwarden"]);
        let credits = document.credits.iter().map(|credit| credit.name.clone());
        assert_eq!(names("isBasedOn"), credits.collect::<Vec<_>>());
        assert_eq!(set["isBasedOn"][0]["license"]["name"], "CC BY 4.0");
        // No source says so.
        assert!(set.get("license").is_none() && set.get("publisher").is_none());
    }
}

#[tokio::test]
async fn a_project_is_told_with_what_is_known_and_without_what_is_not() {
    let document = backend::Backend::with_default_catalogue(backend::Clock::amsterdam());
    let document = document.unwrap().document();
    for project in &document.projects {
        let said = data(&format!("/en/projects/{}", project.slug)).await;
        assert_eq!(said["@type"], "Project");
        assert_eq!(said["url"], format!("{PUBLIC_URL}/en/projects/{}", project.slug));
        let start = project.start.map(|start| start.to_string());
        assert_eq!(said["foundingDate"].as_str(), start.as_deref());
        let end = project.end.map(|end| end.to_string());
        assert_eq!(said["dissolutionDate"].as_str(), end.as_deref());
        let amount = project.eu_funding.map(|money| f64::from(money.eur));
        assert_eq!(said["funding"]["amount"]["value"].as_f64(), amount, "{}", project.slug);
        assert_eq!(said["funding"]["funder"]["parentOrganization"]["name"], "European Union");
        let members = said["member"].as_array().map_or(0, Vec::len);
        assert_eq!(members, project.participations.len());
        assert!(!said.to_string().contains("null") && !said.to_string().contains("[]"));
    }
}

#[tokio::test]
async fn no_other_page_has_any() {
    for page in ["/nl/about", "/nl/nowhere", "/nl/projects/none"] {
        get(page).await.assert_lacks("ld+json");
    }
}
