use backend::{gazetteer::Gazetteer, import::{*, table::*}};
fn main() {
    let start = std::time::Instant::now();
    let files = std::env::args().skip(1).map(|a| Upload::open(a.as_ref()).unwrap()).collect();
    let doc = backend::file::parse("d", include_str!("../../data/northern-netherlands.json")).unwrap();
    let report = check(Request { files, kind: None, limits: Limits::GENEROUS }, &doc.home_cities, Gazetteer::embedded().unwrap(), &mut Quiet);
    match report { Err(e) => println!("REFUSED {e}"), Ok(r) => {
        println!("{:?} {:?} {:?} {:?} left {:?}\nrows {} {} projects {} skipped {} merged {} {:?}", r.kind, r.found_out, r.decimal, r.sheets, r.left_alone, r.project_rows, r.partner_rows, r.projects, r.skipped, r.merged, r.located);
        for (fault, ps) in r.by_fault() { println!("== {:?} {} x{}", fault.severity(), fault.as_str(), ps.len()); for p in ps.iter().take(12) { println!("   {}:{} {:?} {:?} [{}]", p.row.sheet, p.row.number, p.column, p.value, p.detail); } }
    } }
    println!("{:?}", start.elapsed());
}
