import { createHmac } from "node:crypto";
import type { z } from "zod";
import { BY_ROW_LOCKS, together, type Writer } from "../../db/database";
import * as outbox from "../../db/outbox";
import { findKept, keep } from "../../db/repositories/platform";
import { appendAudit } from "../../db/repositories/audit";
import { appendToDealLog, type DealEvent } from "../../db/repositories/chains";
import { moveWorkHeads } from "../../db/repositories/live-heads";
import { appendToLog, type RequestEvent } from "../../db/repositories/request-log";
import { type Actor, mayEver } from "../../domain/access/policy";
import type { DomainEvent } from "../../domain/notices/events";
import { assert, type Refusal, refuse } from "../../domain/shared/result";
import type { Command, CommandContext, Members } from "./command";
import { findHostile } from "./hostile-input";
import { type Platform, platform } from "./platform";
import { type LimitName, takePoint } from "./rate-limit";
import { secretKey } from "./process/secrets";

/** Where a call came from, for the audit log and the limits. */
export type Origin = { readonly ip: string | null; readonly requestId: string | null };

export type Call = {
  readonly actor: Actor;
  /** As it came from outside; the command's own schema reads it. */
  readonly input: unknown;
  readonly idempotencyKey?: string | null;
  readonly origin?: Origin;
};

export type Outcome<Output> =
  | { readonly kind: "done"; readonly value: Output; readonly isReplay: boolean }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | ({ readonly kind: "malformed" } & Faults);

/** What is wrong with an input that cannot be read: where, and what is refused of the members that can be. */
export type Faults = { readonly issues: readonly z.core.$ZodIssue[]; readonly refusals?: readonly Refusal[] };

const NOWHERE: Origin = { ip: null, requestId: null };
const DONE = 200;

/** Carries a refusal out of the transaction, so that everything the command wrote is undone. */
class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** By name: what passes through the database, of which there is one a process, may come from another copy of this module. */
const isRefused = (error: unknown): error is Refused => (error as { name?: unknown } | null)?.name === "Refused";

const refused = (refusal: Refusal): { kind: "refused"; refusal: Refusal } => ({ kind: "refused", refusal });

/** What those hear who watch a request. */
const isOfRequest = (event: DomainEvent): event is RequestEvent => "requestId" in event;

/** What those hear who watch a deal's orders and gates. */
const isOfChain = (event: DomainEvent): event is DealEvent =>
  "dealId" in event && ("orderId" in event || event.type.startsWith("chain."));

/** Keyed, so that a hash in the database cannot be tried against guessed amounts. */
const requestHash = (name: string, input: unknown): string =>
  createHmac("sha256", secretKey("kouan-hash-key"))
    .update(`${name}\n${JSON.stringify(input, (_, value) => (typeof value === "bigint" ? `${value}n` : value))}`)
    .digest("base64url");

/** A link is a caller of its own: what comes by it takes nothing from the rest of its organisation. */
const scopeOf = (actor: Actor): string => actor.link?.id ?? actor.organisationId ?? actor.userId ?? "anonymous";

async function record(
  tx: Writer,
  call: Call,
  on: Platform,
  entry: { command: string; subjectId: string | null; outcome: string },
) {
  const { actor, origin = NOWHERE } = call;
  await appendAudit(tx, {
    id: on.newId(),
    at: on.clock(),
    userId: actor.userId,
    organisationId: actor.organisationId,
    apiKeyId: actor.apiKeyId,
    ip: origin.ip,
    requestId: origin.requestId,
    ...entry,
  });
}

async function recordRefusal(call: Call, on: Platform, name: string, refusal: Refusal): Promise<void> {
  const entry = { command: name, subjectId: null, outcome: refusal.code };
  await on.database.write((tx) => record(tx, call, on, entry), BY_ROW_LOCKS);
}

type Written<Output> = { readonly value: Output; readonly isReplay: boolean; readonly hasEvents: boolean };

type Prepared = { readonly value: unknown };
type Ready<Input> = Call & { readonly parsed: Input; readonly prepared: Prepared | null };

/** What the command gathers before its transaction; null for a call whose answer is kept, which only has to be read. */
async function prepare<Input, Output, R extends Refusal>(
  command: Command<Input, Output, R>,
  call: Call & { readonly parsed: Input },
  on: Platform,
): Promise<Prepared | null> {
  if (!command.prepare) return { value: undefined };
  const { actor, idempotencyKey: key, parsed } = call;
  // Asked where it is written: a replica may not know yet what was kept.
  const kept = key ? await on.database.write((tx) => findKept(tx, { scope: scopeOf(actor), key })) : undefined;
  return kept ? null : { value: await command.prepare({ read: on.database.read, actor, now: on.clock() }, parsed) };
}

/** What a replay is known by. */
const keyOf = ({ actor, idempotencyKey }: Call, requestHash: string) => ({
  ...{ scope: scopeOf(actor), key: idempotencyKey ?? "", requestHash, status: DONE },
});

/** The transaction of one call: replay, or run and keep what a replay will answer. */
async function transact<Input, Output, R extends Refusal>(
  tx: Writer,
  command: Command<Input, Output, R>,
  call: Ready<Input>,
  on: Platform,
): Promise<Written<Output>> {
  const { actor, idempotencyKey } = call;
  // Before the kept answer too: the same call may hold the lock, and keeps its answer with its end.
  if (on.database.dialect === "postgres") await command.lock?.(tx, call.parsed, actor);
  const hash = idempotencyKey ? requestHash(command.name, call.parsed) : "";
  if (idempotencyKey) {
    const kept = await findKept(tx, { scope: scopeOf(actor), key: idempotencyKey });
    if (kept && kept.requestHash !== hash) throw new Refused(refuse("idempotency_key_reused").refusal);
    if (kept) return { value: kept.response as Output, isReplay: true, hasEvents: false };
  }
  assert(call.prepared, "a kept answer is not forgotten while it is read");
  const events: DomainEvent[] = [];
  let subjectId: string | null = null;
  const now = on.clock();
  const context: CommandContext = {
    tx,
    actor,
    now,
    newId: on.newId,
    newReference: on.newReference,
    publish: (event) => events.push(event),
    concerns: (id) => {
      subjectId = id;
    },
  };
  const result = await command.run(context, call.parsed, call.prepared.value);
  if (!result.ok) throw new Refused(result.refusal);
  await on.witness?.({ tx, now, events });
  const [ofRequests, ofChains] = [events.filter(isOfRequest), events.filter(isOfChain)];
  assert(
    command.lock || ofRequests.length + ofChains.length === 0,
    `${command.name} locks what it tells of: a request or a deal`,
  );
  await together([
    outbox.append(
      tx,
      events.map((event) => ({ id: on.newId(), event, occurredAt: now })),
    ),
    appendToLog(tx, ofRequests, now),
    appendToDealLog(tx, ofChains, now),
    moveWorkHeads(tx, [...new Set(ofChains.map(({ dealId }) => dealId))]),
    record(tx, call, on, { command: command.name, subjectId, outcome: "done" }),
    ...(idempotencyKey ? [keep(tx, { ...keyOf(call, hash), response: result.value, createdAt: now })] : []),
  ]);
  return { value: result.value, isReplay: false, hasEvents: events.length > 0 };
}

/** Whether an input has members at all. */
export const isMembers = (input: unknown): input is Members =>
  typeof input === "object" && input !== null && !Array.isArray(input);

type Limited = { readonly limit?: LimitName };

/** Takes a point of the command's limit from whoever calls; answers the seconds to wait where none is left. */
async function secondsToWait({ limit = "write" }: Limited, { actor, origin }: Call, on: Platform): Promise<number> {
  if (actor.kind === "system" || !on.isMetered) return 0;
  return takePoint(limit, actor.kind === "anonymous" ? (origin?.ip ?? "unknown") : scopeOf(actor));
}

/**
 * What the rules of a command refuse of the members that can be read of an input that cannot be read as a whole; nothing to those whom it is not
 * for, and to those who have asked too often: the rules read the database, what is malformed costs nothing.
 */
export async function refusedSoFar<Input, Output, R extends Refusal>(
  command: Command<Input, Output, R>,
  call: Call,
  on: Platform = platform(),
): Promise<readonly Refusal[]> {
  const { actor, input } = call;
  if (!command.refusedSoFar || !isMembers(input) || !mayEver(actor, command.action) || findHostile(input)) return [];
  if ((await secondsToWait(command, call, on)) > 0) return [];
  return command.refusedSoFar({ read: on.database.read, actor, now: on.clock() }, input);
}

/**
 * The one way into a command, for pages, API and timers alike: permission, validation, rate limit, what it prepares, then one
 * transaction that holds the idempotency key, the command, its audit entry and its events.
 */
export async function execute<Input, Output, R extends Refusal>(
  command: Command<Input, Output, R>,
  call: Call,
  on: Platform = platform(),
): Promise<Outcome<Output>> {
  const { actor } = call;
  if (!mayEver(actor, command.action)) {
    const { refusal } = refuse(actor.kind === "anonymous" ? "sign_in_needed" : "not_permitted");
    await recordRefusal(call, on, command.name, refusal);
    return refused(refusal);
  }
  const hostile = findHostile(call.input);
  if (hostile) return { kind: "malformed", issues: [hostile] };
  const parsed = command.input.safeParse(call.input);
  if (!parsed.success)
    return { kind: "malformed", issues: parsed.error.issues, refusals: await refusedSoFar(command, call, on) };
  const seconds = await secondsToWait(command, call, on);
  if (seconds > 0) return refused(refuse("too_many_requests", { seconds }).refusal);
  try {
    const checked = { ...call, parsed: parsed.data };
    const ready = { ...checked, prepared: await prepare(command, checked, on) };
    const written = await on.database.write((tx) => transact(tx, command, ready, on), command.lock && BY_ROW_LOCKS);
    if (written.hasEvents) on.nudge();
    return { kind: "done", value: written.value, isReplay: written.isReplay };
  } catch (error) {
    if (!isRefused(error)) throw error;
    await recordRefusal(call, on, command.name, error.refusal);
    return refused(error.refusal);
  }
}
