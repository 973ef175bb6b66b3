//! Recognises the errors of formulas, such as `#REF!`, in the languages of spreadsheets.
//!
//! A workbook stores errors in English and marks the cell. A CSV file has only the text, in
//! the language of the program that saved it.

/// The errors of Excel and LibreOffice, in capitals. A word that a language shares with an
/// earlier one is not repeated.
const WORDS: &[&str] = &[
    // English
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#UNKNOWN!",
    "#BUSY!",
    "#EXTERNAL!",
    "#PYTHON!",
    "#N/A N/A",
    // Dutch and Frisian
    "#DEEL/0!",
    "#N/B",
    "#NAAM?",
    "#LEEG!",
    "#GETAL!",
    "#VERW!",
    "#WAARDE!",
    "#OVERLOOP!",
    // German
    "#NV",
    "#ZAHL!",
    "#BEZUG!",
    "#WERT!",
    "#ÜBERLAUF!",
    // French
    "#NOM?",
    "#NUL!",
    "#NOMBRE!",
    "#VALEUR!",
    "#PROPAGATION!",
    // Spanish
    "#¡DIV/0!",
    "#¡NULO!",
    "#¡NUM!",
    "#¡REF!",
    "#¡VALOR!",
    "#¿NOMBRE?",
    "#N/D",
    "#¡DESBORDAMIENTO!",
    // Italian, Portuguese
    "#NOME?",
    "#NULLO!",
    "#RIF!",
    "#VALORE!",
    "#NULO!",
    "#NÚM!",
    "#VALOR!",
    // Danish, Norwegian, Swedish, Finnish
    "#DIVISION/0!",
    "#I/T",
    "#-/T",
    "#NAVN?",
    "#REFERENCE!",
    "#VÆRDI!",
    "#VERDI!",
    "#SAKNAS!",
    "#NAMN?",
    "#SKÄRNING!",
    "#OGILTIGT!",
    "#REFERENS!",
    "#VÄRDEFEL!",
    "#JAKO/0!",
    "#PUUTTUU!",
    "#NIMI?",
    "#TYHJÄ!",
    "#LUKU!",
    "#VIITTAUS!",
    "#ARVO!",
    // Polish, Czech, Slovak, Hungarian, Slovenian, Croatian, Romanian
    "#DZIEL/0!",
    "#N/D!",
    "#NAZWA?",
    "#ZERO!",
    "#LICZBA!",
    "#ADR!",
    "#ARG!",
    "#DĚLENÍ_NULOU!",
    "#NENÍ_K_DISPOZICI",
    "#NÁZEV?",
    "#ČÍSLO!",
    "#ODKAZ!",
    "#HODNOTA!",
    "#DELENIE NULOU!",
    "#DELENIE_NULOU!",
    "#NEDOSTUPNÝ",
    "#NÁZOV?",
    "#NEPLATNÝ!",
    "#ZÉRÓOSZTÓ!",
    "#HIÁNYZIK",
    "#NÉV?",
    "#NULLA!",
    "#SZÁM!",
    "#HIV!",
    "#ÉRTÉK!",
    "#DEL/0!",
    "#N/V",
    "#IME?",
    "#ŠTEV!",
    "#SKLIC!",
    "#VREDN!",
    "#DIJ/0!",
    "#NAZIV?",
    "#BROJ!",
    "#VRIJ!",
    "#DEZ/0!",
    "#NUME?",
    "#NUMĂR!",
    "#VALOARE!",
    // Estonian, Latvian, Lithuanian
    "#PUUDUB!",
    "#NIMI!",
    "#ARV!",
    "#VIIDE!",
    "#VÄÄRTUS!",
    "#VĒRTĪBA!",
    "#REIKŠMĖ!",
    // Russian, Ukrainian, Bulgarian, Greek, Turkish
    "#ДЕЛ/0!",
    "#Н/Д",
    "#ИМЯ?",
    "#ПУСТО!",
    "#ЧИСЛО!",
    "#ССЫЛКА!",
    "#ЗНАЧ!",
    "#ІМ'Я?",
    "#ПОСИЛАННЯ!",
    "#ЗНАЧЕННЯ!",
    "#СТОЙНОСТ!",
    "#ΔΙΑΙΡ/0!",
    "#Δ/Υ",
    "#ΟΝΟΜΑ?",
    "#ΚΕΝΟ!",
    "#ΑΡΙΘ!",
    "#ΑΝΑΦ!",
    "#ΤΙΜΗ!",
    "#SAYI/0!",
    "#YOK",
    "#AD?",
    "#BOŞ!",
    "#SAYI!",
    "#BAŞV!",
    "#DEĞER!",
];

/// Whether a text is shown instead of a value: an error in any of these languages, an error
/// with a number (`Err:502` in LibreOffice), or `###` for a column that is too narrow.
pub(super) fn is_error_value(text: &str) -> bool {
    if let Some(number) = text.strip_prefix("Err:") {
        return number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    // The longest error has 35 bytes. A longer text is not converted to capitals.
    if !text.starts_with('#') || text.len() > 40 {
        return false;
    }
    (text.len() >= 3 && text.bytes().all(|byte| byte == b'#'))
        || WORDS.contains(&text.to_uppercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_known_in_the_languages_of_spreadsheets() {
        for word in ["#N/A", "#ref!", "#WAARDE!", "#N/B", "#NV", "#¿NOMBRE?", "#ÉRTÉK!", "#ЗНАЧ!"]
        {
            assert!(is_error_value(word), "{word}");
        }
        assert!(is_error_value("Err:502") && is_error_value("########"));
        for word in ["#", "##", "#YOUTH!", "#1", "C#", "N/A", "Err:5", "Erratum", "#SmartCity"] {
            assert!(!is_error_value(word), "{word}");
        }
    }
}
