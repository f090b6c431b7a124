import { createHmac, hkdfSync } from "node:crypto";
import type { Database, Reader, Writer } from "../../db/database";
import { hasNobody } from "../../db/open-database";
import {
  countOpenVersions,
  hasFieldLinks,
  listKeyChecks,
  sampleWrappedKeys,
  saveKeyCheck,
  type WrappedKeys,
} from "../../db/repositories/platform";
import { isOrganisationKeyOurs } from "./keys";
import { isWrappedBy } from "./request-key";
import { systemClock } from "../platform/platform";
import {
  drawSecret,
  findSecret,
  isInEnvironment,
  makeSecret,
  placeOfSecret,
  type Secret,
  StartRefused,
  secretNames,
} from "../platform/process/secrets";

const CHECK_BYTES = 32;

/** What a secret answers to our question: the same secret always the same, and nothing of the secret follows from it. */
export function checkValueOf(name: Secret, key: Buffer): string {
  // A key for this purpose alone: what else is made with the secret cannot be compared with it.
  const derived = Buffer.from(hkdfSync("sha256", key, "", `kouan|key-check|${name}`, CHECK_BYTES));
  return createHmac("sha256", derived).update("kouan key check").digest("base64url");
}

const NAMES: Readonly<Record<Secret, string>> = {
  "kouan-master-key": "master key",
  "kouan-opening-key": "opening key",
  "kouan-session-secret": "session secret",
  "kouan-hash-key": "hash key",
  "kouan-field-key": "field key",
  "kouan-reply-key": "reply key",
};

/** What a market loses without the secret that its database was written with. */
const LOSSES: Readonly<Record<Secret, string>> = {
  "kouan-master-key": "no sealed bid or file of this market could be opened again",
  "kouan-opening-key": "no request that two people open could be opened again",
  "kouan-session-secret": "everybody would be signed out",
  "kouan-hash-key": "receipts of open bids and repeated calls would no longer be recognised",
  "kouan-field-key": "every link that drivers and yards were given would be dead",
  "kouan-reply-key": "answers to mails that were sent already would not be taken",
};

const ROTATED = ["kouan-session-secret", "kouan-hash-key", "kouan-field-key", "kouan-reply-key"] as const;
export type RotatedSecret = (typeof ROTATED)[number];

/** The secrets that may be exchanged for others; what the master key and the opening key have wrapped is opened by them alone. */
export const rotatedSecrets: readonly RotatedSecret[] = ROTATED;

const isRotated = (name: Secret): boolean => ROTATED.some((one) => one === name);

/** How to go on: with the one that belongs to the database, or where it may be exchanged, by saying that it was. */
function remedyOf(name: Secret, verb: "Put back" | "Start with"): string {
  const own = `${verb} the one that belongs to this database, from where copies of its keys are kept`;
  return isRotated(name)
    ? `${own}; if it is to be exchanged, stop every process and run: npm run key:rotate -- ${name.replace("kouan-", "")}`
    : own;
}

function missing(name: Secret, more = ""): StartRefused {
  const { variable, file } = placeOfSecret(name);
  return new StartRefused(
    `The ${NAMES[name]} is missing: ${variable} is not set and there is no file ${file}. Without it ${LOSSES[name]}, so none is made in its place. ${remedyOf(name, "Put back")}.${more}`,
  );
}

const foundAt = (name: Secret): string => {
  const { variable, file } = placeOfSecret(name);
  return isInEnvironment(name) ? `in ${variable}` : `in the file ${file}`;
};

const different = (name: Secret, more = ""): StartRefused =>
  new StartRefused(
    `The ${NAMES[name]} ${foundAt(name)} is not the one that this database was written with: with it ${LOSSES[name]}. ${remedyOf(name, "Start with")}.${more}`,
  );

const NOBODY = " Nobody has signed up in this database yet: to begin anew, give it an empty one.";

/** Holds one secret against what the database knows of it; null where it is the one. */
function refusalOf(name: Secret, known: string, more?: string): StartRefused | null {
  const key = findSecret(name);
  if (!key) return missing(name, more);
  return checkValueOf(name, key) === known ? null : different(name, more);
}

type Kept = ReadonlyMap<string, string>;

/** Of a database that knows its secrets: all it knows must be ours. One that it does not know yet came with this version, and is made. */
async function agree(tx: Writer, kept: Kept, isEmbedded: boolean): Promise<Secret[]> {
  const isEmpty = await hasNobody(tx);
  const added: Secret[] = [];
  for (const name of secretNames) {
    const known = kept.get(name);
    // The embedded database has one process. Beside a database server another one may hold the first keys already.
    const mayBeginAnew = isEmpty && isEmbedded && !findSecret(name);
    const refusal = known === undefined || mayBeginAnew ? null : refusalOf(name, known, isEmpty ? NOBODY : "");
    if (refusal) throw refusal;
    if (known === undefined || mayBeginAnew) added.push(name);
  }
  return added;
}

function mustOpen(name: "kouan-master-key" | "kouan-opening-key", wrapped: WrappedKeys): void {
  const organisations = name === "kouan-master-key" ? wrapped.organisations : [];
  const isOurs =
    organisations.every(({ id, wrappedKey }) => isOrganisationKeyOurs(wrappedKey, id)) &&
    wrapped.requests.every((one) => isWrappedBy(name, one, one.id));
  if (!isOurs) throw different(name);
}

/**
 * Of a database with people in it from before secrets were checked: those that are there are taken for its own if they open what it holds.
 * Only what nothing in it was made with is made: the opening, field and reply keys are younger than the other three.
 */
async function adopt(db: Reader): Promise<void> {
  const wrapped = await sampleWrappedKeys(db);
  const isNeeded: Readonly<Record<Secret, boolean>> = {
    "kouan-master-key": true,
    "kouan-opening-key": wrapped.requests.some(({ wrappedShare }) => wrappedShare !== null),
    "kouan-session-secret": true,
    "kouan-hash-key": true,
    "kouan-field-key": await hasFieldLinks(db),
    // It signs what was mailed, and nothing that is kept.
    "kouan-reply-key": false,
  };
  for (const name of secretNames) if (isNeeded[name] && !findSecret(name)) throw missing(name);
  mustOpen("kouan-master-key", wrapped);
  if (isNeeded["kouan-opening-key"]) mustOpen("kouan-opening-key", wrapped);
}

const isTableMissing = (error: unknown): boolean => {
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  return code === "42P01" || /no such table/.test(String(message)) || (cause !== undefined && isTableMissing(cause));
};

const UNPREPARED =
  "The database has not been brought to this version: start the market once with npm start, which does it.";

/**
 * Whether the secrets of this process are those of its database, asked at every start. An empty database is given what is missing; nothing is
 * ever made for one with people in it that was written with another secret: then the start is refused, with a sentence that says which.
 */
export async function settleKeys(database: Database): Promise<void> {
  try {
    await database.write(async (tx) => {
      const kept = await listKeyChecks(tx);
      const isNew = kept.size === 0;
      if (isNew && !(await hasNobody(tx))) await adopt(tx);
      const added = isNew ? secretNames : await agree(tx, kept, database.dialect === "sqlite");
      for (const name of added)
        await saveKeyCheck(tx, { name, value: checkValueOf(name, makeSecret(name)), since: systemClock() });
    });
  } catch (error) {
    if (isTableMissing(error)) throw new StartRefused(UNPREPARED);
    throw error;
  }
}

/** The reason why this process must not work on the database, if there is one; nothing is written. A database that knows no secrets yet has none. */
export async function keyRefusal(db: Reader): Promise<StartRefused | null> {
  let kept: Kept;
  try {
    kept = await listKeyChecks(db);
  } catch (error) {
    if (isTableMissing(error)) return null;
    throw error;
  }
  for (const name of secretNames) {
    const known = kept.get(name);
    const refusal = known === undefined ? null : refusalOf(name, known);
    if (refusal) return refusal;
  }
  return null;
}

/** Refuses to exchange the hash key under receipts that it has made, unless that is what is wanted. */
async function mustLoseNoReceipts(db: Reader): Promise<void> {
  const open = await countOpenVersions(db);
  if (open === 0) return;
  throw new StartRefused(
    `The receipts of ${open} versions of open bids are made with the hash key: with another one npm run verify:request calls each of them altered. Nothing was changed. If that is wanted, add --lose-receipts.`,
  );
}

/** The value that takes the place of the one that is known, and what puts it there. */
function successorOf(name: RotatedSecret, known: string | undefined): { readonly key: Buffer; put(): void } {
  const present = findSecret(name);
  const isChanged = present !== null && checkValueOf(name, present) !== known;
  // Whoever runs the server has changed it already.
  if (isChanged) return { key: present, put: () => undefined };
  if (!isInEnvironment(name)) return drawSecret(name);
  const { variable } = placeOfSecret(name);
  throw new StartRefused(`${variable} still holds the ${NAMES[name]} of this database: set the new one first.`);
}

/**
 * Exchanges a secret on purpose: for the one that the environment or the file holds meanwhile, else for a new one in its file. No process of
 * the market may be running; all others of its secrets must be the database's.
 */
export async function rotateKey(
  database: Database,
  name: RotatedSecret,
  { losesReceipts }: { readonly losesReceipts: boolean },
): Promise<void> {
  const kept = await database.write(listKeyChecks);
  if (kept.size === 0) throw new StartRefused(UNPREPARED);
  for (const [other, known] of kept) {
    const refusal = other === name ? null : refusalOf(other as Secret, known);
    if (refusal) throw refusal;
  }
  if (name === "kouan-hash-key" && !losesReceipts) await mustLoseNoReceipts(database.read);
  const { key, put } = successorOf(name, kept.get(name));
  await database.write((tx) => saveKeyCheck(tx, { name, value: checkValueOf(name, key), since: systemClock() }));
  // After the database: a run that is cut off between the two is ended by running it again.
  put();
}
