import type { RefusalCode } from "./refusal-codes";

/** A broken invariant is our bug, never the user's mistake: it ends the request as a fault. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}

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

/** A lifecycle is a table: state → event → next state. An absent cell is a refusal, so nothing can jump. */
export type Lifecycle<State extends string, Event extends string> = {
  readonly [S in State]: { readonly [E in Event]?: State };
};

/** The next state, or the refusal `wrong_state` naming the state and the event. */
export function advance<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  from: State,
  event: Event,
): Result<State, Refusal<"wrong_state">> {
  const to = lifecycle[from][event];
  return to === undefined ? refuse("wrong_state", { state: from, event }) : accept(to);
}
