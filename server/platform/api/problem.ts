import type { z } from "zod";
import type { Refusal } from "../../../domain/shared/result";
import type { Faults } from "../execute";
import { fieldName, fieldPath, issueWords } from "../form/issue-words";
import type { Fault } from "../process/fault";
import { TextResponse } from "./text-response";
import { REFUSAL_CODES, type RefusalCode, type RefusalKind } from "../../../domain/shared/refusal-codes";

/** An answer in JSON that no cache keeps. */
export const jsonAnswer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new TextResponse(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
  });

/** Versions are whole numbers; as an entity tag they stand in quotes. */
export const etagOf = (version: number): { etag: string } => ({ etag: `"${version}"` });

/** RFC 9457. `code` is stable; `detail` is for a person who reads the log, in English. */
export type Problem = {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly issues?: readonly (At & { readonly path: string; readonly code: string; readonly message: string })[];
  readonly details?: Refusal["details"];
  /** What else the same input is refused for. */
  readonly others?: readonly (At & Pick<Refusal, "code" | "details">)[];
} & At;

/** Which member of the body it is of, as a JSON Pointer (RFC 6901). */
type At = { readonly pointer?: string };

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const pointed = <R extends Pick<Refusal, "details">>(refusal: R): R & At =>
  refusal.details?.field === undefined
    ? refusal
    : { ...refusal, pointer: pointerTo(fieldPath(String(refusal.details.field))) };

const TITLES: Readonly<Record<number, string>> = {
  400: "Malformed",
  401: "No valid key",
  403: "Not permitted",
  404: "Not found",
  405: "Method not allowed",
  409: "Refused by a rule of the market",
  410: "Expired",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Unsupported media type",
  422: "Values refused",
  429: "Too many requests",
  500: "Fault",
  503: "Not available now",
  507: "No room to save",
};

export function problem(
  status: number,
  code: string,
  more: Partial<Problem> = {},
  headers: Record<string, string> = {},
): Response {
  const body: Problem = { type: "about:blank", title: TITLES[status] ?? "Refused", status, code, ...more };
  return new TextResponse(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

export function problemOfRefusal(refusal: Refusal): Response {
  const status = refusalStatus(refusal);
  const retry: Record<string, string> = status === 429 ? { "retry-after": String(refusal.details?.seconds ?? 1) } : {};
  const { code, others, ...more } = pointed(refusal);
  return problem(status, code, { ...more, ...(others ? { others: others.map(pointed) } : {}) }, retry);
}

/** A fault is ours to mend; where storage fails the same call may pass later, and `Retry-After` says when to try. */
export function problemOfFault({ reference, outage }: Fault): Response {
  const detail = `Reference ${reference}`;
  if (!outage) return problem(500, "fault", { detail });
  return problem(outage.status, outage.code, { detail }, { "retry-after": String(outage.retryAfterSeconds) });
}

const ISSUES_MAX = 100;

const issueOf = (issue: z.core.$ZodIssue) => ({
  path: fieldName(issue.path),
  code: issueWords(issue).key,
  message: issue.message,
});

/** What is malformed of parameters or headers. */
export const problemOfIssues = (issues: readonly z.core.$ZodIssue[]): Response =>
  problem(422, "invalid", { issues: issues.slice(0, ISSUES_MAX).map(issueOf) });

/** What is malformed of a body, and what is refused of those of its members that can be read. */
export const problemOfBody = ({ issues, refusals = [] }: Faults): Response =>
  problem(422, "invalid", {
    issues: issues.slice(0, ISSUES_MAX).map((issue) => ({ ...issueOf(issue), pointer: pointerTo(issue.path) })),
    ...(refusals.length > 0 ? { others: refusals.map(pointed) } : {}),
  });

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
