import { z } from "zod";
import { type Instant, toIso } from "@/domain/shared/instant";
import { wireMoneySchema } from "@/domain/shared/money-schema";

export { idText, pathId } from "./endpoint-kinds";

const ID = /^[\w.-]{1,64}$/;

/** An id among the parameters of a question. */
export const queryId = z.string().regex(ID, "malformed");

export const timeText = z.iso.datetime().meta({ description: "ISO 8601, UTC", example: "2026-11-24T08:00:00.000Z" });
export const moneyShape = wireMoneySchema.meta({ id: "Money", example: { minor: 12_345, currency: "CNY" } });

export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at));

const LIMIT_MAX = 100;

export const limitOf = (otherwise: number, most: number = LIMIT_MAX) =>
  z
    .string()
    .regex(/^\d{1,3}$/, "whole_number_malformed")
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(otherwise)
    .meta({
      description: "How many at most",
      override: { type: "integer", minimum: 1, maximum: most, default: otherwise, pattern: undefined },
    });

const cursor = z.string().min(1).max(400).optional().meta({ description: "The `nextCursor` of the page before" });

/** What every list is asked with. */
export const paging = { limit: limitOf(50), cursor };
/** Of reference lists, which fit a page. */
export const widePaging = { limit: limitOf(LIMIT_MAX), cursor };

export const listShape = <Item extends z.ZodType, More extends z.ZodRawShape>(item: Item, more?: More) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: "Null on the last page" }),
    ...more,
  });
