//! The filter form in the document: which step a control makes, and how the form
//! shows a filter.
//!
//! Only what was typed and ticked before hydration is read back from the form, with
//! the codec that reads addresses.

use std::cell::Cell;

use catalogue::{
    filter::{Filter, Step},
    model::notation::amount,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, HtmlSelectElement};
#[cfg(feature = "hydrate")]
use web_sys::{FormData, UrlSearchParams};

use crate::site::Site;

/// The id of the message about an amount that cannot be read.
pub const UNREAD: &str = "amount-unread";

/// The form's query as a browser would send it, made canonical.
#[cfg(feature = "hydrate")]
fn query_of(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    let params = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(Filter::from_query(&params.to_string().as_string()?).0.to_query())
}

/// The step that the control of an event makes.
pub fn step_of(event: &Event) -> Option<Step> {
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return Step::of_control(&input.name(), &input.value(), input.checked());
    }
    let select = target.dyn_ref::<HtmlSelectElement>()?;
    Step::of_control(&select.name(), &select.value(), false)
}

/// The name of the field that an event is about.
pub fn field_of(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_ref::<HtmlInputElement>()?.name())
}

/// The facet and the value that a link stands beside, if it is the one that excludes.
pub fn value_beside(link: &Element) -> Option<(String, String)> {
    let row = link.closest(".exclude").ok()??.parent_element()?;
    let tick: HtmlInputElement =
        row.query_selector("input[type=checkbox]").ok()??.dyn_into().ok()?;
    Some((tick.name(), tick.value()))
}

/// Marks the fields whose amount cannot be read, and names such an amount in the message
/// below them.
pub fn check_amounts(site: Site) {
    let mut said = String::new();
    for selector in [".finder [name=budget-from]", ".finder [name=budget-to]"] {
        let field = document().query_selector(selector).ok().flatten();
        let Some(input) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else {
            continue;
        };
        let value = input.value();
        let bad = !value.trim().is_empty() && amount(&value, None).is_none();
        let _ = input.set_attribute("aria-invalid", if bad { "true" } else { "false" });
        if bad {
            said = site.t.amount_unread.fill(&[("value", &value)]);
        }
    }
    if let Some(unread) = document().get_element_by_id(UNREAD) {
        unread.set_text_content(Some(&said));
    }
}

/// Makes the form show a filter. With `keep_focused`, the field that has the focus is left
/// alone: the filter has what is being typed there already, perhaps in fewer characters.
pub fn show(filter: &Filter, keep_focused: bool) {
    let Some(form) = form() else { return };
    let (least, most) = filter.budget.range.unwrap_or_default();
    let active = document().active_element().filter(|_| keep_focused);
    let controls = form.elements();
    for control in (0..controls.length()).filter_map(|index| controls.item(index)) {
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            let name = input.name();
            match input.type_().as_str() {
                "checkbox" => input.set_checked(filter.has(&name, &input.value())),
                _ if active.as_ref() == Some(&control) => {}
                "search" if name == "q" => input.set_value(&filter.text),
                // A visitor's notation of the amount stays, and so does what cannot be read.
                "text" => {
                    let wanted = if name == "budget-from" { least } else { most };
                    if amount(&input.value(), None) != wanted {
                        let wanted = wanted.map(|euro| euro.to_string());
                        input.set_value(&wanted.unwrap_or_default());
                    }
                }
                _ => {}
            }
        } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            let from = select.name() == "from";
            let year = if from { filter.years.from } else { filter.years.to };
            select.set_value(&year.map(|year| year.to_string()).unwrap_or_default());
        }
    }
}

/// The filter form of this page.
fn form() -> Option<HtmlFormElement> {
    document().query_selector("form.finder").ok().flatten()?.dyn_into().ok()
}

thread_local! {
    static TYPED: Cell<Option<String>> = const { Cell::new(None) };
}

/// Remembers what was typed and ticked while the page was still without its script.
/// To be called before hydration, which resets tick boxes.
#[cfg(feature = "hydrate")]
pub fn remember_typed() {
    let Some(form) = form() else { return };
    // The form as it was sent. Not the address: the page may have left out
    // something of it, and then says so.
    let sent = form.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into().ok());
    let sent = sent.and_then(|copy: HtmlFormElement| {
        copy.reset();
        query_of(&copy)
    });
    let asked = query_of(&form);
    TYPED.set(asked.filter(|asked| sent.as_ref() != Some(asked)));
}

/// What was typed early, once.
pub fn take_typed() -> Option<String> {
    TYPED.take()
}
