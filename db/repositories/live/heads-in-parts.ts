// SQLite takes 32,766 values in a statement, and a plan for a few hundred is as good as any.
const AT_ONCE = 500;

type Head = { readonly id: string; readonly seq: number };

/** The rows of many, asked for by some at a time. */
export async function rowsInParts<Row>(
  ids: readonly string[],
  ask: (some: string[]) => PromiseLike<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE)
    rows.push(...(await ask(ids.slice(start, start + AT_ONCE))));
  return rows;
}

/** The heads of many. */
export const headsInParts = async (
  ids: readonly string[],
  ask: (some: string[]) => PromiseLike<readonly Head[]>,
): Promise<Map<string, number>> => new Map((await rowsInParts(ids, ask)).map(({ id, seq }) => [id, seq]));
