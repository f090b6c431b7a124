import type { RefusalCode } from "./refusal-codes";

/** What a rule answers: a value, or a refusal that the caller must handle. */
export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | { ok: false; refusal: R };

/** An expected "no". The code is stable and worded in `messages/`; the details are data, never prose. */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
  /** What else the same input is refused for, in the order of the rules. The first decides the status of the answer. */
  readonly others?: readonly Refusal[];
};

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <const Code extends RefusalCode>(
  code: Code,
  details?: Readonly<Record<string, string | number | boolean>>,
): { ok: false; refusal: Refusal<Code> } => ({ ok: false, refusal: details ? { code, details } : { code } });

/** The same answer with the member of the input that a refusal is of, for a rule that does not know how its input is called. */
export const atMember = <T, R extends Refusal>(result: Result<T, R>, field: string): Result<T, R> =>
  result.ok ? result : { ok: false, refusal: { ...result.refusal, details: { ...result.refusal.details, field } } };

/** A refusal and those beside it, one by one. */
export const everyRefusal = ({ others = [], ...first }: Refusal): readonly Refusal[] => [first, ...others];

/** All that is refused, one by one; nothing where nothing is. */
export const refusalsOf = (result: Result<unknown, Refusal>): readonly Refusal[] =>
  result.ok ? [] : everyRefusal(result.refusal);

/** Holds one input to all its rules: refuses with the first that is broken, and the others beside it, so that all can be mended at once. */
export function checkAll<R extends Refusal>(results: readonly Result<unknown, R>[]): Result<void, R> {
  const broken = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
  const [first] = broken;
  if (!first) return accept(undefined);
  const others = broken.flatMap(everyRefusal).slice(1);
  return { ok: false, refusal: others.length > 0 ? { ...first, others } : first };
}
