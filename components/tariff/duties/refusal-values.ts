import type { Refusal } from "@/domain/shared/result";

/** What the words of a refusal name: a translator takes no truth values, and none of these has one. */
export const valuesOf = ({ details = {} }: Refusal): Record<string, string | number> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === "boolean" ? "" : value]));
