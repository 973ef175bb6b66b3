//! Words with gaps, and words that depend on a number.

use catalogue::model::Lang;

use super::number;

/// Words with gaps: `"{from} to {to}"`.
#[derive(Clone, Copy, Debug)]
pub struct Pattern(pub &'static str);

impl Pattern {
    /// The words with the gaps filled. A gap that is not named stays visible,
    /// which tests look for.
    pub fn fill(self, values: &[(&str, &str)]) -> String {
        let mut out = String::with_capacity(self.0.len() + 16);
        let mut rest = self.0;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => out.push_str(value),
                None => {
                    out.push('{');
                    out.push_str(name);
                    out.push('}');
                }
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// The words before and after the only gap, for markup in between.
    pub fn around(self) -> (&'static str, &'static str) {
        let (before, rest) = self.0.split_once('{').unwrap_or((self.0, ""));
        (before, rest.split_once('}').map_or("", |(_, after)| after))
    }
}

/// Words for one and for any other number; the gap is `{n}`.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// For exactly one.
    pub one: Pattern,
    /// For every other number.
    pub other: Pattern,
}

impl Plural {
    /// The words for `n`, with the number as the language writes it.
    pub fn of(self, n: usize, lang: Lang) -> String {
        self.fill(n, lang, &[])
    }

    /// The same with further gaps.
    pub fn fill(self, n: usize, lang: Lang, more: &[(&str, &str)]) -> String {
        let digits = number(lang, n as u64);
        let pattern = if n == 1 { self.one } else { self.other };
        let mut values = vec![("n", digits.as_str())];
        values.extend_from_slice(more);
        pattern.fill(&values)
    }
}
