// SQLite takes 32,766 values in a statement, and a plan for a few hundred is as good as any.
const AT_ONCE = 500;

type Head = { readonly id: string; readonly seq: number };

/** The heads of many, asked for by some at a time. */
export async function headsInParts(
  ids: readonly string[],
  ask: (some: string[]) => PromiseLike<readonly Head[]>,
): Promise<Map<string, number>> {
  const heads = new Map<string, number>();
  for (let start = 0; start < ids.length; start += AT_ONCE)
    for (const { id, seq } of await ask(ids.slice(start, start + AT_ONCE))) heads.set(id, seq);
  return heads;
}
