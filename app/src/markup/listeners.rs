//! What an element in the browser's document listens to.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast as _, closure::Closure};

use super::attribute::Handler;

type Run = Rc<RefCell<Box<dyn FnMut(web_sys::Event) + Send>>>;

/// A listener stays on its element; only what it runs is exchanged.
pub(super) struct Listener {
    event: &'static str,
    run: Run,
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

/// Listeners stay where the element handles the same events as before.
pub(super) fn patch_listeners(
    dom: &web_sys::Element,
    listeners: &mut Vec<Listener>,
    handlers: Vec<Handler>,
) {
    let same = listeners.len() == handlers.len()
        && listeners.iter().zip(&handlers).all(|(old, new)| old.event == new.event);
    if same {
        for (listener, handler) in listeners.iter().zip(handlers) {
            // One that is running this very moment keeps itself until the next patch.
            if let Ok(mut run) = listener.run.try_borrow_mut() {
                *run = handler.run;
            }
        }
    } else {
        for old in listeners.drain(..) {
            let _ = dom.remove_event_listener_with_callback(
                old.event,
                old.closure.as_ref().unchecked_ref(),
            );
        }
        listeners.extend(handlers.into_iter().map(|handler| handler.listen(dom)));
    }
}

impl Handler {
    pub(super) fn listen(self, dom: &web_sys::Element) -> Listener {
        let run: Run = Rc::new(RefCell::new(self.run));
        let closure = Closure::new({
            let run = run.clone();
            move |event| {
                // A handler that leads to itself (focus moved while handling focus) is not run twice.
                if let Ok(mut run) = run.try_borrow_mut() {
                    run(event);
                }
            }
        });
        let _ = dom.add_event_listener_with_callback(self.event, closure.as_ref().unchecked_ref());
        Listener { event: self.event, run, closure }
    }
}
