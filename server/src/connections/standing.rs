//! What a connection waits for, and since when.
//!
//! The socket and the bodies report what happens, from inside the connection's own task;
//! the table of connections reads it from another. From it follow the two things that
//! bound a connection: when it is overdue, and whether it may give way to another.

use std::{
    sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering::Relaxed},
    task::Waker,
    time::Duration,
};

use futures_util::task::AtomicWaker;
use tokio::time::Instant;

use super::limits::Limits;

/// What a connection waits for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(super) enum Phase {
    /// For the client to ask something.
    Idle,
    /// For the rest of a head.
    Head,
    /// For the program to answer.
    Answer,
    /// For more of a body.
    Body,
    /// For the client to take more of its answer.
    Write,
    /// For the client to notice that the connection is over.
    Linger,
}

/// What the table of connections wants of one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(super) enum Order {
    /// Nothing.
    Serve,
    /// Give way, unless a request has come meanwhile.
    GiveWay,
    /// Finish what is begun, and end.
    Finish,
    /// End.
    Cut,
}

/// The standing of one connection.
#[derive(Debug)]
pub(super) struct Standing {
    began: Instant,
    /// The phase in the lowest byte, milliseconds from `began` to its begin in the others.
    phase: AtomicU64,
    /// Whether a request is with the program, or its answer not yet handed over.
    asked: AtomicBool,
    /// Whether no request has come yet.
    new: AtomicBool,
    order: AtomicU8,
    task: AtomicWaker,
}

impl Standing {
    pub(super) fn new(order: Order) -> Self {
        Self {
            began: Instant::now(),
            phase: AtomicU64::new(Phase::Idle as u64),
            asked: AtomicBool::new(false),
            new: AtomicBool::new(true),
            order: AtomicU8::new(order as u8),
            task: AtomicWaker::new(),
        }
    }

    /// The phase, and when it began.
    pub(super) fn phase(&self) -> (Phase, Instant) {
        let packed = self.phase.load(Relaxed);
        let phase = match packed as u8 {
            0 => Phase::Idle,
            1 => Phase::Head,
            2 => Phase::Answer,
            3 => Phase::Body,
            4 => Phase::Write,
            _ => Phase::Linger,
        };
        (phase, self.began + Duration::from_millis(packed >> 8))
    }

    fn enter(&self, phase: Phase) {
        let millis = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX >> 8);
        self.phase.store(millis << 8 | phase as u64, Relaxed);
    }

    fn is(&self, phase: Phase) -> bool {
        self.phase.load(Relaxed) as u8 == phase as u8
    }

    /// Whether no request has come yet.
    pub(super) fn is_new(&self) -> bool {
        self.new.load(Relaxed)
    }

    /// Something came from the client.
    pub(super) fn received(&self) {
        if self.is(Phase::Idle) {
            self.enter(Phase::Head);
        }
    }

    /// A head is whole: the program has a request.
    pub(super) fn asked(&self) {
        self.asked.store(true, Relaxed);
        self.new.store(false, Relaxed);
        self.enter(Phase::Answer);
    }

    /// The answer is handed over, if perhaps not sent.
    pub(super) fn answered(&self) {
        self.asked.store(false, Relaxed);
        if !self.is(Phase::Write) {
            self.enter(Phase::Idle);
        }
    }

    /// The client takes no more of its answer.
    pub(super) fn write_waits(&self) {
        if !self.is(Phase::Write) && !self.is(Phase::Linger) {
            self.enter(Phase::Write);
        }
    }

    /// The client took some.
    pub(super) fn written(&self) {
        if self.is(Phase::Write) {
            let asked = self.asked.load(Relaxed);
            self.enter(if asked { Phase::Answer } else { Phase::Idle });
        }
    }

    /// The program reads a body of which there is no more yet.
    pub(super) fn body_waits(&self) {
        if self.is(Phase::Answer) {
            self.enter(Phase::Body);
        }
    }

    /// More of a body came, or its end.
    pub(super) fn body_came(&self) {
        if self.is(Phase::Body) {
            self.enter(Phase::Answer);
        }
    }

    /// The answer is sent; what the client still sends is thrown away.
    pub(super) fn lingers(&self) {
        self.enter(Phase::Linger);
    }

    /// What the table wants.
    pub(super) fn order(&self) -> Order {
        match self.order.load(Relaxed) {
            0 => Order::Serve,
            1 => Order::GiveWay,
            2 => Order::Finish,
            _ => Order::Cut,
        }
    }

    /// Tells the connection's task what the table wants of it. An order never becomes less.
    pub(super) fn tell(&self, order: Order) {
        self.order.fetch_max(order as u8, Relaxed);
        self.task.wake();
    }

    /// The connection has a request, and cannot give way.
    pub(super) fn stays(&self) {
        let (asked, none) = (Order::GiveWay as u8, Order::Serve as u8);
        // Fails where there is another order by now, which is right.
        let _ = self.order.compare_exchange(asked, none, Relaxed, Relaxed);
    }

    /// Whose task is woken by an order.
    pub(super) fn listen(&self, task: &Waker) {
        self.task.register(task);
    }

    /// When the client is overdue, if it is the client who is waited for.
    pub(super) fn deadline(&self, limits: &Limits) -> Option<Instant> {
        let stopping = self.order() == Order::Finish;
        let (phase, since) = self.phase();
        let patience = match phase {
            Phase::Answer => return None,
            Phase::Idle => limits.idle,
            Phase::Head if stopping => limits.head.min(limits.drain_head),
            Phase::Head => limits.head,
            Phase::Body => limits.body,
            Phase::Write => limits.write,
            Phase::Linger if stopping => limits.linger_silent.min(limits.drain_new),
            Phase::Linger => limits.linger_silent,
        };
        Some(since + patience)
    }

    /// Whether the connection may give way, and how soon: the lowest does first. One that
    /// has no request is before one that has half of one, and that before one whose client
    /// has stood still.
    pub(super) fn yields(&self, limits: &Limits) -> Option<(u8, Instant)> {
        let (phase, since) = self.phase();
        let (rank, grace) = match phase {
            Phase::Answer => return None,
            Phase::Idle | Phase::Linger => (0, Duration::ZERO),
            Phase::Head => (1, limits.head_yields),
            Phase::Body | Phase::Write => (2, limits.stalled_yields),
        };
        (since.elapsed() >= grace).then_some((rank, since))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(standing: &Standing) -> Phase {
        standing.phase().0
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_goes_through_its_phases() {
        let standing = Standing::new(Order::Serve);
        assert_eq!(phase(&standing), Phase::Idle);
        standing.received();
        assert_eq!(phase(&standing), Phase::Head);
        standing.asked();
        standing.body_waits();
        assert_eq!(phase(&standing), Phase::Body);
        standing.body_came();
        standing.write_waits();
        assert_eq!(phase(&standing), Phase::Write);
        standing.answered();
        assert_eq!(phase(&standing), Phase::Write, "handed over is not taken");
        standing.written();
        assert_eq!(phase(&standing), Phase::Idle);
    }

    #[tokio::test(start_paused = true)]
    async fn more_bytes_of_a_head_win_no_time_and_a_byte_that_is_taken_does() {
        let limits = Limits::default();
        let standing = Standing::new(Order::Serve);
        standing.received();
        let deadline = standing.deadline(&limits);
        tokio::time::advance(Duration::from_secs(5)).await;
        standing.received();
        assert_eq!(standing.deadline(&limits), deadline);
        standing.asked();
        assert_eq!(standing.deadline(&limits), None);
        standing.write_waits();
        let deadline = standing.deadline(&limits);
        tokio::time::advance(Duration::from_secs(5)).await;
        standing.write_waits();
        assert_eq!(standing.deadline(&limits), deadline);
        standing.written();
        standing.write_waits();
        assert!(standing.deadline(&limits) > deadline);
    }

    #[tokio::test(start_paused = true)]
    async fn what_has_a_request_stays_and_the_rest_gives_way_in_order() {
        let limits = Limits::default();
        let [idle, head, asked, reader] = std::array::from_fn(|_| Standing::new(Order::Serve));
        head.received();
        asked.asked();
        reader.asked();
        reader.write_waits();
        assert!(head.yields(&limits).is_none(), "a head that has just begun is left alone");
        tokio::time::advance(Duration::from_secs(6)).await;
        assert!(asked.yields(&limits).is_none());
        assert!(idle.yields(&limits) < head.yields(&limits));
        assert!(head.yields(&limits) < reader.yields(&limits));
    }
}
