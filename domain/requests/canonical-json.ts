/** JSON with its members in one order: PostgreSQL keeps them in an order of its own, and a hash must come out the same. */
export const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === "object" && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

/** Whether two values are the same as JSON, in whatever order their members stand. Nothing and null are one. */
export const isSameJson = (one: unknown, other: unknown): boolean =>
  inOneOrder(one ?? null) === inOneOrder(other ?? null);
