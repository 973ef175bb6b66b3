//! How the program is told to stop.

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The signals that mean stop. Made before the program says that it is ready, so that
/// none is missed.
pub(crate) struct Told {
    #[cfg(unix)]
    signals: [Signal; 2],
}

impl Told {
    /// Begins to listen for signals.
    pub(crate) fn new() -> std::io::Result<Self> {
        #[cfg(unix)]
        let signals = [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?];
        Ok(Self {
            #[cfg(unix)]
            signals,
        })
    }

    /// Resolves at Ctrl+C, or at the signal that service managers send.
    pub(crate) async fn stop(self) {
        #[cfg(unix)]
        {
            let [mut interrupt, mut terminate] = self.signals;
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        }
        #[cfg(not(unix))]
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
