//! Writes `basemap.bin`; `catalogue/src/map/basemap/read.rs` describes the format.

use catalogue::map::LonLat;

use super::levels::Level;
use super::towns::Town;

/// Grid on which towns are placed, in cells along the world's width.
const TOWN_CELLS: f64 = (1_u32 << 20) as f64;

/// The whole file.
pub(super) fn file(levels: &[Level], towns: &[Town]) -> Vec<u8> {
    let mut out = b"IXB2".to_vec();
    number(&mut out, levels.len() as u64);
    for level in levels {
        write_level(&mut out, level);
    }
    number(&mut out, towns.len() as u64);
    let mut pen = [0; 2];
    for town in towns {
        number(&mut out, town.name.len() as u64);
        out.extend(town.name.as_bytes());
        number(&mut out, u64::from(town.population));
        point(&mut out, &mut pen, on_town_grid(town.place));
    }
    out
}

fn write_level(out: &mut Vec<u8>, level: &Level) {
    number(out, u64::from(level.bits));
    number(out, u64::from(level.tolerance));
    for edge in level.edges {
        number(out, u64::from(edge.unsigned_abs()));
    }
    for (index, shapes) in level.layers.iter().enumerate() {
        let before = out.len();
        number(out, shapes.len() as u64);
        let mut pen = [0; 2];
        for shape in shapes {
            number(out, shape.len() as u64);
            for &to in shape {
                point(out, &mut pen, to);
            }
        }
        println!(
            "basemap: grid of 2^{}, layer {index}: {} shapes, {} bytes",
            level.bits,
            shapes.len(),
            out.len() - before,
        );
    }
}

fn on_town_grid(place: LonLat) -> [i32; 2] {
    let world = place.to_world();
    #[expect(clippy::cast_possible_truncation, reason = "cells of a grid of 2^20")]
    let cell = |share: f64| (share * TOWN_CELLS).round() as i32;
    [cell(world.x), cell(world.y)]
}

fn point(out: &mut Vec<u8>, pen: &mut [i32; 2], to: [i32; 2]) {
    for (from, to) in pen.iter_mut().zip(to) {
        let by = to - *from;
        // Zigzag: small steps either way become small numbers.
        number(out, u64::from(((by << 1) ^ (by >> 31)).cast_unsigned()));
        *from = to;
    }
}

/// Seven bits a byte, the least significant first.
fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
