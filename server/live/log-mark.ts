import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { decrypt, encrypt } from "../sealing/envelope";
import { secret } from "../platform/process/secrets";

const SEQ_BYTES = 6;
const MARK = /^[\w-]{46}$/;

// All processes of an installation share it, so a mark of one is read by every other.
const keyFrom = (hashKey: Buffer): KeyObject =>
  createSecretKey(createHmac("sha256", hashKey).update("log-mark").digest());

// Deriving it costs more than enciphering by it, and every page of a request that goes on has a mark.
const derived = new WeakMap<Buffer, KeyObject>();

function key(): KeyObject {
  const hashKey = secret("kouan-hash-key");
  const known = derived.get(hashKey) ?? keyFrom(hashKey);
  derived.set(hashKey, known);
  return known;
}

/**
 * The number of an entry in a request's log as watchers name it: enciphered, since the gap between two numbers would tell how often sealed
 * bids were revised in between.
 */
export function logMark(requestId: string, seq: number): string {
  const plain = Buffer.alloc(SEQ_BYTES);
  plain.writeUIntBE(seq, 0, SEQ_BYTES);
  return encrypt(key(), plain, `log-mark|${requestId}`).toString("base64url");
}

/** The number behind a mark; null where it is none of this request's. */
export function seqOfMark(requestId: string, mark: string): number | null {
  if (!MARK.test(mark)) return null;
  try {
    return decrypt(key(), Buffer.from(mark, "base64url"), `log-mark|${requestId}`).readUIntBE(0, SEQ_BYTES);
  } catch {
    // Another request's, another installation's, or made up: all of them are answered as one that names nothing.
    return null;
  }
}
