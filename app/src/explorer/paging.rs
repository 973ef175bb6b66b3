//! Links to the other pages of the list.

use catalogue::filter::{Filter, Page};
use leptos::{either::Either, prelude::*};

use crate::{
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// The links, where there is more than one page.
pub fn paging(site: Site, filter: &Filter, pages: u32) -> Option<Piece> {
    let t = site.t;
    let current = filter.page.0;
    let address = |page: u32| site.filtered(&Filter { page: Page(page), ..filter.clone() });
    let step = |page: u32, label: &'static str, rel: &'static str| {
        let exists = (1..=pages).contains(&page);
        exists.then(|| {
            view! {
                <li>
                    <a class="page" href=address(page) data-stay data-top rel=rel>
                        <span>{label}</span>
                    </a>
                </li>
            }
        })
    };
    let number = |page: Option<u32>| {
        let Some(page) = page else {
            return Either::Left(view! { <li class="gap" aria-hidden="true">"…"</li> });
        };
        let label = t.page.fill(&[("page", &page.to_string())]);
        let current = (page == current).then_some("page");
        Either::Right(view! {
            <li>
                <a
                    class="page"
                    href=address(page)
                    data-stay
                    data-top
                    aria-label=label
                    aria-current=current
                >
                    {page.to_string()}
                </a>
            </li>
        })
    };
    let links = || {
        let numbers: Vec<_> = shown(current, pages).into_iter().map(number).collect();
        view! {
            <nav class="pages" aria-label=t.pages>
                <ul>
                    {step(current.wrapping_sub(1), t.previous, "prev")}
                    {numbers}
                    {step(current.saturating_add(1), t.next, "next")}
                </ul>
            </nav>
        }
    };
    (pages > 1).then(|| links().into_piece())
}

/// The first, the last and those around the current page; `None` is a gap.
fn shown(current: u32, pages: u32) -> Vec<Option<u32>> {
    let mut shown = Vec::new();
    let mut last = 0;
    let around = current.saturating_sub(1)..=current.saturating_add(1);
    for page in (1..=pages).filter(|page| *page == 1 || *page == pages || around.contains(page)) {
        match page - last {
            1 => {}
            // A gap of one page is no shorter than the page itself.
            2 => shown.push(Some(page - 1)),
            _ => shown.push(None),
        }
        shown.push(Some(page));
        last = page;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn first_last_and_neighbours_are_shown_and_no_gap_hides_a_single_page() {
        assert_eq!(shown(1, 2), [Some(1), Some(2)]);
        assert_eq!(shown(1, 9), [Some(1), Some(2), None, Some(9)]);
        assert_eq!(shown(5, 9), [Some(1), None, Some(4), Some(5), Some(6), None, Some(9)]);
        assert_eq!(shown(4, 9), [Some(1), Some(2), Some(3), Some(4), Some(5), None, Some(9)]);
    }
}
