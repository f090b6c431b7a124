import { REFUSAL_CODES, type RefusalCode, type RefusalKind } from "../../../domain/shared/refusal-codes";
import type { Refusal } from "../../../domain/shared/result";

/** The HTTP status of each kind of refusal. */
const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  signedOut: 401,
  forbidden: 403,
  notFound: 404,
  brokenRule: 409,
  timeIsOver: 410,
  changedMeanwhile: 412,
  tooLarge: 413,
  invalidValue: 422,
  tooOften: 429,
};

const STATUS_OF = new Map<RefusalCode, number>(
  (Object.keys(REFUSAL_CODES) as RefusalKind[]).flatMap((kind) =>
    REFUSAL_CODES[kind].map((code) => [code, STATUS_OF_KIND[kind]] as const),
  ),
);

/** The HTTP status of a refusal. */
export const refusalStatus = ({ code }: Refusal): number => STATUS_OF.get(code) as number;
