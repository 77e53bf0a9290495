/** Where the kernels have a weight of a matrix: four rows together, eight numbers of each in turn. */
export function packedPlace(row: number, column: number, columns: number): number {
  return (row & ~3) * columns + (column >> 3) * 32 + (row & 3) * 8 + (column & 7);
}
