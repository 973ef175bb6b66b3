//! What buttons do in the browser, and the small dealings with its document.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlAnchorElement, HtmlElement, HtmlInputElement, ShareData, SvgElement};

use crate::{
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// Share and print. Without a script they do nothing, so style hides them then.
pub fn actions(site: Site) -> Piece {
    let t = site.t;
    let share = move |_| {
        leptos::task::spawn_local(async move {
            let said = match share_address().await {
                None => "",
                Some(true) => t.link_copied,
                Some(false) => t.link_not_copied,
            };
            if let Some(status) = document().query_selector(".said").ok().flatten() {
                status.set_text_content(Some(said));
            }
        });
    };
    let print = |_| {
        let _ = window().print();
    };
    view! {
        <div class="actions">
            <button type="button" class="plain" on:click=share>
                {t.share}
            </button>
            <button type="button" class="plain" on:click=print>
                {t.print}
            </button>
            // What is said here comes from the button alone, so its text is no child of
            // the view, which would take it away with the next answer.
            <span class="said" role="status"></span>
        </div>
    }
    .into_piece()
}

/// Opens the share sheet where there is one, else copies the address and tells
/// whether that worked.
async fn share_address() -> Option<bool> {
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

/// Whether an event comes from typing rather than from ticking.
pub fn is_text(event: &web_sys::Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| matches!(input.type_().as_str(), "search" | "text"))
}

/// Whether an event comes from a button that sends its form. Enter in a field presses
/// the first of them.
pub fn is_sending(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|it| matches!(it.closest("button[type=submit]"), Ok(Some(_))))
}

/// Puts the focus on an element.
pub fn focus(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        focus_on(&element);
    }
}

/// Whether what is selected holds the focus.
pub fn has_focus(selector: &str) -> bool {
    let active = document().active_element();
    active.is_some_and(|active| active.closest(selector).is_ok_and(|holder| holder.is_some()))
}

/// Puts the focus on an element if what had it is gone.
pub fn refocus(selector: &str) {
    if document().active_element().is_none_or(|active| active.local_name() == "body") {
        focus(selector);
    }
}

/// Puts the focus on an element at hand, be it of HTML or of SVG.
pub fn focus_on(element: &web_sys::Element) {
    let _ = match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.focus(),
        None => element.dyn_ref::<SvgElement>().map_or(Ok(()), SvgElement::focus),
    };
}
