//! Mail addresses are personal data and never imported.

/// The text without mail addresses; `None` if there are none.
pub fn without_mail(text: &str) -> Option<String> {
    if !text.contains('@') {
        return None;
    }
    let mut found = false;
    let mut kept = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        if word.split(|c: char| "<>()[]\"';,:".contains(c)).any(is_mail) {
            found = true;
            kept.push('…');
            kept.extend(word.chars().last().filter(|c| c.is_whitespace()));
        } else {
            kept.push_str(word);
        }
    }
    found.then(|| kept.trim().to_owned())
}

/// Whether a word has the form `name@host.top`. "ENERGY@SCHOOL" and "Reso@mont" are names
/// of projects.
fn is_mail(word: &str) -> bool {
    let word = word.trim_matches(|c: char| c.is_whitespace() || c == '.');
    let Some((name, host)) = word.rsplit_once('@') else { return false };
    let Some((_, top)) = host.rsplit_once('.') else { return false };
    let label = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    !name.is_empty()
        && !name.contains('/')
        && host.chars().all(label)
        && top.len() >= 2
        && top.chars().all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_go_and_names_with_the_sign_stay() {
        let kept = without_mail("Write to <jan.smit@emmen.nl>, or call.");
        assert_eq!(kept.as_deref(), Some("Write to … or call."));
        assert_eq!(without_mail("mailto:a@b.eu").as_deref(), Some("…"));
        for name in [
            "ENERGY@SCHOOL",
            "Park @ CoLab",
            "DTP1-417-1.1 ResInfra@DR",
            "http://a.b/@@display.html",
        ] {
            assert_eq!(without_mail(name), None, "{name}");
        }
    }
}
