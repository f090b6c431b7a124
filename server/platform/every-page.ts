import { setImmediate } from "node:timers/promises";

type Page<Row> = { readonly items: readonly Row[]; readonly nextCursor: string | null };

/** All rows of a list, a page at a time; null where there are more than `max`. Others are answered between two pages. */
export async function everyRow<Row>(
  pageAfter: (cursor: string | null) => Promise<Page<Row>>,
  max: number,
): Promise<Row[] | null> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await pageAfter(cursor);
    rows.push(...page.items);
    if (rows.length > max) return null;
    cursor = page.nextCursor;
    await setImmediate();
  } while (cursor !== null);
  return rows;
}
