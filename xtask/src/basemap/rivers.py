# Writes the variables of GSHHG's rivers as plain little-endian 32-bit numbers,
# one file each: they come as HDF5, which has no small reader in Rust.
import sys

import h5py

source, target = sys.argv[1:]
with h5py.File(source) as rivers:
    for name in (
        "Id_of_first_segment_in_a_bin",
        "N_segments_in_a_bin",
        "N_points_for_a_segment",
        "Hierarchial_level_of_a_segment",
        "Id_of_first_point_in_a_segment",
        "Relative_longitude_from_SW_corner_of_bin",
        "Relative_latitude_from_SW_corner_of_bin",
    ):
        rivers[name][:].astype("<i4").tofile(f"{target}/{name}")
