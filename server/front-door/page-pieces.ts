import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { promisify } from "node:util";
import { brotliDecompress, constants, createBrotliCompress } from "node:zlib";

/** A page without its nonce, which each reader's own is put between. */
export type Pieces = readonly Buffer[];

/** Cuts a page at each place of its nonce, which is left out. */
export function cutAt(page: Buffer, nonce: string): Pieces {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = page.indexOf(nonce); at >= 0; at = page.indexOf(nonce, from)) {
    pieces.push(page.subarray(from, at));
    from = at + nonce.length;
  }
  return [...pieces, page.subarray(from)];
}

const between = (pieces: Pieces, part: Buffer): Buffer =>
  Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [part, piece])));

/** The page of one reader, or what it is compressed to. */
export const joined = (pieces: Pieces, nonce: string): Buffer => between(pieces, Buffer.from(nonce, "latin1"));

const PARAMS = {
  // As much as a page is compressed that is drawn for one reader: more costs a page of few readers more than it spares.
  [constants.BROTLI_PARAM_QUALITY]: 4,
  // Or a letter would be told by the two before it, which may be of a nonce.
  [constants.BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING]: 1,
};
/** Text has no row of bytes like these, drawn by lot, so none of it is told by a nonce nor a nonce by it. */
const NO_LETTER = 0x80;
/** What stands for a nonce in the trial: no nonce has it. */
const NO_NONCE = "*";

const decompress = promisify(brotliDecompress);

/** The head of a part of a Brotli stream that stands as it is (RFC 7932, 9.2): not the last one, its length less one in 16 bits, not compressed. */
function plainHead(length: number): Buffer {
  const bits = ((length - 1) << 3) | (1 << 19);
  return Buffer.from([bits & 0xff, (bits >> 8) & 0xff, bits >> 16]);
}

/** Compresses parts one after the other as one stream; each comes to whole bytes. */
async function compressParts(parts: readonly Buffer[]): Promise<Buffer[]> {
  const stream = createBrotliCompress({ params: PARAMS });
  const made: Buffer[][] = [];
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  stream.on("data", (some: Buffer) => made.at(-1)?.push(some));
  for (const part of parts) {
    made.push([]);
    stream.write(part);
    await Promise.race([failed, new Promise<void>((done) => stream.flush(constants.BROTLI_OPERATION_FLUSH, done))]);
  }
  await Promise.race([failed, once(stream.end(), "end")]);
  return made.map((some) => Buffer.concat(some));
}

/**
 * Compresses a page once for all its readers. The first nonce stands in the stream as it is, and each later one is told as the same again, so that
 * whichever is put in the first one's place stands in all. Null where it came out otherwise, which is tried each time.
 */
export async function compressed(pieces: Pieces, length: number): Promise<Pieces | null> {
  const [first, ...others] = pieces;
  if (!first || others.length === 0) return null;
  const standIn = randomBytes(length).map((byte) => byte | NO_LETTER) as Buffer;
  const [before, , after] = await compressParts([first, standIn, between(others, standIn)]);
  const made = [Buffer.concat([before as Buffer, plainHead(length)]), after as Buffer];
  const other = NO_NONCE.repeat(length);
  return (await decompress(joined(made, other))).equals(joined(pieces, other)) ? made : null;
}
