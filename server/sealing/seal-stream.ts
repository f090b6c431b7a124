import { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto";
import { assert } from "../../domain/shared/result";

const ALGORITHM = "aes-256-gcm";
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
const FRAME_BYTES = CHUNK_BYTES + TAG_BYTES;

/** The chunk's place and whether it is the last: authenticated as the nonce, so none can be moved, dropped or cut off. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index));
  nonce.writeUInt32BE(isLast ? 1 : 0, 8);
  return nonce;
}

/** Cuts what comes into pieces of one size, telling of each whether it is the last; the last may be empty only where all is. */
async function* pieces(source: AsyncIterable<Uint8Array>, bytes: number) {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    held.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    size += part.byteLength;
    if (size <= bytes) continue;
    let all = Buffer.concat(held);
    for (; all.length > bytes; all = all.subarray(bytes)) yield { piece: all.subarray(0, bytes), isLast: false };
    held = [all];
    size = all.length;
  }
  yield { piece: Buffer.concat(held), isLast: true };
}

/** Zeros after the end up to a power of two of chunks, so that the length of what is kept tells little of what it holds. */
async function* padded(source: AsyncIterable<Uint8Array>) {
  let size = 0;
  for await (const part of source) {
    size += part.byteLength;
    yield part;
  }
  const whole = CHUNK_BYTES * 2 ** Math.ceil(Math.log2(Math.max(1, size / CHUNK_BYTES)));
  for (const zeros = Buffer.alloc(CHUNK_BYTES); size < whole; size += CHUNK_BYTES)
    yield zeros.subarray(0, Math.min(CHUNK_BYTES, whole - size));
}

type Sealing = {
  /** Used for one content only, since the nonces count from zero. */
  readonly key: Buffer;
  /** Authenticated: what is moved to another file does not open. */
  readonly context: string;
};

/** Seals a stream chunk by chunk in AES-256-GCM, holding no more than one of them. */
export async function* sealStream(
  source: AsyncIterable<Uint8Array>,
  { key, context }: Sealing,
  isPadded = false,
): AsyncGenerator<Buffer> {
  const secretKey = createSecretKey(key);
  const aad = Buffer.from(context);
  let index = 0;
  for await (const { piece, isLast } of pieces(isPadded ? padded(source) : source, CHUNK_BYTES)) {
    const cipher = createCipheriv(ALGORITHM, secretKey, nonceOf(index++, isLast));
    cipher.setAAD(aad);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens what `sealStream` made, without its padding. Throws where a byte, the order or the end is wrong, before that chunk is given. */
export async function* openStream(
  source: AsyncIterable<Uint8Array>,
  { key, context }: Sealing,
  sizeBytes: number,
): AsyncGenerator<Buffer> {
  const secretKey = createSecretKey(key);
  const aad = Buffer.from(context);
  let index = 0;
  let left = sizeBytes;
  for await (const { piece, isLast } of pieces(source, FRAME_BYTES)) {
    assert(piece.length >= TAG_BYTES, "a sealed chunk has its tag");
    const decipher = createDecipheriv(ALGORITHM, secretKey, nonceOf(index++, isLast));
    decipher.setAAD(aad);
    decipher.setAuthTag(piece.subarray(piece.length - TAG_BYTES));
    const plain = Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG_BYTES)), decipher.final()]);
    const given = plain.subarray(0, Math.min(left, plain.length));
    left -= given.length;
    if (given.length > 0) yield given;
  }
  assert(left === 0, "a sealed content is as long as it was");
}
