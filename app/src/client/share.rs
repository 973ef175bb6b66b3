//! Sharing the address of a page.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlAnchorElement, ShareData};

/// Opens the share sheet where there is one, else copies the address and tells
/// whether that worked.
pub async fn share_address() -> Option<bool> {
    let navigator = window().navigator();
    // From a frame the page itself is shared, which is found there.
    let full_site = document().query_selector(".full-site").ok().flatten();
    let full_site = full_site.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let address = full_site.map(|link| link.href());
    let address = address.or_else(|| window().location().href().ok()).unwrap_or_default();
    let data = ShareData::new();
    data.set_title(&document().title());
    data.set_url(&address);
    // Desktop browsers have share sheets too, but a copied link is what people
    // at a desk want; a coarse pointer is a phone.
    let by_touch =
        window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|m| m.matches());
    let can_share = js_sys::Reflect::has(&navigator, &"share".into()).unwrap_or(false);
    if by_touch && can_share {
        // Closing the sheet is an answer too, not a failure.
        let _ = JsFuture::from(navigator.share_with_data(&data)).await;
        return None;
    }
    // Only secure pages have a clipboard.
    if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) {
        return Some(false);
    }
    Some(JsFuture::from(navigator.clipboard().write_text(&address)).await.is_ok())
}
