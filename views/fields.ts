import { z } from "zod";
import { type Instant, type LocalDate, parseIso, toIso } from "../domain/shared/time";
import type { Money } from "../domain/shared/money";
import { readWireMoney, toWireMoney, wireMoneySchema } from "../domain/shared/wire-fields";
import type { Refusal } from "../domain/shared/result";
import type { Unwritable } from "../domain/shared/unwritable";

/**
 * What a view's schema says is what its page gets: instants, exact money, nothing that may be written into.
 * What its API answers is the same, encoded: ISO 8601 text, whole minor units.
 */
export type View<Schema extends z.ZodType> = Unwritable<z.output<Schema>>;

/** A view as its API answers it. */
export const toWire = <Schema extends z.ZodType>(schema: Schema, view: View<Schema>): z.input<Schema> =>
  z.encode(schema, view as z.output<Schema>);

export const id = z.string().meta({ example: "01jd9w2m4k8h6t3q5r7v9x0z2c" });

/** The wire form of a value, for the API's description of an answer. */
const written = (wire: z.ZodType) => ({
  override: ({ jsonSchema }: { jsonSchema: object }) => {
    Object.assign(jsonSchema, z.toJSONSchema(wire));
  },
});

const isoText = z.iso.datetime().meta({ description: "ISO 8601, UTC", example: "2026-11-24T08:00:00.000Z" });

/** A point in time: an `Instant` to the page, ISO 8601 in UTC to the API. */
export const time = z.codec(isoText, z.custom<Instant>().meta(written(isoText)), {
  decode: (text) => parseIso(text) as Instant,
  encode: toIso,
});

/** A calendar day, the same to the page and the API. */
export const day = z.iso.date().meta({ example: "2026-12-10" }) as unknown as z.ZodType<LocalDate, string>;

/** Exact money to the page; whole minor units of an ISO 4217 currency to the API, described as the component `Money`. */
export const money = z.codec(
  wireMoneySchema,
  z.custom<Money>().meta({ override: { $ref: "#/components/schemas/Money" } }),
  { decode: readWireMoney, encode: toWireMoney },
);

/** Why something is not there: with its details to the page, to the API its code. */
export const refusal = <Reason extends Refusal>() =>
  z.codec(z.string(), z.custom<Reason>().meta(written(z.string())), {
    decode: (code) => ({ code }) as Reason,
    encode: ({ code }) => code,
  });

export const party = z.object({ id, nameOwn: z.string(), nameLatin: z.string() }).meta({ id: "Party" });
