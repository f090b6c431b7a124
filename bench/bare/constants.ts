import { readFileSync } from "node:fs";

/** An element of a page as it was captured: tag, attributes in React's names, children. */
export type CapturedNode = string | readonly [string, Readonly<Record<string, unknown>>, readonly CapturedNode[]];

export type Constants = {
  readonly list: { readonly title: string; readonly body: readonly CapturedNode[] };
  readonly detail: { readonly title: string; readonly body: readonly CapturedNode[] };
  /** What the product answered, byte for byte. */
  readonly apiList: string;
  readonly apiDetail: string;
  /** Where the inserting handler writes, and how many bytes a row of the product's holds. */
  readonly databaseFile: string;
  readonly rowBytes: number;
};

let known: Constants | undefined;

/** Captured by the benchmark before this server starts. */
export function constants(): Constants {
  known ??= JSON.parse(readFileSync(process.env.BARE_CONSTANTS as string, "utf8")) as Constants;
  return known;
}
