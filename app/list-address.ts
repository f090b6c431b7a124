type Values = Readonly<Record<string, string>>;

/** The address of a list with these filters and one or more of them changed; empty ones are left out. A changed filter starts from the first page. */
export function listAddress(path: string, values: Values, change: Values = {}): string {
  const { cursor: _, ...kept } = values;
  const entries = Object.entries({ ...kept, ...change }).filter(([, value]) => value !== "");
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}
