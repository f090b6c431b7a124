/** Rows of a CSV text by the names in its first line (RFC 4180: quoted cells may hold commas, quotes and line ends). */
export function parseCsv(text: string): Record<string, string>[] {
  const [head, ...rows] = cellsOf(text);
  if (!head) return [];
  return rows.map((row, index) => {
    if (row.length !== head.length)
      throw new Error(`Row ${index + 2} has ${row.length} cells, the head has ${head.length}`);
    return Object.fromEntries(head.map((name, column) => [name, row[column] as string]));
  });
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const start = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`Malformed cell at character ${start}`);
    const [, raw = "", end] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ",") {
      if (cell.lastIndex === text.length) row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
