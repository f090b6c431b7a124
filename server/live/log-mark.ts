import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { secret } from "../platform/process/secrets";

const BLOCK_BYTES = 16;
const TAG_BYTES = 8;
const ALGORITHM = "aes-256-ecb";

const key = (): Buffer => createHash("sha256").update("log-mark").update(secret("kouan-hash-key")).digest();

const tagOf = (requestId: string): Buffer => createHash("sha256").update(requestId).digest().subarray(0, TAG_BYTES);

/**
 * The number of an entry in a request's log as watchers name it. It is one enciphered block and not the number: a gap between two numbers
 * would tell how often sealed bids were revised in between. One block has nothing to chain, so the plain mode of the cipher is enough.
 */
export function logMark(requestId: string, seq: number): string {
  const block = Buffer.concat([tagOf(requestId), Buffer.alloc(BLOCK_BYTES - TAG_BYTES)]);
  block.writeBigUInt64BE(BigInt(seq), TAG_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString("hex");
}

/** The number behind a mark; null where it is none of this request's. */
export function seqOfMark(requestId: string, mark: string): number | null {
  if (!/^[0-9a-f]{32}$/.test(mark)) return null;
  const decipher = createDecipheriv(ALGORITHM, key(), null).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(Buffer.from(mark, "hex")), decipher.final()]);
  if (!block.subarray(0, TAG_BYTES).equals(tagOf(requestId))) return null;
  return Number(block.readBigUInt64BE(TAG_BYTES));
}
