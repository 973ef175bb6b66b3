//! Everything that an address asks of a catalogue.

use super::{Decoded, Filter, Ignored, Lock};

/// What an address asks: the filter of a visitor, and the lock of the embed in which
/// they are. The address is read once for both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// What the visitor looks for.
    pub filter: Filter,
    /// What of the address was not understood.
    pub ignored: Vec<Ignored>,
    /// What the answer is confined to.
    pub lock: Lock,
}

impl Question {
    /// Reads the query of an address, with or without a question mark. Never fails.
    pub fn from_query(query: &str) -> Self {
        let Decoded { filter, ignored, lock, .. } = Filter::decode(query);
        let lock = lock.map(|lock| Lock::from_query(&lock)).unwrap_or_default();
        Self { filter, ignored, lock }
    }

    /// What a query asks inside a lock that is known already.
    pub fn within(lock: Lock, query: &str) -> Self {
        let (filter, ignored) = Filter::from_query(query);
        Self { filter, ignored, lock }
    }
}

impl From<Filter> for Question {
    /// A filter of the whole catalogue.
    fn from(filter: Filter) -> Self {
        Self { filter, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_lock_that_says_something_counts() {
        for query in ["?q=x&lock=city%3Dassen", "lock=+&lock=city%3Dassen&q=x&lock=city%3Demmen"] {
            let question = Question::from_query(query);
            assert_eq!(question.lock.to_query(), "city=assen", "{query}");
            assert_eq!(question.filter.to_query(), "q=x");
        }
        assert!(Question::from_query("lock=unknown%3Dx").lock.is_broken());
    }

    proptest! {
        #[test]
        fn reading_both_at_once_finds_what_reading_each_alone_finds(
            pairs in proptest::collection::vec(
                ("lock|city|theme|q|x", "[a-z%= +&0-9]{0,12}|city%3Dassen|health"), 0..6,
            ),
        ) {
            let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
            let query = pairs.join("&");
            let question = Question::from_query(&query);
            prop_assert_eq!(&question.lock, &Lock::in_query(&query));
            prop_assert_eq!((question.filter, question.ignored), Filter::from_query(&query));
        }
    }
}
