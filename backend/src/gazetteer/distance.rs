//! The distance between two places.

use catalogue::model::Location;

/// Mean radius of the Earth in kilometres.
const EARTH: f64 = 6371.0;

/// Kilometres between two places, both as latitude and longitude in degrees (haversine
/// formula on a sphere, exact to half a percent).
pub fn kilometres(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [a_lat, a_lon] = a.map(f64::to_radians);
    let [b_lat, b_lon] = b.map(f64::to_radians);
    let haversine = ((b_lat - a_lat) / 2.0).sin().powi(2)
        + a_lat.cos() * b_lat.cos() * ((b_lon - a_lon) / 2.0).sin().powi(2);
    2.0 * EARTH * haversine.sqrt().min(1.0).asin()
}

/// Kilometres between two locations.
pub fn between(a: &Location, b: &Location) -> f64 {
    kilometres([a.lat.into(), a.lon.into()], [b.lat.into(), b.lon.into()])
}

/// Kilometres between two places in ten-thousandths of a degree.
pub(super) fn apart(a: [i32; 2], b: [i32; 2]) -> f64 {
    kilometres(a.map(|part| f64::from(part) / 1e4), b.map(|part| f64::from(part) / 1e4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groningen_is_24_kilometres_from_assen_and_far_from_the_other_side_of_the_world() {
        let groningen = [53.21917, 6.56667];
        assert!((kilometres(groningen, [52.99667, 6.5625]) - 24.7).abs() < 0.1);
        assert!((kilometres(groningen, [-53.21917, -173.43333]) - 20_015.0).abs() < 1.0);
    }
}
