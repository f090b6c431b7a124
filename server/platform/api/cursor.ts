import { z } from "zod";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";

/** A part of a cursor that is an id: nothing else reaches a query. */
export const idPart = z.string().regex(/^[\w.-]{1,64}$/);

/** The place in a list after the last row shown, to be handed back as it is. */
export const writeCursor = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

/** Reads what `writeCursor` wrote; null where there is none. Refuses `cursor_invalid` for everything else. */
export function readCursor<Parts extends z.ZodTuple>(
  text: string | undefined,
  parts: Parts,
): Result<z.output<Parts> | null, Refusal<"cursor_invalid">> {
  if (text === undefined) return accept(null);
  try {
    const parsed = parts.safeParse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return parsed.success ? accept(parsed.data) : refuse("cursor_invalid");
  } catch (error) {
    if (error instanceof SyntaxError) return refuse("cursor_invalid");
    throw error;
  }
}

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/** A page of rows of which one more than the limit was asked for. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
