//! The names of the countries.
//!
//! Every European country, and those beyond with which Interreg projects are
//! carried out. All of it is loaded by every browser, so it weighs as little as
//! it can: one text per language, in which a name is looked up by its code. A
//! table of pairs would add two pointers and two lengths to every name, which is
//! more than the name itself. The few dozen names on a page are found in
//! microseconds all the same.

use crate::model::{Country, Lang};

static NL: &str = "\
    AD Andorra|AG Antigua en Barbuda|AL Albanië|AM Armenië|AT Oostenrijk|\
    BA Bosnië en Herzegovina|BB Barbados|BE België|BG Bulgarije|BR Brazilië|BY Belarus|\
    CA Canada|CH Zwitserland|CV Kaapverdië|CY Cyprus|CZ Tsjechië|DE Duitsland|DK Denemarken|\
    DM Dominica|DO Dominicaanse Republiek|EE Estland|EG Egypte|ES Spanje|FI Finland|\
    FO Faeröer|FR Frankrijk|GB Verenigd Koninkrijk|GE Georgië|GF Frans-Guyana|GI Gibraltar|\
    GL Groenland|GP Guadeloupe|GR Griekenland|GY Guyana|HR Kroatië|HT Haïti|HU Hongarije|\
    IE Ierland|IL Israël|IS IJsland|IT Italië|JO Jordanië|KM Comoren|\
    KN Saint Kitts en Nevis|LB Libanon|LC Saint Lucia|LI Liechtenstein|LT Litouwen|\
    LU Luxemburg|LV Letland|MA Marokko|MC Monaco|MD Moldavië|ME Montenegro|MG Madagaskar|\
    MK Noord-Macedonië|MQ Martinique|MR Mauritanië|MT Malta|MU Mauritius|NL Nederland|\
    NO Noorwegen|PL Polen|PS Palestijnse gebieden|PT Portugal|RE Réunion|RO Roemenië|\
    RS Servië|RU Rusland|SE Zweden|SI Slovenië|SK Slowakije|SM San Marino|SN Senegal|\
    SR Suriname|TN Tunesië|TR Turkije|TT Trinidad en Tobago|UA Oekraïne|US Verenigde Staten|\
    VA Vaticaanstad|XK Kosovo|YT Mayotte|ZA Zuid-Afrika";

static EN: &str = "\
    AD Andorra|AG Antigua and Barbuda|AL Albania|AM Armenia|AT Austria|\
    BA Bosnia and Herzegovina|BB Barbados|BE Belgium|BG Bulgaria|BR Brazil|BY Belarus|\
    CA Canada|CH Switzerland|CV Cape Verde|CY Cyprus|CZ Czechia|DE Germany|DK Denmark|\
    DM Dominica|DO Dominican Republic|EE Estonia|EG Egypt|ES Spain|FI Finland|\
    FO Faroe Islands|FR France|GB United Kingdom|GE Georgia|GF French Guiana|GI Gibraltar|\
    GL Greenland|GP Guadeloupe|GR Greece|GY Guyana|HR Croatia|HT Haiti|HU Hungary|\
    IE Ireland|IL Israel|IS Iceland|IT Italy|JO Jordan|KM Comoros|KN Saint Kitts and Nevis|\
    LB Lebanon|LC Saint Lucia|LI Liechtenstein|LT Lithuania|LU Luxembourg|LV Latvia|\
    MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MG Madagascar|MK North Macedonia|\
    MQ Martinique|MR Mauritania|MT Malta|MU Mauritius|NL Netherlands|NO Norway|PL Poland|\
    PS Palestinian territories|PT Portugal|RE Réunion|RO Romania|RS Serbia|RU Russia|\
    SE Sweden|SI Slovenia|SK Slovakia|SM San Marino|SN Senegal|SR Suriname|TN Tunisia|\
    TR Türkiye|TT Trinidad and Tobago|UA Ukraine|US United States|VA Vatican City|XK Kosovo|\
    YT Mayotte|ZA South Africa";

static DE: &str = "\
    AD Andorra|AG Antigua und Barbuda|AL Albanien|AM Armenien|AT Österreich|\
    BA Bosnien und Herzegowina|BB Barbados|BE Belgien|BG Bulgarien|BR Brasilien|BY Belarus|\
    CA Kanada|CH Schweiz|CV Kap Verde|CY Zypern|CZ Tschechien|DE Deutschland|DK Dänemark|\
    DM Dominica|DO Dominikanische Republik|EE Estland|EG Ägypten|ES Spanien|FI Finnland|\
    FO Färöer|FR Frankreich|GB Vereinigtes Königreich|GE Georgien|GF Französisch-Guayana|\
    GI Gibraltar|GL Grönland|GP Guadeloupe|GR Griechenland|GY Guyana|HR Kroatien|HT Haiti|\
    HU Ungarn|IE Irland|IL Israel|IS Island|IT Italien|JO Jordanien|KM Komoren|\
    KN St. Kitts und Nevis|LB Libanon|LC St. Lucia|LI Liechtenstein|LT Litauen|LU Luxemburg|\
    LV Lettland|MA Marokko|MC Monaco|MD Republik Moldau|ME Montenegro|MG Madagaskar|\
    MK Nordmazedonien|MQ Martinique|MR Mauretanien|MT Malta|MU Mauritius|NL Niederlande|\
    NO Norwegen|PL Polen|PS Palästinensische Gebiete|PT Portugal|RE Réunion|RO Rumänien|\
    RS Serbien|RU Russland|SE Schweden|SI Slowenien|SK Slowakei|SM San Marino|SN Senegal|\
    SR Suriname|TN Tunesien|TR Türkei|TT Trinidad und Tobago|UA Ukraine|\
    US Vereinigte Staaten|VA Vatikanstadt|XK Kosovo|YT Mayotte|ZA Südafrika";

static FY: &str = "\
    AD Andorra|AG Antigua en Barbuda|AL Albaanje|AM Armeenje|AT Eastenryk|\
    BA Bosnje en Herzegovina|BB Barbados|BE Belgje|BG Bulgarije|BR Brazylje|BY Wyt-Ruslân|\
    CA Kanada|CH Switserlân|CV Kaapverdje|CY Syprus|CZ Tsjechje|DE Dútslân|DK Denemarken|\
    DM Dominika|DO Dominikaanske Republyk|EE Estlân|EG Egypte|ES Spanje|FI Finlân|\
    FO Faeröer|FR Frankryk|GB Feriene Keninkryk|GE Georgje|GF Frânsk-Guyana|GI Gibraltar|\
    GL Grienlân|GP Guadeloupe|GR Grikelân|GY Guyana|HR Kroaasje|HT Haïty|HU Hongarije|\
    IE Ierlân|IL Israel|IS Yslân|IT Itaalje|JO Jordaanje|KM Komoaren|\
    KN Saint Kitts en Nevis|LB Libanon|LC Saint Lucia|LI Liechtenstein|LT Litouwen|\
    LU Lúksemboarch|LV Letlân|MA Marokko|MC Monako|MD Moldaavje|ME Montenegro|MG Madagaskar|\
    MK Noard-Masedoanje|MQ Martinique|MR Mauretaanje|MT Malta|MU Mauritius|NL Nederlân|\
    NO Noarwegen|PL Poalen|PS Palestynske gebieten|PT Portugal|RE Réunion|RO Roemeenje|\
    RS Servje|RU Ruslân|SE Sweden|SI Sloveenje|SK Slowakije|SM San Marino|SN Senegal|\
    SR Suriname|TN Tuneezje|TR Turkije|TT Trinidad en Tobago|UA Oekraïne|US Feriene Steaten|\
    VA Fatikaanstêd|XK Kosovo|YT Mayotte|ZA Súd-Afrika";

/// The name of a country; its code where we have no name for it.
pub fn country(lang: Lang, country: Country) -> String {
    let code = country.as_str();
    look_up(names(lang), code).unwrap_or(code).to_owned()
}

/// Every country with its name, by code.
pub fn countries(lang: Lang) -> impl Iterator<Item = (Country, &'static str)> {
    names(lang).split('|').filter_map(|entry| {
        let (code, name) = entry.split_once(' ')?;
        Some((code.parse().ok()?, name))
    })
}

fn names(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => NL,
        Lang::En => EN,
        Lang::De => DE,
        Lang::Fy => FY,
    }
}

/// The name behind a code in a text such as "AD Andorra|AL Albania".
pub fn look_up(names: &'static str, code: &str) -> Option<&'static str> {
    names.split('|').find_map(|entry| entry.strip_prefix(code)?.strip_prefix(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The European Union, the rest of Europe, and beyond.
    const CODES: &str = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE \
        GB NO CH IS LI AL BA ME MK RS XK MD UA BY RU TR GE AM FO GL AD MC SM VA GI \
        MA TN EG IL JO LB PS SN MR CV SR BR GY HT DO MU MG KM ZA RE GP MQ GF YT LC DM AG KN BB TT CA US";

    #[test]
    fn every_language_names_the_same_countries_in_the_order_of_their_codes() {
        let mut expected: Vec<&str> = CODES.split(' ').collect();
        expected.sort_unstable();
        for lang in Lang::ALL {
            let codes: Vec<&str> = names(lang).split('|').map(|entry| &entry[..2]).collect();
            assert_eq!(codes, expected, "{lang}");
        }
    }

    #[test]
    fn no_name_is_empty_or_torn() {
        for lang in Lang::ALL {
            for entry in names(lang).split('|') {
                let (code, name) = entry.split_once(' ').unwrap();
                assert!(name.chars().count() > 3 && name == name.trim(), "{lang}: {entry:?}");
                assert!(
                    name.starts_with(char::is_uppercase) && !name.contains("  "),
                    "{lang}: {entry:?}"
                );
                assert_eq!(country(lang, code.parse().unwrap()), name);
            }
        }
    }

    #[test]
    fn a_country_without_a_name_is_shown_as_its_code() {
        assert_eq!(country(Lang::Nl, "JP".parse().unwrap()), "JP");
        assert_eq!(country(Lang::Fy, "DE".parse().unwrap()), "Dútslân");
    }
}
