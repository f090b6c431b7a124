import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { env } from "./env";

const KEY_BYTES = 32;

/** Writes the file whole or not at all, and never over one that another starting process has just made. */
function create(file: string, value: Buffer): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const descriptor = openSync(/* turbopackIgnore: true */ draft, "wx", 0o600);
  try {
    writeSync(descriptor, value.toString("base64"));
    fsyncSync(descriptor);
    closeSync(descriptor);
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
}

const SECRETS = [
  "kouan-master-key",
  "kouan-opening-key",
  "kouan-session-secret",
  "kouan-hash-key",
  "kouan-field-key",
  "kouan-reply-key",
] as const;
export type Secret = (typeof SECRETS)[number];

/** The secrets of every installation, by the names of their files. */
export const secretNames: readonly Secret[] = SECRETS;

/** A reason not to start that whoever runs the server can act on: shown as its message alone. Bundles hold copies of this class: ask for the code. */
export class StartRefused extends Error {
  readonly code = "START_REFUSED";
}

const variableOf = (name: string): string => name.toUpperCase().replaceAll("-", "_");
const fileOf = (name: string): string => join(env().DATA_DIR, `${name}.key`);

/** Whether the environment holds this secret; then its file is not looked at. */
export const isInEnvironment = (name: Secret): boolean => Boolean(process.env[variableOf(name)]);

/** Where the secret was found, or was looked for, in words for whoever runs the server. */
export const placeOfSecret = (name: Secret): { readonly variable: string; readonly file: string } => ({
  variable: variableOf(name),
  file: fileOf(name),
});

function load(name: Secret): Buffer | null {
  let text = process.env[variableOf(name)];
  try {
    text ||= readFileSync(fileOf(name), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
  const key = Buffer.from(text.trim(), "base64");
  if (key.length >= KEY_BYTES) return key;
  const place = isInEnvironment(name) ? variableOf(name) : `the file ${fileOf(name)}`;
  throw new StartRefused(`What ${place} holds is no secret: at least ${KEY_BYTES} bytes in base64 are needed.`);
}

// One for all bundles of the process: what the start has found right stays so, whatever becomes of the files.
const holder = globalThis as unknown as { kouanSecrets?: Map<string, Buffer> };

/** The secret, or null where the installation has none of this name. */
export function findSecret(name: Secret): Buffer | null {
  const known = (holder.kouanSecrets ??= new Map());
  const found = known.get(name) ?? load(name);
  if (found) known.set(name, found);
  return found;
}

/**
 * A secret of this installation: from the environment (`KOUAN_MASTER_KEY`, `KOUAN_OPENING_KEY`, `KOUAN_SESSION_SECRET`,
 * `KOUAN_HASH_KEY`, `KOUAN_FIELD_KEY`, `KOUAN_REPLY_KEY`), else a file of mode 0600 in DATA_DIR. Throws where there is none: it is made by `makeSecret` alone,
 * which is called where no database needs the one that is missing.
 */
export function secret(name: Secret): Buffer {
  const found = findSecret(name);
  if (found) return found;
  throw new StartRefused(
    `There is no ${name}: neither ${variableOf(name)} is set nor is there a file ${fileOf(name)}.`,
  );
}

const keyObjects = new WeakMap<Buffer, KeyObject>();

/** The same as Node's ciphers and hashes take it at once; the bytes they would make a key of at each use, which takes longer than a short text. */
export function secretKey(name: Secret): KeyObject {
  const bytes = secret(name);
  const key = keyObjects.get(bytes) ?? createSecretKey(bytes);
  keyObjects.set(bytes, key);
  return key;
}

/** Makes the secret as a file, where the installation has none yet. */
export function makeSecret(name: Secret): Buffer {
  if (!findSecret(name)) {
    mkdirSync(env().DATA_DIR, { recursive: true, mode: 0o700 });
    create(fileOf(name), randomBytes(KEY_BYTES));
  }
  return secret(name);
}

/** Makes what is not there yet, for an installation whose database is empty. */
export function makeSecrets(): void {
  for (const name of SECRETS) makeSecret(name);
}

/** Draws a new secret, to take the place of the one in the file: `put` does that, whole or not at all. */
export function drawSecret(name: Secret): { readonly key: Buffer; put(): void } {
  const key = randomBytes(KEY_BYTES);
  return {
    key,
    put() {
      const next = `${fileOf(name)}.next`;
      rmSync(next, { force: true });
      create(next, key);
      renameSync(next, fileOf(name));
      holder.kouanSecrets?.delete(name);
    },
  };
}

/**
 * A secret that somebody else gave this installation: from the environment, else a file in DATA_DIR that whoever runs it has put there. Null
 * where it has none.
 */
export function givenSecret(name: "kouan-clerk-key"): string | null {
  const fromEnvironment = process.env[variableOf(name)];
  if (fromEnvironment) return fromEnvironment.trim();
  try {
    return readFileSync(fileOf(name), "utf8").trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}
