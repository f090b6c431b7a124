import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newKey } from "./envelope";
import { openStream, sealStream } from "./seal-stream";

const CHUNK = 64 * 1024;
const FRAME = CHUNK + 16;

async function* of(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

const all = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(source));
const sealing = () => ({ key: newKey(), context: "file-content|one" });

test("whatever was sealed opens again, however it was cut on its way", async () => {
  const sizes = fc.oneof(fc.nat(300_000), fc.constantFrom(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK));
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1000, max: 200_000 }), fc.boolean(), async (size, cut, isPadded) => {
      const by = sealing();
      const plain = randomBytes(size);
      const parts = Array.from({ length: Math.ceil(size / cut) }, (_, at) => plain.subarray(at * cut, (at + 1) * cut));
      const sealed = await all(sealStream(of(...parts), by, isPadded));
      const again = Array.from({ length: Math.ceil(sealed.length / 7001) }, (_, at) =>
        sealed.subarray(at * 7001, (at + 1) * 7001),
      );
      expect((await all(openStream(of(...again), by, size))).equals(plain)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

const three = async () => {
  const by = sealing();
  const sealed = await all(sealStream(of(randomBytes(2 * CHUNK + 100)), by));
  return { by, sealed, open: (bytes: Buffer, key = by) => all(openStream(of(bytes), key, 2 * CHUNK + 100)) };
};

test("a changed byte, a chunk left out, moved or cut off, another key or another file does not open", async () => {
  const { by, sealed, open } = await three();
  const [first, second, last] = [
    sealed.subarray(0, FRAME),
    sealed.subarray(FRAME, 2 * FRAME),
    sealed.subarray(2 * FRAME),
  ];
  const bent = Buffer.from(sealed);
  bent[FRAME + 5] = (bent[FRAME + 5] as number) ^ 1;
  expect((await open(sealed)).length).toBe(2 * CHUNK + 100);
  for (const broken of [
    bent,
    Buffer.concat([first, last]),
    Buffer.concat([second, first, last]),
    Buffer.concat([first, second]),
    first,
    Buffer.alloc(0),
  ])
    await expect(open(broken)).rejects.toThrow();
  await expect(open(sealed, { ...by, key: newKey() })).rejects.toThrow();
  await expect(open(sealed, { ...by, context: "file-content|two" })).rejects.toThrow();
});

test("padded, contents of most different sizes have one length", async () => {
  const lengthOf = async (size: number) => (await all(sealStream(of(randomBytes(size)), sealing(), true))).length;
  expect(new Set([await lengthOf(1), await lengthOf(30_000), await lengthOf(CHUNK)]).size).toBe(1);
  expect(await lengthOf(3 * CHUNK)).toBe(await lengthOf(2 * CHUNK + 1));
});
