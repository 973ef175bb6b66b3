//! The dykes that GSHHG does not know, by hand.
//!
//! GSHHG has the Zuiderzee and the Lauwerszee open to the sea. Three lines, run
//! from shore to shore of GSHHG's own coast, give the IJsselmeer, the Markermeer
//! and the Lauwersmeer back. They are drawn as lines, because they are under a
//! hundred metres wide and would vanish as land.

use catalogue::map::LonLat;

use super::Trace;

/// From Den Oever by Breezanddijk and Kornwerderzand to the Frisian shore.
const AFSLUITDIJK: &[(f64, f64)] = &[
    (5.040, 52.934),
    (5.090, 52.962),
    (5.190, 53.014),
    (5.290, 53.055),
    (5.338, 53.075),
    (5.392, 53.100),
];

/// From Enkhuizen by Trintelhaven to Lelystad.
const HOUTRIBDIJK: &[(f64, f64)] =
    &[(5.294, 52.697), (5.350, 52.655), (5.412, 52.622), (5.440, 52.540)];

/// The dam of Lauwersoog.
const LAUWERSMEERDIJK: &[(f64, f64)] =
    &[(6.155, 53.404), (6.170, 53.411), (6.200, 53.411), (6.225, 53.407)];

/// All dykes.
pub(super) fn all() -> Vec<Trace> {
    [AFSLUITDIJK, HOUTRIBDIJK, LAUWERSMEERDIJK]
        .map(|dyke| dyke.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect())
        .into()
}
