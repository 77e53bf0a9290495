/** A column: its heading, and whether its values are numbers, which stand to the right. */
export interface Column {
  readonly heading: string;
  readonly numeric?: boolean;
}

/** Rows below headings, as wide as they need to be. The last column that is text is cut to fit `width`. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
  width: number,
): string[] {
  const cells = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const flexible = columns.findLastIndex(({ numeric }) => !numeric);
  const excess = widths.reduce((sum, one) => sum + one + 2, -2) - width;
  if (excess > 0) widths[flexible] = Math.max(10, widths[flexible] - excess);
  return cells.map((row) =>
    row
      .map((cell, column) => (columns[column].numeric ? cell.padStart(widths[column]) : fitted(cell, widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

function fitted(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
