//! How often what occurs: counts over the 1,891 projects and 8,621 participations
//! in keep.eu's export for 2014-2020. They are counts only; see [`super`].

use catalogue::model::Theme;

use super::dice::Dice;

/// Projects of each programme, the largest first. Their names are not kept.
pub(crate) const PROGRAMMES: [u32; 66] = [
    82, 81, 80, 71, 66, 66, 62, 59, 57, 56, 49, 48, 45, 45, 45, 43, 42, 38, 37, 37, 37, 36, 35, 34,
    33, 33, 32, 32, 31, 31, 30, 29, 29, 28, 26, 24, 21, 19, 19, 18, 17, 17, 16, 15, 14, 12, 12, 11,
    11, 9, 9, 8, 8, 7, 6, 6, 5, 4, 3, 3, 3, 3, 2, 2, 1, 1,
];

/// keep.eu's themes, how often each is named, and the theme of the short list it
/// is mapped to.
pub(crate) const KEEP_THEMES: [(&str, u32, Theme); 42] = [
    ("Tourism", 370, Theme::CultureTourism),
    ("Cultural heritage and arts", 318, Theme::CultureTourism),
    ("Institutional cooperation and cooperation networks", 204, Theme::SocialInclusion),
    ("SME and entrepreneurship", 203, Theme::Economy),
    ("Education and training", 199, Theme::Education),
    ("Health and social services", 163, Theme::Health),
    ("Clustering and economic cooperation", 142, Theme::Economy),
    ("Sustainable management of natural resources", 130, Theme::Environment),
    ("Social inclusion and equal opportunities", 119, Theme::SocialInclusion),
    ("Agriculture and fisheries and forestry", 118, Theme::Food),
    ("Labour market and employment", 113, Theme::Economy),
    ("Managing natural and man-made threats, risk management", 97, Theme::ClimateAdaptation),
    ("Regional planning and development", 79, Theme::Economy),
    ("Energy efficiency", 79, Theme::SustainableEnergy),
    ("Renewable energy", 68, Theme::SustainableEnergy),
    ("Climate change and biodiversity", 65, Theme::ClimateAdaptation),
    ("Rural and peripheral development", 61, Theme::SocialInclusion),
    ("New products and services", 60, Theme::Economy),
    ("Improving transport connections", 59, Theme::Transport),
    ("Knowledge and technology transfer", 57, Theme::Research),
    ("Transport and mobility", 55, Theme::Transport),
    ("Coastal management and maritime issues", 53, Theme::Environment),
    ("Cooperation between emergency services", 52, Theme::Health),
    ("Green technologies", 50, Theme::SustainableEnergy),
    ("ICT and digital society", 49, Theme::Digital),
    ("Urban development", 48, Theme::SocialInclusion),
    ("Innovation capacity and awareness-raising", 45, Theme::Research),
    ("Infrastructure", 44, Theme::Transport),
    ("Water management", 44, Theme::ClimateAdaptation),
    ("Waste and pollution", 44, Theme::Environment),
    ("Scientific cooperation", 40, Theme::Research),
    ("Waterways, lakes and rivers", 38, Theme::Environment),
    ("Construction and renovation", 36, Theme::CultureTourism),
    ("Evaluation systems and results", 31, Theme::Research),
    ("Governance, partnership", 29, Theme::SocialInclusion),
    ("Community integration and common identity", 29, Theme::SocialInclusion),
    ("Demographic change and immigration", 20, Theme::SocialInclusion),
    ("Logistics and freight transport", 19, Theme::Transport),
    ("Multimodal transport", 16, Theme::Transport),
    ("Soil and air quality", 12, Theme::Environment),
    ("Safety", 11, Theme::Health),
    ("Traditional energy", 7, Theme::SustainableEnergy),
];

/// How many projects name one, two and three themes.
pub(crate) const THEMES_NAMED: [u32; 3] = [534, 1129, 228];

/// A country: how often it leads and takes part, and roughly where it lies.
pub(crate) struct Land {
    pub(crate) code: &'static str,
    pub(crate) leads: u32,
    pub(crate) partners: u32,
    /// Degrees east and north of its middle.
    pub(crate) middle: (f64, f64),
    /// Degrees from there to where towns still are.
    pub(crate) reach: (f64, f64),
}

impl Land {
    /// Degrees east and north of some place in it, more often in the middle.
    pub(crate) fn somewhere(&self, dice: &mut Dice) -> (f64, f64) {
        let mut offset = |reach: f64| (dice.share() + dice.share() - 1.0) * reach;
        let (east, north) = (offset(self.reach.0), offset(self.reach.1));
        (self.middle.0 + east, self.middle.1 + north)
    }
}

const fn land(
    code: &'static str,
    (leads, partners): (u32, u32),
    middle: (f64, f64),
    reach: (f64, f64),
) -> Land {
    Land { code, leads, partners, middle, reach }
}

/// The countries, the most frequent partners first.
pub(crate) const COUNTRIES: [Land; 43] = [
    land("DE", (167, 816), (10.3, 51.0), (3.5, 2.8)),
    land("IT", (119, 600), (12.3, 43.2), (3.5, 2.8)),
    land("FR", (74, 535), (2.5, 46.5), (3.5, 3.0)),
    land("ES", (120, 513), (-3.8, 40.2), (3.2, 2.5)),
    land("BG", (144, 467), (25.2, 42.6), (2.3, 0.9)),
    land("PL", (108, 379), (19.3, 52.0), (3.5, 2.0)),
    land("AT", (73, 356), (14.0, 47.5), (2.3, 0.7)),
    land("GR", (74, 318), (22.3, 39.3), (1.6, 1.6)),
    land("SI", (39, 311), (14.8, 46.1), (0.9, 0.5)),
    land("NL", (28, 307), (5.6, 52.2), (1.1, 1.0)),
    land("HU", (84, 293), (19.3, 47.1), (2.2, 0.8)),
    land("RO", (74, 280), (25.0, 45.9), (3.2, 1.5)),
    land("CZ", (84, 270), (15.4, 49.8), (2.4, 0.8)),
    land("SK", (50, 260), (19.4, 48.7), (2.0, 0.5)),
    land("HR", (28, 259), (16.3, 45.3), (1.6, 0.7)),
    land("FI", (102, 248), (25.7, 62.3), (2.8, 2.0)),
    land("SE", (108, 246), (15.3, 59.5), (2.3, 3.2)),
    land("LV", (37, 240), (24.8, 56.8), (2.2, 0.6)),
    land("LT", (63, 220), (23.8, 55.3), (1.8, 0.8)),
    land("RS", (44, 211), (20.8, 44.2), (1.2, 1.3)),
    land("PT", (15, 170), (-8.0, 39.7), (0.9, 1.9)),
    land("GB", (41, 163), (-2.2, 53.5), (2.0, 2.5)),
    land("EE", (36, 161), (25.5, 58.7), (1.7, 0.6)),
    land("CH", (8, 135), (8.2, 46.9), (1.4, 0.6)),
    land("BE", (14, 134), (4.6, 50.7), (1.2, 0.5)),
    land("DK", (33, 113), (9.6, 56.0), (1.3, 1.0)),
    land("NO", (45, 96), (9.5, 61.0), (2.5, 2.5)),
    land("CY", (9, 84), (33.2, 35.0), (0.5, 0.3)),
    land("IE", (15, 75), (-7.8, 53.2), (1.4, 1.2)),
    land("MK", (29, 67), (21.6, 41.6), (0.9, 0.4)),
    land("AL", (0, 64), (20.0, 41.1), (0.5, 1.0)),
    land("BA", (5, 55), (17.8, 44.2), (1.3, 0.9)),
    land("TR", (12, 46), (28.5, 40.5), (1.8, 1.2)),
    land("IS", (3, 33), (-19.0, 64.8), (3.5, 0.7)),
    land("MT", (1, 20), (14.4, 35.9), (0.1, 0.1)),
    land("ME", (1, 19), (19.2, 42.7), (0.6, 0.5)),
    land("FO", (0, 12), (-7.0, 62.0), (0.3, 0.3)),
    land("LU", (4, 10), (6.1, 49.7), (0.2, 0.3)),
    land("LI", (0, 9), (9.54, 47.15), (0.05, 0.07)),
    land("GL", (0, 9), (-50.0, 65.0), (1.5, 3.0)),
    land("CA", (0, 8), (-66.0, 47.0), (3.0, 2.0)),
    land("AD", (0, 5), (1.55, 42.53), (0.1, 0.08)),
    land("RU", (0, 3), (31.0, 60.0), (2.0, 1.5)),
];

/// How many projects have so many organisations.
pub(crate) const ORGANISATIONS: [(usize, u32); 32] = [
    (1, 307),
    (2, 493),
    (3, 206),
    (4, 164),
    (5, 125),
    (6, 112),
    (7, 83),
    (8, 70),
    (9, 55),
    (10, 71),
    (11, 42),
    (12, 34),
    (13, 21),
    (14, 19),
    (15, 15),
    (16, 13),
    (17, 3),
    (18, 3),
    (19, 1),
    (20, 2),
    (21, 3),
    (22, 0),
    (23, 2),
    (24, 0),
    (25, 1),
    (26, 1),
    (28, 1),
    (29, 1),
    (34, 1),
    (35, 1),
    (46, 1),
    (73, 1),
];

/// How many projects have organisations from one country, two, three…
pub(crate) const COUNTRIES_NAMED: [u32; 13] = [317, 1089, 119, 83, 69, 54, 47, 22, 32, 10, 7, 0, 1];

/// How many projects started in a year.
pub(crate) const STARTS: [(u16, u32); 6] =
    [(2014, 6), (2015, 325), (2016, 726), (2017, 668), (2018, 162), (2019, 4)];

/// Months that projects last: the least, twentieth parts of all, the most.
pub(crate) const MONTHS: [f64; 21] = [
    1.0, 9.0, 12.0, 15.0, 18.0, 19.0, 22.0, 24.0, 24.0, 24.0, 27.0, 30.0, 32.0, 35.0, 36.0, 36.0,
    36.0, 36.0, 40.0, 45.0, 69.0,
];

/// Total budgets in euro: the least, twentieth parts of all, the most.
pub(crate) const BUDGETS: [f64; 21] = [
    16_440.0,
    45_363.0,
    82_098.0,
    158_724.0,
    247_417.0,
    353_048.0,
    452_925.0,
    561_728.0,
    629_467.0,
    736_243.0,
    850_716.0,
    973_410.0,
    1_109_750.0,
    1_289_717.0,
    1_493_865.0,
    1_730_067.0,
    1_972_736.0,
    2_224_207.0,
    2_710_990.0,
    3_774_758.0,
    40_000_000.0,
];

/// Characters of a description in one language: the least, tenth parts, the most.
pub(crate) const DESCRIPTIONS: [f64; 11] =
    [80.0, 500.0, 700.0, 900.0, 1_050.0, 1_200.0, 1_400.0, 1_600.0, 1_900.0, 2_500.0, 4_000.0];

/// Characters of a title: the least, tenth parts, the most.
pub(crate) const TITLES: [f64; 11] =
    [8.0, 23.0, 36.0, 47.0, 57.0, 65.0, 75.0, 86.0, 100.0, 124.0, 240.0];
