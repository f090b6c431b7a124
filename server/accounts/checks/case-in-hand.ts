import type { Reader } from "../../../db/database";
import {
  findCase,
  insertCase,
  insertCaseEntry,
  insertPapers,
  latestCase,
  openCaseOf,
  papersOfCase,
  saveCase,
  type StoredCase,
} from "../../../db/repositories/checks";
import { isMemberOf, listMembers } from "../../../db/repositories/members";
import { findOrganisation, findPlatformId, type StoredOrganisation } from "../../../db/repositories/organisations";
import { type Actor, may } from "../../../domain/access/policy";
import { type CaseEvent, turnCase } from "../../../domain/accounts/check-case";
import { carriesOver } from "../../../domain/accounts/check-papers";
import { type CheckRefusal, mayCheck, type WantedEnd } from "../../../domain/accounts/organisation-check";
import { zoneOfCountry } from "../../../domain/accounts/zone-of-country";
import { accept, assert, type Refusal, refuse, type Result } from "../../../domain/shared/result";
import { dayOf, type Instant, type LocalDate } from "../../../domain/shared/time";
import type { CommandContext } from "../../platform/command";

/** What day it is where the organisation is registered. */
export const todayOf = ({ country }: Pick<StoredOrganisation, "country">, now: Instant): LocalDate =>
  dayOf(now, zoneOfCountry(country));

/** The actor's own organisation, where they lead it and it is one that can be checked. */
export async function loadOwn(
  db: Reader,
  actor: Actor,
): Promise<Result<{ organisation: StoredOrganisation; userId: string }, Refusal<"not_found">>> {
  const organisation = actor.organisationId === null ? undefined : await findOrganisation(db, actor.organisationId);
  const mayAsk = organisation && may(actor, "organisation.change", { organisationIds: [organisation.id] });
  if (!organisation || !mayAsk || organisation.kind === "platform" || actor.userId === null) return refuse("not_found");
  return accept({ organisation, userId: actor.userId });
}

type Checking = {
  readonly organisationId: string;
  /** Where an end is named; it is judged by the day in the organisation's country. */
  readonly end?: Omit<WantedEnd, "today">;
  readonly now: Instant;
};

/** The organisation of whose check an administrator decides something, with who that is; never one that they work for. */
export async function loadChecked(
  db: Reader,
  actor: Actor,
  { organisationId, end, now }: Checking,
): Promise<Result<{ organisation: StoredOrganisation; userId: string }, CheckRefusal | Refusal<"not_found">>> {
  const organisation = may(actor, "organisations.check") ? await findOrganisation(db, organisationId) : undefined;
  if (!organisation) return refuse("not_found");
  const { userId } = actor;
  assert(userId, "an administrator is a person");
  const isMember = await isMemberOf(db, { userId, organisationId });
  const wanted = end ? { ...end, today: todayOf(organisation, now) } : null;
  const allowed = mayCheck(
    { organisationId, kind: organisation.kind },
    { organisationId: actor.organisationId, isMember },
    wanted,
  );
  return allowed.ok ? accept({ organisation, userId }) : allowed;
}

/** A case as an administrator has it before them. */
export async function loadCase(db: Reader, actor: Actor, of: { readonly caseId: string; readonly now: Instant }) {
  const one = may(actor, "organisations.check") ? await findCase(db, of.caseId) : undefined;
  if (!one) return refuse("not_found");
  const loaded = await loadChecked(db, actor, { organisationId: one.organisationId, now: of.now });
  return loaded.ok ? accept({ one, ...loaded.value }) : loaded;
}

type Context = Pick<CommandContext, "tx" | "now" | "newId">;

/** Puts on record what somebody did in a case. */
export async function note(
  { tx, now, newId }: Context,
  one: Pick<StoredCase, "id">,
  entry: { readonly event: CaseEvent; readonly words?: string; readonly userId: string },
): Promise<void> {
  const { event, words = "", userId } = entry;
  await insertCaseEntry(tx, { id: newId(), caseId: one.id, event, words, byUserId: userId, at: now });
}

type Turn = {
  readonly event: CaseEvent;
  readonly userId: string;
  readonly words?: string;
  readonly change?: Partial<StoredCase>;
};

/** Turns a case by an event, with what changes of it, and puts that on record. */
export async function turn(
  context: Context,
  one: StoredCase,
  { change = {}, ...entry }: Turn,
): Promise<Result<StoredCase, Refusal<"wrong_state">>> {
  const next = turnCase(one.state, entry.event);
  if (!next.ok) return next;
  const turned = { ...change, state: next.value, changedAt: context.now };
  await saveCase(context.tx, one.id, turned);
  await note(context, one, entry);
  return accept({ ...one, ...turned });
}

/** The organisation's open case, or a new one, into which the papers of its last check come that do not end soon. */
export async function caseFor(context: Context, organisation: StoredOrganisation): Promise<StoredCase> {
  const { tx, now, newId } = context;
  const open = await openCaseOf(tx, organisation.id);
  if (open) return open;
  const before = await latestCase(tx, organisation.id);
  const id = newId();
  await insertCase(tx, {
    ...{ id, organisationId: organisation.id, state: "gathering", openedAt: now, changedAt: now },
  });
  const today = todayOf(organisation, now);
  const papers = before ? await papersOfCase(tx, before.id) : [];
  const carried = papers.filter((paper) => carriesOver(paper, today));
  await insertPapers(
    tx,
    carried.map((paper) => ({ ...paper, id: newId(), caseId: id })),
  );
  const made = await findCase(tx, id);
  assert(made, "a case that was opened is there");
  return made;
}

/** The names of the administrators who may decide on what this one has proposed. */
export async function othersThan(db: Reader, userId: string, organisationId: string): Promise<string[]> {
  const platformId = await findPlatformId(db);
  if (platformId === null) return [];
  const own = new Set((await listMembers(db, organisationId)).map((member) => member.userId));
  return (await listMembers(db, platformId))
    .filter((one) => one.role === "administrator" && one.suspendedAt === null)
    .filter((one) => one.userId !== userId && !own.has(one.userId))
    .map(({ name }) => name);
}
