//! The fields of the generator's form, whatever they ask for.

use leptos::prelude::*;

use crate::i18n::server_only::embed::Choice;

/// A group of fields that folds away; open where something in it is chosen, or from
/// the start.
#[component]
pub fn Fold(
    heading: &'static str,
    /// How many things in it are chosen.
    active: usize,
    #[prop(optional)] is_open: bool,
    children: Children,
) -> AnyView {
    let shown = (active > 0).then(|| active.to_string());
    let is_open = is_open || shown.is_some();
    view! {
        <details class="facet" open=is_open>
            <summary>
                <span class="facet-name">{heading}</span>
                <span class="facet-active" data-live>
                    {shown}
                </span>
            </summary>
            <fieldset>
                <legend class="unseen">{heading}</legend>
                {children()}
            </fieldset>
        </details>
    }
    .into_any()
}

/// Fields that answer one question.
#[component]
pub fn Group(
    legend: &'static str,
    #[prop(optional_no_strip)] described_by: Option<&'static str>,
    children: Children,
) -> AnyView {
    view! {
        <fieldset class="embed-group" aria-describedby=described_by>
            <legend>{legend}</legend>
            {children()}
        </fieldset>
    }
    .into_any()
}

/// A question with a few answers, of which the one at the index `chosen` is given.
#[component]
pub fn Radios<const N: usize>(
    name: &'static str,
    choice: &'static Choice<N>,
    /// What each answer is in the address.
    values: [&'static str; N],
    chosen: usize,
    #[prop(optional)] described_by: Option<&'static str>,
) -> impl IntoView {
    let radio = move |(index, (value, label)): (usize, (&'static str, &'static str))| {
        let is_chosen = index == chosen;
        view! {
            <label class="embed-tick">
                <input type="radio" name=name value=value checked=is_chosen/>
                <span>{label}</span>
            </label>
        }
    };
    let answers = values.into_iter().zip(choice.answers).enumerate();
    view! {
        <Group legend=choice.legend described_by>{answers.map(radio).collect_view()}</Group>
    }
}

/// A box to tick.
#[component]
pub fn Tick(
    name: &'static str,
    value: &'static str,
    label: &'static str,
    checked: bool,
) -> impl IntoView {
    view! {
        <label class="embed-tick">
            <input type="checkbox" name=name value=value checked=checked/>
            <span>{label}</span>
        </label>
    }
}

/// A label and a hint around the field with the id `name`, which names the hint as what
/// describes it.
#[component]
pub fn Field(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <span class="hint" id=format!("{name}-hint")>{hint}</span>
            {children()}
        </div>
    }
}

/// What can be picked of a list.
pub struct Pick {
    /// In the address.
    pub value: String,
    /// For people.
    pub label: String,
    /// The language of the label, where it is not the page's.
    pub lang: Option<&'static str>,
    /// Whether it is picked.
    pub picked: bool,
}

impl Pick {
    /// With a label in the language of the page.
    pub fn new(value: impl Into<String>, label: impl Into<String>, picked: bool) -> Self {
        Self { value: value.into(), label: label.into(), lang: None, picked }
    }
}

/// A list to pick from.
#[component]
pub fn Select(name: &'static str, label: &'static str, options: Vec<Pick>) -> impl IntoView {
    let option = |Pick { value, label, lang, picked }: Pick| {
        view! { <option value=value selected=picked lang=lang>{label}</option> }
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// What is sent along and not asked.
#[component]
pub fn Hidden(name: &'static str, value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}
