//! Every rule by itself, and which of two amounts is doubted.

use super::*;

fn exact(euro: f64) -> Option<Money> {
    Some(Money { eur: euro.try_into().unwrap(), rounded: false })
}

fn round(euro: f64) -> Option<Money> {
    exact(euro).map(|money| Money { rounded: true, ..money })
}

fn project(total_budget: Option<Money>, eu_funding: Option<Money>) -> Amounts {
    Amounts { programme: "p".parse().unwrap(), total_budget, eu_funding, partners: vec![] }
}

fn with(amounts: Amounts, partners: &[(Option<Money>, Option<Money>)]) -> Amounts {
    let part = |(budget, eu_funding): &(Option<Money>, Option<Money>)| PartnerAmounts {
        budget: *budget,
        eu_funding: *eu_funding,
    };
    Amounts { partners: partners.iter().map(part).collect(), ..amounts }
}

/// A rule that a project breaks, with the larger and the smaller amount.
type Broken = (Rule, Amount, Amount);

fn broken(amounts: &Amounts) -> Vec<Broken> {
    let found = amounts.contradictions().into_iter();
    found.map(|it| (it.rule, it.larger.0, it.smaller.0)).collect()
}

/// The amounts of the first project that are doubted beside the others.
fn doubted(projects: &[Amounts]) -> Vec<Amount> {
    let mut yardsticks = Yardsticks::default();
    for amounts in projects {
        yardsticks.add(amounts, &amounts.contradictions());
    }
    let doubts =
        yardsticks.doubts(&projects[0].programme, &projects[0].contradictions()).into_iter();
    let mut doubted: Vec<Amount> = doubts.map(|doubt| doubt.of).collect();
    doubted.dedup();
    doubted
}

#[test]
fn an_eu_share_under_five_percent_or_over_a_hundred_contradicts_the_total() {
    let low = [(Rule::LowShare, Amount::TotalBudget, Amount::EuFunding)];
    let high = [(Rule::FundingAboveBudget, Amount::EuFunding, Amount::TotalBudget)];
    let cases: [(f64, f64, &[Broken]); 10] = [
        (1_000_000.0, 850_000.0, &[]),
        (1_000_000.0, 50_000.0, &[]),
        (1_000_000.0, 49_999.99, &low),
        (499_976_135.0, 42_497.96, &low),
        // A zero was published as zero.
        (1_000_000.0, 0.0, &low),
        (0.0, 0.0, &[]),
        (1_000_000.0, 1_000_000.0, &[]),
        (1_000_000.0, 1_000_000.01, &high),
        (588_017.84, 499_815_164.0, &high),
        (0.0, 10.0, &high),
    ];
    for (total, funding, expected) in cases {
        let project = project(exact(total), exact(funding));
        assert_eq!(broken(&project), expected, "{total} {funding}");
    }
    assert_eq!(broken(&project(exact(1e9), None)), []);
    assert_eq!(broken(&project(None, exact(1.0))), []);
}

#[test]
fn a_partner_above_the_project_contradicts_it() {
    let above = Rule::PartnerAboveProject;
    let of = |total, funding, budget, received| {
        broken(&with(project(total, funding), &[(None, None), (budget, received)]))
    };
    let [budget, received] = [Amount::PartnerBudget(1), Amount::PartnerEuFunding(1)];
    assert_eq!(of(exact(100.0), None, exact(100.0), None), []);
    let expected = [(above, budget, Amount::TotalBudget)];
    assert_eq!(of(exact(100.0), None, exact(100.01), None), expected);
    // What it receives from the EU: above its own budget, the project's EU funding, or
    // the total where no EU funding is published.
    let expected = [(Rule::FundingAboveBudget, received, budget)];
    assert_eq!(of(None, None, exact(50.0), exact(51.0)), expected);
    let expected = [(above, received, Amount::EuFunding)];
    assert_eq!(of(exact(100.0), exact(40.0), None, exact(41.0)), expected);
    let expected = [(above, received, Amount::TotalBudget)];
    assert_eq!(of(exact(100.0), None, None, exact(101.0)), expected);
    assert_eq!(of(exact(100.0), exact(40.0), exact(60.0), exact(40.0)), []);
}

#[test]
fn partners_together_may_be_above_the_project_by_one_percent() {
    let of = |second| {
        let partners = [(exact(60.0), None), (None, None), (exact(second), None)];
        with(project(exact(100.0), None), &partners).contradictions()
    };
    assert_eq!(of(41.0), []);
    let [found] = &of(41.01)[..] else { panic!("one contradiction") };
    assert_eq!(found.rule, Rule::PartnersAboveProject);
    assert_eq!(found.larger, (Amount::PartnersBudget, "101.01".parse().unwrap()));
    assert_eq!(found.smaller, (Amount::TotalBudget, "100".parse().unwrap()));
    assert_eq!(found.together, [0, 2]);
    // The same for what they receive.
    let partners = [(None, exact(30.0)), (None, exact(11.0))];
    let received = with(project(exact(100.0), exact(40.0)), &partners);
    let expected = (Rule::PartnersAboveProject, Amount::PartnersEuFunding, Amount::EuFunding);
    assert_eq!(broken(&received), [expected]);
    let partners = [(None, exact(30.0)), (None, exact(10.4))];
    assert_eq!(broken(&with(project(exact(100.0), exact(40.0)), &partners)), []);
}

#[test]
fn a_partner_that_is_above_the_project_is_no_part_of_the_sum() {
    let partners = [(exact(60.0), None), (exact(4_000.0), None), (exact(40.0), None)];
    let project = with(project(exact(100.0), None), &partners);
    let expected = (Rule::PartnerAboveProject, Amount::PartnerBudget(1), Amount::TotalBudget);
    assert_eq!(broken(&project), [expected]);
}

#[test]
fn a_round_amount_contradicts_nothing_that_it_may_stand_for() {
    for (total, funding, right) in [
        (round(5_200_000.0), exact(5_249_999.0), true),
        (round(5_200_000.0), exact(5_250_000.01), false),
        (exact(5_150_000.0), round(5_200_000.0), true),
        (exact(5_149_999.99), round(5_200_000.0), false),
        (round(1_000_000.0), exact(26_000.0), true),
        (round(1_000_000.0), exact(24_000.0), false),
        (round(0.0), exact(1.0), false),
    ] {
        let broken = broken(&project(total, funding));
        assert_eq!(broken.is_empty(), right, "{total:?} {funding:?}: {broken:?}");
    }
}

#[test]
fn both_are_doubted_unless_one_is_far_out_of_proportion_to_the_programme() {
    let usual = || project(exact(1_000_000.0), exact(850_000.0));
    let both = [Amount::TotalBudget, Amount::EuFunding];
    // No other project tells which is wrong.
    let slip = || project(exact(499_976_135.0), exact(42_497.96));
    assert_eq!(doubted(&[slip()]), both);
    // Others with the same slip do not tell either: they contradict themselves.
    assert_eq!(doubted(&[slip(), slip()]), both);
    assert_eq!(doubted(&[slip(), usual(), slip()]), both[..1]);
    assert_eq!(doubted(&[project(exact(588_017.84), exact(499_815_164.0)), usual()]), both[1..]);
    // Twenty times is not over twenty times.
    assert_eq!(doubted(&[project(exact(20_000_000.0), exact(1.0)), usual()]), both);
    assert_eq!(doubted(&[project(exact(20_000_000.01), exact(1.0)), usual()]), both[..1]);
    // Both are far out.
    let vast = project(exact(500_000_000.0), exact(18_000_000.0));
    assert_eq!(doubted(&[vast, usual()]), both);
    // Another programme is no measure, and neither are zeros.
    let other = Amounts { programme: "q".parse().unwrap(), ..usual() };
    assert_eq!(doubted(&[slip(), other]), both);
    assert_eq!(doubted(&[slip(), project(exact(0.0), exact(0.0))]), both);
}

#[test]
fn a_partner_is_measured_with_partners_and_their_sum_with_totals() {
    let usual = with(
        project(exact(1_000_000.0), None),
        &[(exact(400_000.0), None), (exact(600_000.0), None)],
    );
    let one = with(project(exact(900_000.0), None), &[(exact(30_000_000.0), None)]);
    let alone = doubted(std::slice::from_ref(&one));
    assert_eq!(alone, [Amount::TotalBudget, Amount::PartnerBudget(0)]);
    assert_eq!(doubted(&[one, usual.clone()]), [Amount::PartnerBudget(0)]);
    // All partners are doubted with their sum.
    let partners = [(exact(60.0), None), (exact(50.0), None)];
    let sum = with(project(exact(100.0), None), &partners);
    let all = [
        Amount::TotalBudget,
        Amount::PartnerBudget(0),
        Amount::PartnerBudget(1),
        Amount::PartnersBudget,
    ];
    assert_eq!(doubted(&[sum, usual.clone()]), all);
    let partners = [(exact(15_000_000.0), None), (exact(15_000_000.0), None)];
    let sum = with(project(exact(20_000_000.0), None), &partners);
    assert_eq!(doubted(&[sum, usual]), all[1..]);
}

#[test]
fn of_several_partners_that_contradict_the_total_it_names_the_largest() {
    let partners = [(exact(200.0), None), (exact(400.0), None), (exact(300.0), None)];
    let project = with(project(exact(100.0), None), &partners);
    let doubts = Yardsticks::default().doubts(&project.programme, &project.contradictions());
    assert_eq!(doubts.len(), 4);
    assert_eq!(doubts[0].against, Amount::PartnerBudget(1));
    assert_eq!(doubts[0].other, "400".parse().unwrap());
    assert_eq!(Doubtful::of(&doubts), Doubtful::Total);
    assert_eq!(Doubtful::of(&doubts[1..]), Doubtful::Another);
    assert_eq!(Doubtful::of(&[]), Doubtful::Nothing);
}

#[test]
fn a_sum_of_vast_amounts_stays_an_amount() {
    let vast = Money { eur: Euro::MAX, rounded: true };
    let partners = vec![(Some(vast), Some(vast)); 100];
    let project = with(project(exact(1.0), round(1e11)), &partners);
    for found in project.contradictions() {
        let euro = f64::from(found.larger.1);
        assert!(Euro::try_from(euro).is_ok(), "{found:?}");
    }
    let partners = vec![(None, Some(Money { rounded: false, ..vast })); 100];
    let project = with(Amounts { eu_funding: Some(vast), ..project }, &partners);
    let found = project.contradictions();
    assert_eq!(found.last().map(|it| it.larger.1), Some(Euro::MAX));
}
