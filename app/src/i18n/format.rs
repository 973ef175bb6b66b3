//! Dates, numbers and amounts as each language writes them.
//!
//! Written by hand and small on purpose: the same text must come from server and
//! browser, browsers do not know West Frisian, and tables for every language of
//! the world weigh more than the rest of the program.

use catalogue::model::{Euro, Lang, Money, PartialDate, Percent};

use super::messages;

/// A whole number with groups of three.
pub fn number(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(lang.group_mark());
        }
        out.push(digit);
    }
    out
}

/// A date, as exact as it is known: "1 July 2020", "January 2019", "2017".
pub fn date(lang: Lang, date: PartialDate) -> String {
    let month = |month: u8| {
        let months = &messages(lang).months;
        months.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
    };
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, m) => format!("{} {year}", month(m)),
        PartialDate::Day(day) => {
            let point = match lang {
                Lang::De => ".",
                Lang::Nl | Lang::En | Lang::Fy => "",
            };
            format!("{}{point} {} {}", day.day, month(day.month), day.year)
        }
    }
}

/// A date in digits, for tables: `17-08-2016`.
pub fn date_short(lang: Lang, date: PartialDate) -> String {
    let mark = match lang {
        Lang::Nl | Lang::Fy => '-',
        Lang::En => '/',
        Lang::De => '.',
    };
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => format!("{month:02}{mark}{year}"),
        PartialDate::Day(day) => {
            format!("{:02}{mark}{:02}{mark}{}", day.day, day.month, day.year)
        }
    }
}

/// An amount to the cent, or to the euro where the source is round.
pub fn money(lang: Lang, money: Money) -> String {
    let euro = number(lang, money.eur.cents() / 100);
    let amount = match money.eur.cents() % 100 {
        0 => euro,
        cents => format!("{euro}{}{cents:02}", lang.decimal_mark()),
    };
    with_sign(lang, &amount)
}

/// A share of a hundred: "60 %", "50.38 %".
pub fn percent(lang: Lang, share: Percent) -> String {
    let share = share.to_string().replace('.', lang.decimal_mark().encode_utf8(&mut [0; 4]));
    format!("{share}\u{a0}%")
}

/// An amount that can be taken in at a glance: "€8.9 million".
pub fn money_short(lang: Lang, amount: Euro) -> String {
    let euro = amount.cents() / 100;
    let text = match euro {
        0..1_000_000 => number(lang, euro),
        _ => {
            let tenths = (euro + 50_000) / 100_000;
            let point = lang.decimal_mark();
            let whole = number(lang, tenths / 10);
            let million = messages(lang).million;
            match tenths % 10 {
                0 => format!("{whole}\u{a0}{million}"),
                tenth => format!("{whole}{point}{tenth}\u{a0}{million}"),
            }
        }
    };
    with_sign(lang, &text)
}

fn with_sign(lang: Lang, amount: &str) -> String {
    match lang {
        Lang::En => format!("€{amount}"),
        Lang::De => format!("{amount}\u{a0}€"),
        Lang::Nl | Lang::Fy => format!("€\u{a0}{amount}"),
    }
}
