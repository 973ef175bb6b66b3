//! One page load as Lighthouse's JSON report tells it.

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The categories in the order of [`Load::scores`].
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// What is worth knowing of a load. Times are in milliseconds.
#[derive(Debug)]
pub struct Load {
    /// Lighthouse's own version.
    pub version: String,
    /// Performance, accessibility, best practices, SEO: 0 to 100.
    pub scores: [u32; 4],
    /// Audits that are not at their best, with their score; those that carry no
    /// weight say so.
    pub shortfalls: Vec<String>,
    /// First contentful paint, simulated.
    pub contentful: f64,
    /// The same, observed.
    pub contentful_observed: f64,
    /// Largest contentful paint, simulated.
    pub contentful_largest: f64,
    /// The same, observed.
    pub contentful_largest_observed: f64,
    /// Total blocking time, simulated.
    pub blocked: f64,
    /// Cumulative layout shift.
    pub shift: f64,
    /// From the request for the page to its first byte, observed.
    pub first_byte: f64,
    /// Requests over the network.
    pub requests: usize,
    /// The addresses among them that are not of our origin.
    pub elsewhere: Vec<String>,
    /// Bytes over the wire, headers too.
    pub bytes: usize,
}

impl Load {
    /// Reads the report about a page with this address.
    pub fn from_report(report: &Value, url: &str) -> Result<Self> {
        if let Some(message) = report["runtimeError"]["message"].as_str() {
            bail!("Lighthouse could not load {url}: {message}");
        }
        let audits = &report["audits"];
        let number = |name: &str| {
            let value = audits[name]["numericValue"].as_f64();
            value.with_context(|| format!("the report has no figure for {name}"))
        };
        let observed = |name: &str| {
            let value = audits["metrics"]["details"]["items"][0][name].as_f64();
            value.with_context(|| format!("the report has no figure for {name}"))
        };
        let addresses = addresses(audits)?;
        let home = origin(url);
        let elsewhere = addresses.iter().filter(|address| origin(address) != home);
        Ok(Self {
            version: report["lighthouseVersion"].as_str().unwrap_or_default().to_owned(),
            scores: scores(report)?,
            shortfalls: shortfalls(report),
            contentful: number("first-contentful-paint")?,
            contentful_observed: observed("observedFirstContentfulPaint")?,
            contentful_largest: number("largest-contentful-paint")?,
            contentful_largest_observed: observed("observedLargestContentfulPaint")?,
            blocked: number("total-blocking-time")?,
            shift: number("cumulative-layout-shift")?,
            first_byte: number("server-response-time")?,
            bytes: number("total-byte-weight")? as usize,
            requests: addresses.len(),
            elsewhere: elsewhere.cloned().collect(),
        })
    }
}

fn scores(report: &Value) -> Result<[u32; 4]> {
    let mut scores = [0; 4];
    for (score, category) in scores.iter_mut().zip(CATEGORIES) {
        let found = report["categories"][category]["score"].as_f64();
        let found = found.with_context(|| format!("the report has no score for {category}"))?;
        *score = (found * 100.0).round() as u32;
    }
    Ok(scores)
}

/// What the browser fetched over the network; `data:` addresses are none of that.
fn addresses(audits: &Value) -> Result<Vec<String>> {
    let items = audits["network-requests"]["details"]["items"].as_array();
    let items = items.context("the report does not list the requests")?;
    let addresses = items.iter().filter_map(|item| item["url"].as_str());
    Ok(addresses.filter(|url| url.starts_with("http")).map(str::to_owned).collect())
}

/// `http://host:port` of an address.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..].find('/').map_or(url.len(), |at| host + at);
    &url[..end]
}

/// Audits below 1 in any of the categories, once each.
fn shortfalls(report: &Value) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for category in CATEGORIES {
        let refs = report["categories"][category]["auditRefs"].as_array();
        for (id, weight) in refs.into_iter().flatten().filter_map(reference) {
            let audit = &report["audits"][id];
            // Audits that only inform have no score to fall short of.
            let Some(score) = audit["score"].as_f64().filter(|score| *score < 1.0) else {
                continue;
            };
            if audit["scoreDisplayMode"] == "informative" {
                continue;
            }
            let note = if weight > 0.0 { "" } else { ", without weight" };
            let line = format!("{id} ({score:.2}{note})");
            if !found.contains(&line) {
                found.push(line);
            }
        }
    }
    found
}

fn reference(entry: &Value) -> Option<(&str, f64)> {
    Some((entry["id"].as_str()?, entry["weight"].as_f64()?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert_eq!(origin("http://127.0.0.1:3000/nl?city=a"), "http://127.0.0.1:3000");
        assert_eq!(origin("https://example.org"), "https://example.org");
    }

    #[test]
    fn audits_below_their_best_are_named_once() {
        let listed = json!({ "auditRefs": [
            { "id": "lcp", "weight": 25 }, { "id": "unused", "weight": 0 },
            { "id": "fine", "weight": 1 }, { "id": "manual", "weight": 0 },
        ]});
        let report = json!({
            "categories": { "performance": listed, "seo": listed },
            "audits": {
                "lcp": { "score": 0.98, "scoreDisplayMode": "numeric" },
                "unused": { "score": 0.5, "scoreDisplayMode": "metricSavings" },
                "fine": { "score": 1, "scoreDisplayMode": "binary" },
                "manual": { "score": null, "scoreDisplayMode": "manual" },
            },
        });
        assert_eq!(shortfalls(&report), ["lcp (0.98)", "unused (0.50, without weight)"]);
    }

    #[test]
    fn a_load_that_failed_says_why() {
        let report = json!({ "runtimeError": { "code": "NO_FCP", "message": "nothing painted" } });
        let error = Load::from_report(&report, "http://127.0.0.1:1/nl").err();
        assert!(error.is_some_and(|error| error.to_string().contains("nothing painted")));
    }
}
