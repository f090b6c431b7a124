import type { RefusalCode } from "./refusal-codes";

/** What a rule answers: a value, or a refusal that the caller must handle. */
export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | { ok: false; refusal: R };

/** An expected "no". The code is stable and worded in `messages/`; the details are data, never prose. */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
};

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <const Code extends RefusalCode>(
  code: Code,
  details?: Readonly<Record<string, string | number | boolean>>,
): { ok: false; refusal: Refusal<Code> } => ({ ok: false, refusal: details ? { code, details } : { code } });
