//! What may stand behind a link: a strict subset of the addresses that browsers take.
//!
//! A browser mends what it is given: it drops line ends, takes `\` for `/`, believes a
//! name before an `@`, and follows schemes that are no page. What it makes of such an
//! address is not what a reader of the address expects. So an address here is whole and
//! plain: `http` or `https`, the name of a host with a dot, perhaps a port, and behind
//! it only letters that an address may have (RFC 3986, with letters beyond ASCII as in
//! RFC 3987).

use unicode_normalization::char::is_combining_mark;

/// The longest address, in bytes: about what browsers, proxies and mail programs agree on.
pub const MAX_ADDRESS: usize = 2_048;

/// The longest name of a host, and of each of its parts (RFC 1035, 2.3.4).
const MAX_HOST: usize = 253;
const MAX_LABEL: usize = 63;

/// Why a text is not a web address, and what to do about it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum WebAddressError {
    /// Another scheme, or none.
    #[error("begin it with https:// or http://")]
    Scheme,
    /// More than [`MAX_ADDRESS`] bytes.
    #[error("it is longer than {MAX_ADDRESS} bytes: name a shorter address of the same page")]
    TooLong,
    /// A character that no address has.
    #[error("it has the character {}, which no address has: take it out, or write it escaped, as in %20", shown(*.0))]
    Character(char),
    /// A name or a password in front of the host.
    #[error("it has a name or password before an @: take away everything from // to the @")]
    UserInfo,
    /// No host, or a host that cannot be one.
    #[error("it names no host: write one behind the //, such as www.example.eu")]
    Host,
    /// A port that is none.
    #[error("its port is no number from 1 to 65535: leave it out, or write it behind one colon")]
    Port,
}

fn shown(c: char) -> String {
    if c.is_ascii_graphic() { c.to_string() } else { format!("U+{:04X}", u32::from(c)) }
}

/// Whether a text is a web address as links may have it.
pub fn check(text: &str) -> Result<(), WebAddressError> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let rest = rest.ok_or(WebAddressError::Scheme)?;
    if text.len() > MAX_ADDRESS {
        return Err(WebAddressError::TooLong);
    }
    if let Some(bad) = rest.chars().find(|c| !is_allowed(*c)) {
        return Err(WebAddressError::Character(bad));
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(WebAddressError::UserInfo);
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if !is_host(host) {
        return Err(WebAddressError::Host);
    }
    if port.is_some_and(|port| !is_port(port)) {
        return Err(WebAddressError::Port);
    }
    Ok(())
}

/// Letters, digits and the marks of RFC 3986 without the apostrophe, which ends a
/// value in too many places. Beyond ASCII: letters, digits and their accents, so
/// neither blanks nor controls, nor what turns the direction of a text or is not seen.
fn is_allowed(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&()*+,;=%".contains(c);
    }
    (c.is_alphanumeric() || is_combining_mark(c)) && !is_unseen(c)
}

/// Letters by their category that are blank or nothing on a screen, and marks that
/// only choose between shapes.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// A name with at least one dot. Four numbers pass as well; other notations of
/// addresses of machines, which browsers know many of, do not.
fn is_host(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let label = |label: &&str| {
        (1..=MAX_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    let last = labels.last().copied().unwrap_or_default();
    // Browsers take a name that ends in a number for an address of a machine.
    let is_number = last.bytes().all(|b| b.is_ascii_digit()) || last.starts_with("0x");
    let four = labels.len() == 4 && labels.iter().all(|number| number.parse::<u8>().is_ok());
    labels.len() > 1 && host.len() <= MAX_HOST && labels.iter().all(label) && (!is_number || four)
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_pages_are_taken_as_they_are() {
        for good in [
            "https://www.interreg-nwe.eu/",
            "http://a.eu",
            "https://keep.eu/projects/18/?a=b&c=d#e",
            "https://example.eu:8443/x;y=1/(z)!$*,@~_.-",
            "https://de.wikipedia.org/wiki/Öffentlichkeit_(Begriff)",
            "https://münchen.de/straße",
            "https://xn--mnchen-3ya.de/%C3%BC%20",
            "https://пример.рф/путь",
            "https://192.0.2.7/x",
            "https://web.archive.org/web/2020/http://a.eu:80/x@y",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn what_a_browser_would_mend_is_refused_with_a_remedy() {
        use WebAddressError::{Character, Host, Port, Scheme, TooLong, UserInfo};
        let long = format!("https://a.eu/{}", "a".repeat(MAX_ADDRESS));
        let label = format!("https://{}.eu/", "a".repeat(64));
        let host = format!("https://{}eu/", "aaaaaaa.".repeat(32));
        let cases = [
            ("", Scheme),
            ("www.a.eu", Scheme),
            ("//a.eu", Scheme),
            ("javascript:alert(1)", Scheme),
            ("data:text/html,x", Scheme),
            ("ftp://a.eu/", Scheme),
            (" https://a.eu/", Scheme),
            ("\u{feff}https://a.eu/", Scheme),
            ("HTTPS://a.eu/", Scheme),
            ("https:/a.eu/", Scheme),
            ("https:\\\\a.eu\\", Scheme),
            ("https://a.eu/\njavascript:alert(1)", Character('\n')),
            ("https://a.eu/x\r", Character('\r')),
            ("https://a.eu/\tx", Character('\t')),
            ("https://a.eu/a b", Character(' ')),
            ("https://a.eu/\u{a0}", Character('\u{a0}')),
            ("https://a.eu/\u{85}", Character('\u{85}')),
            ("https://a.eu/\u{2028}", Character('\u{2028}')),
            ("https://a.eu/\0", Character('\0')),
            ("https://a.eu/\u{7f}", Character('\u{7f}')),
            ("https://a.eu/\u{202e}gpj", Character('\u{202e}')),
            ("https://a.eu/\u{2066}", Character('\u{2066}')),
            ("https://a.eu/\u{200b}", Character('\u{200b}')),
            ("https://a.eu/\u{ad}", Character('\u{ad}')),
            ("https://a.eu/\u{fffe}", Character('\u{fffe}')),
            ("https://a.eu/\u{e0041}", Character('\u{e0041}')),
            ("https://a\u{3164}.eu/", Character('\u{3164}')),
            ("https://a.eu\u{ff0f}x", Character('\u{ff0f}')),
            ("https://a.eu/\"onclick=x", Character('"')),
            ("https://a.eu/'x", Character('\'')),
            ("https://a.eu/`x", Character('`')),
            ("https://a.eu/<b>", Character('<')),
            ("https://a.eu\\@b.eu/", Character('\\')),
            ("https://a.eu/{{x}}", Character('{')),
            ("https://user:pass@a.eu/", UserInfo),
            ("https://keep.eu@a.eu/", UserInfo),
            ("https://@a.eu/", UserInfo),
            ("https://", Host),
            ("https:///x", Host),
            ("https://?x.y", Host),
            ("https://.eu/", Host),
            ("https://a..eu/", Host),
            ("https://a.eu./", Host),
            ("https://-a.eu/", Host),
            ("https://localhost/", Host),
            ("https://%61.eu/", Host),
            ("https://[::1]/", Host),
            ("https://2130706433/", Host),
            ("https://127.1/", Host),
            ("https://0x7f.0.0.0x1/", Host),
            ("https://a.eu:/", Port),
            ("https://a.eu:0/", Port),
            ("https://a.eu:65536/", Port),
            ("https://a.eu:+80/", Port),
            ("https://a.eu:80:80/", Port),
            (&long, TooLong),
            (&label, Host),
            (&host, Host),
        ];
        for (text, error) in cases {
            assert_eq!(check(text), Err(error), "{text:?}");
            assert!(error.to_string().contains(": ") || error == Scheme, "{error}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_taken_can_leave_its_place(text in "(https?://)?[a-z.@:\\[\\]\\\\]{0,12}.{0,20}") {
            if check(&text).is_ok() {
                prop_assert!(text.starts_with("http"));
                prop_assert!(!text.contains(|c: char| c.is_control() || c.is_whitespace()));
                let ends_a_value = ['"', '\'', '<', '>', '\\', '`', '{', '}', '^', '|'];
                prop_assert!(!text.contains(ends_a_value), "{}", text);
            }
        }

        #[test]
        fn one_bad_character_anywhere_is_enough(at in 8usize..30, bad in "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Z}\"'<>\\\\`{}^|]") {
            let mut text = "https://www.example.eu/a/long/path?q=1".to_owned();
            text.insert_str(at, &bad);
            prop_assert!(check(&text).is_err(), "{:?}", text);
        }
    }
}
