import { z } from "zod";

/** The fields that a model may point at words for; everything else is read by rules alone or typed by a person. */
export const POINTED_FIELDS = ["originId", "destinationId", "hubId", "description", "hsCode", "packages"] as const;
export type PointedField = (typeof POINTED_FIELDS)[number];

const POINTERS_MAX = 60;
const WORDS_MAX = 200;
const LINES_MAX = 50;

/** A field and the words of the text that it stands in. A model says no value: our own parsers read the words, or nobody does. */
const pointerSchema = z.object({
  field: z.enum(POINTED_FIELDS),
  /** Which goods of the text it is about, from 1 on; the first where it is not said. */
  line: z.int().min(1).max(LINES_MAX).optional(),
  words: z.string().min(1).max(WORDS_MAX),
});
export type Pointer = z.output<typeof pointerSchema>;

export type Proposal = readonly Pointer[];

const answerSchema = z.object({ fields: z.array(z.unknown()).max(POINTERS_MAX) });

/**
 * A model's answer as pointers; null where it is no answer in the agreed form. Entries that point at nothing that may be pointed at are
 * passed over one by one: a model that also answers what nobody asked for has still answered.
 */
export function readProposal(answer: unknown): Proposal | null {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return null;
  return parsed.data.fields.flatMap((one) => pointerSchema.safeParse(one).data ?? []);
}
