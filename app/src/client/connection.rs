//! What a visitor is told while the server does not answer, and when it is asked again.

use std::time::Duration;

use leptos::prelude::*;

use super::focus;
use crate::{failure::Failure, site::Site};

/// After this time without an answer a visitor is told that it takes longer.
const SLOW: Duration = Duration::from_secs(2);

/// After this time without an answer there is no connection: a request on a dead line
/// may not fail for minutes.
const LOST: Duration = Duration::from_secs(20);

/// How long to wait before the first try. Each later wait is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(2);

/// So often the wait doubles, up to 32 seconds.
const DOUBLINGS: u32 = 4;

/// Whether the server answers. A handle: copies share one state.
#[derive(Clone, Copy)]
pub struct Connection {
    state: RwSignal<State>,
    /// Notified when the server must be asked again.
    retries: Trigger,
    timer: StoredValue<Option<TimeoutHandle>>,
    failures: StoredValue<u32>,
}

#[derive(Clone, Default, PartialEq)]
enum State {
    #[default]
    Good,
    Slow,
    /// What was shown before is still shown.
    Failed(Failure),
    /// Nothing is shown; the page says why.
    Missing,
}

impl Connection {
    /// The connection of a page. It also notices when the browser is online again.
    pub fn new() -> Self {
        let connection = Self {
            state: RwSignal::default(),
            retries: Trigger::new(),
            timer: StoredValue::new(None),
            failures: StoredValue::new(0),
        };
        #[cfg(not(feature = "ssr"))]
        {
            let online = window_event_listener(leptos::ev::online, move |_| {
                if connection.has_failed() {
                    connection.retry();
                }
            });
            on_cleanup(move || {
                online.remove();
                connection.stop_waiting();
            });
        }
        connection
    }

    /// Follows the signal to ask the server again.
    pub fn track_retries(self) {
        self.retries.track();
    }

    /// The server was asked. `lost` is called if no answer comes at all.
    pub fn wait(self, lost: impl Fn() + 'static) {
        self.start(SLOW, move || {
            if self.state.with_untracked(|state| *state == State::Good) {
                self.state.set(State::Slow);
            }
            self.start(LOST - SLOW, lost);
        });
    }

    /// The server has answered.
    pub fn succeed(self) {
        self.stop_waiting();
        self.failures.set_value(0);
        if self.state.with_untracked(|state| *state != State::Good) {
            // The button to try again is about to go.
            let held = focus::has_focus(".connection");
            self.state.set(State::Good);
            if held {
                request_animation_frame(|| focus::refocus(".found"));
            }
        }
    }

    /// The server has not answered, or with a failure, and what was shown before still is.
    /// The server is asked again after a while, unless it would only say the same.
    pub fn fail(self, failure: Failure) {
        let is_final = matches!(failure, Failure::Arguments(_));
        self.lose(State::Failed(failure), is_final);
    }

    /// The same where nothing is shown but a page that says so.
    pub fn miss(self, failure: &Failure) {
        self.lose(State::Missing, matches!(failure, Failure::Arguments(_)));
    }

    fn lose(self, state: State, is_final: bool) {
        self.state.set(state);
        self.stop_waiting();
        if !is_final {
            let failures = self.failures.try_update_value(|failures| {
                *failures += 1;
                *failures - 1
            });
            let doublings = failures.unwrap_or_default().min(DOUBLINGS);
            self.start(FIRST_WAIT * 2_u32.pow(doublings), move || self.retry());
        }
    }

    /// Whether the last question is unanswered.
    pub fn has_failed(self) -> bool {
        self.state.with_untracked(|state| matches!(state, State::Failed(_) | State::Missing))
    }

    /// Asks the server again now.
    pub fn retry(self) {
        self.stop_waiting();
        self.retries.notify();
    }

    fn start(self, after: Duration, act: impl FnOnce() + 'static) {
        self.stop_waiting();
        self.timer.set_value(set_timeout_with_handle(act, after).ok());
    }

    fn stop_waiting(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    /// The line that tells of it, above the lower edge of the window; empty while all is
    /// well. It stays in the page, or what it says would not be read out.
    pub fn line(self, site: Site) -> impl IntoView {
        let t = site.t;
        let line = move || {
            let text = match self.state.get() {
                State::Good | State::Missing => return None,
                State::Slow => t.slow.to_owned(),
                State::Failed(Failure::Connection(_)) => t.no_connection_line.to_owned(),
                State::Failed(Failure::Server(_)) => t.fault_line.to_owned(),
                State::Failed(Failure::Arguments(cause)) => format!("{} ({cause})", t.fault),
            };
            let again = self.has_failed().then(|| {
                view! {
                    <button type="button" class="plain" on:click=move |_| self.retry()>
                        {t.try_again}
                    </button>
                }
            });
            Some(view! { <p>{text} {again}</p> })
        };
        view! {
            <div class="connection" role="status">
                {line}
            </div>
        }
    }
}
