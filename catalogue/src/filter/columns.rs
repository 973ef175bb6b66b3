//! Which columns the table has.

/// A column of the table besides the name, which is always there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Column {
    /// The home cities that present it.
    City,
    /// The programme.
    Programme,
    /// When it starts.
    Start,
    /// When it ends.
    End,
    /// Planned, ongoing, closed.
    Status,
    /// What it is about.
    Themes,
    /// Who leads it.
    Lead,
    /// How many organisations take part.
    Partners,
    /// Where they come from.
    Countries,
    /// What it costs.
    Budget,
    /// What the EU pays of it.
    EuFunding,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 11] = [
        Self::City,
        Self::Programme,
        Self::Start,
        Self::End,
        Self::Status,
        Self::Themes,
        Self::Lead,
        Self::Partners,
        Self::Countries,
        Self::Budget,
        Self::EuFunding,
    ];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Programme => "programme",
            Self::Start => "start",
            Self::End => "end",
            Self::Status => "status",
            Self::Themes => "themes",
            Self::Lead => "lead",
            Self::Partners => "partners",
            Self::Countries => "countries",
            Self::Budget => "budget",
            Self::EuFunding => "eu-funding",
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The columns of the table, in the order of [`Column::ALL`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Columns(u16);

impl Default for Columns {
    /// What tells most at a glance.
    fn default() -> Self {
        use Column::{Budget, City, End, Programme, Start, Status};
        [City, Programme, Start, End, Status, Budget].into_iter().collect()
    }
}

impl FromIterator<Column> for Columns {
    fn from_iter<I: IntoIterator<Item = Column>>(columns: I) -> Self {
        Self(columns.into_iter().fold(0, |all, column| all | column.bit()))
    }
}

impl Columns {
    /// How an address says that there are none but the name.
    const NONE: &str = "none";

    /// Whether a column is shown.
    pub fn has(self, column: Column) -> bool {
        self.0 & column.bit() != 0
    }

    /// With a column shown that was not, or the other way round.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        Self(self.0 ^ column.bit())
    }

    /// Those that are shown.
    pub fn iter(self) -> impl Iterator<Item = Column> {
        Column::ALL.into_iter().filter(move |column| self.has(*column))
    }
}

/// `city,programme`.
impl std::fmt::Display for Columns {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 == 0 {
            return out.write_str(Self::NONE);
        }
        for (place, column) in self.iter().enumerate() {
            out.write_str(if place > 0 { "," } else { "" })?;
            out.write_str(column.as_str())?;
        }
        Ok(())
    }
}

/// The value of `columns` in an address has a name that no column has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ColumnsError;

impl std::str::FromStr for Columns {
    type Err = ColumnsError;

    fn from_str(text: &str) -> Result<Self, ColumnsError> {
        if text == Self::NONE {
            return Ok(Self(0));
        }
        let named = |name: &str| Column::ALL.into_iter().find(|it| it.as_str() == name);
        text.split(',').map(|name| named(name).ok_or(ColumnsError)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_in_any_order_and_written_in_theirs() {
        let read = |text: &str| text.parse::<Columns>();
        assert_eq!(read("budget,city").unwrap().to_string(), "city,budget");
        assert_eq!(read("none").unwrap().iter().count(), 0);
        assert_eq!(read("none").unwrap().to_string(), "none");
        for wrong in ["", "city,", "city,colour", "none,city"] {
            assert_eq!(read(wrong), Err(ColumnsError), "{wrong}");
        }
    }

    #[test]
    fn a_toggled_column_is_shown_and_hidden_again() {
        let shown = Columns::default();
        let with = shown.toggled(Column::Lead);
        assert!(!shown.has(Column::Lead) && with.has(Column::Lead));
        assert_eq!(with.toggled(Column::Lead), shown);
    }
}
