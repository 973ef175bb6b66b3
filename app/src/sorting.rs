//! Sorting for views. All that is sorted goes through one sort: the sort of the standard
//! library is compiled anew for each type, which weighs some kilobytes each in the client.

/// What something is sorted by: a number first, then a text.
pub type Key = (u64, String);

/// The items in the order of their keys. Equal ones keep their order.
pub fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let order = order(items.iter().map(key).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| items[place].take()).collect()
}

/// The places of the keys, in their order.
fn order(keys: Vec<Key>) -> Vec<usize> {
    let mut keys: Vec<(Key, usize)> = keys.into_iter().zip(0..).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}

/// A key by a number, the largest first.
pub fn largest_first(number: u64) -> Key {
    (u64::MAX - number, String::new())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            items in proptest::collection::vec((0u64..4, "[ab]{0,2}", any::<u8>()), 0..20),
        ) {
            let key = |item: &(u64, String, u8)| (item.0, item.1.clone());
            let mut expected = items.clone();
            expected.sort_by_key(key);
            prop_assert_eq!(sorted(items, key), expected);
        }
    }
}
