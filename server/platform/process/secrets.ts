import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { env } from "./env";

const KEY_BYTES = 32;

/** Writes the file whole or not at all, and never over one that another starting process has just made. */
function create(file: string, value: Buffer): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const descriptor = openSync(/* turbopackIgnore: true */ draft, "wx", 0o600);
  writeSync(descriptor, value.toString("base64"));
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
}

function load(name: string): Buffer {
  const fromEnvironment = process.env[name.toUpperCase().replaceAll("-", "_")];
  const file = join(env().DATA_DIR, `${name}.key`);
  let text = fromEnvironment;
  if (!text) {
    mkdirSync(env().DATA_DIR, { recursive: true, mode: 0o700 });
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      create(file, randomBytes(KEY_BYTES));
      text = readFileSync(file, "utf8");
    }
  }
  const key = Buffer.from(text.trim(), "base64");
  if (key.length < KEY_BYTES) throw new Error(`Secret ${name} needs at least ${KEY_BYTES} bytes in base64`);
  return key;
}

const known = new Map<string, Buffer>();

const SECRETS = [
  "kouan-master-key",
  "kouan-opening-key",
  "kouan-session-secret",
  "kouan-hash-key",
  "kouan-field-key",
] as const;
type Secret = (typeof SECRETS)[number];

/**
 * A secret of this installation: from the environment (`KOUAN_MASTER_KEY`, `KOUAN_OPENING_KEY`, `KOUAN_SESSION_SECRET`,
 * `KOUAN_HASH_KEY`, `KOUAN_FIELD_KEY`), else a file of mode 0600 in DATA_DIR, made at first start. Never in the database or its backups.
 */
export function secret(name: Secret): Buffer {
  const found = known.get(name) ?? load(name);
  known.set(name, found);
  return found;
}

/** Makes what is not there yet: a copy of the keys that is taken after the first start has all of them. */
export function makeSecrets(): void {
  for (const name of SECRETS) secret(name);
}

/**
 * A secret that somebody else gave this installation: from the environment, else a file in DATA_DIR that whoever runs it has put there. Null
 * where it has none.
 */
export function givenSecret(name: "kouan-clerk-key"): string | null {
  const fromEnvironment = process.env[name.toUpperCase().replaceAll("-", "_")];
  if (fromEnvironment) return fromEnvironment.trim();
  try {
    return readFileSync(join(env().DATA_DIR, `${name}.key`), "utf8").trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}
