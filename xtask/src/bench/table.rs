//! Tables in Markdown, aligned so that they can be read as plain text, and the
//! numbers in them.

/// Rows of cells; the first column is text, all others are figures.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub fn new<const N: usize>(headings: [&str; N]) -> Self {
        Self { rows: vec![headings.map(str::to_owned).to_vec()] }
    }

    /// Adds a row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.to_vec());
    }

    /// The table as Markdown.
    pub fn markdown(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
                if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
            });
            format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
        };
        let rule = widths.iter().enumerate().map(|(column, &width)| {
            let dashes = "-".repeat(width.max(2) - usize::from(column > 0));
            if column == 0 { dashes } else { format!("{dashes}:") }
        });
        let rule = format!("| {} |\n", rule.collect::<Vec<_>>().join(" | "));
        let mut lines = self.rows.iter().map(line);
        let heading = lines.next().unwrap_or_default();
        format!("{heading}{rule}{}", lines.collect::<String>())
    }
}

/// The value in the middle; between the two in the middle of an even number.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.get(middle) {
        None => f64::NAN,
        Some(upper) if sorted.len() % 2 == 1 => *upper,
        Some(upper) => f64::midpoint(sorted[middle - 1], *upper),
    }
}

/// The median of a figure of things.
pub fn middle<T>(things: &[T], figure: impl Fn(&T) -> f64) -> f64 {
    median(&things.iter().map(figure).collect::<Vec<_>>())
}

/// The least value that at least this share of all (0 to 1) do not exceed.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    let last = sorted.len().saturating_sub(1);
    sorted.get(rank.saturating_sub(1).min(last)).copied().unwrap_or(f64::NAN)
}

/// Bytes in thousands of bytes: `20.4 kB`.
pub fn kb(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

/// Milliseconds, exact to what can be felt: `0.62 s`, `41 ms`, `0.8 ms`.
pub fn milliseconds(value: f64) -> String {
    match value {
        1000.0.. => format!("{:.2} s", value / 1000.0),
        10.0.. => format!("{value:.0} ms"),
        _ => format!("{value:.1} ms"),
    }
}

/// A share: `12 %`, with a digit more where it is small.
pub fn percent(part: f64, whole: f64) -> String {
    let share = part / whole * 100.0;
    if share < 10.0 { format!("{share:.1} %") } else { format!("{share:.0} %") }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A table without the air between its columns.
    pub fn tight(table: &str) -> String {
        table.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(["what", "size"]);
        table.row(["é".to_owned(), "1.0 kB".to_owned()]);
        assert_eq!(table.markdown(), "| what |   size |\n| ---- | -----: |\n| é    | 1.0 kB |\n");
    }

    #[test]
    fn medians_of_odd_and_even_numbers() {
        assert_eq!(median(&[3.0, 1.0, 2.0]).to_bits(), 2.0_f64.to_bits());
        assert_eq!(median(&[4.0, 1.0]).to_bits(), 2.5_f64.to_bits());
    }

    #[test]
    fn percentiles_are_values_that_occurred() {
        let values: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        let found = [0.0, 0.5, 0.95, 1.0].map(|share| percentile(&values, share));
        assert_eq!(found.map(f64::to_bits), [1.0, 10.0, 19.0, 20.0].map(f64::to_bits));
        assert_eq!(percentile(&[7.0], 0.95).to_bits(), 7.0_f64.to_bits());
        assert!(percentile(&[], 0.5).is_nan());
    }

    #[test]
    fn figures_read_well() {
        assert_eq!(kb(20_450), "20.4 kB");
        assert_eq!([0.84, 41.3, 1234.0].map(milliseconds), ["0.8 ms", "41 ms", "1.23 s"]);
        assert_eq!(percent(1.0, 3.0), "33 %");
    }
}
