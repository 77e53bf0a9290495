export interface Column {
  readonly heading: string;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Text that tells most at its end, such as a path, is cut at its beginning. */
  readonly keepEnd?: boolean;
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
      .map((cell, column) =>
        columns[column].numeric ? cell.padStart(widths[column]) : fitted(cell, widths[column], columns[column].keepEnd),
      )
      .join('  ')
      .trimEnd(),
  );
}

function fitted(text: string, width: number, keepEnd = false): string {
  if (text.length <= width) return text.padEnd(width);
  return keepEnd ? `…${text.slice(1 - width)}` : `${text.slice(0, width - 1)}…`;
}
