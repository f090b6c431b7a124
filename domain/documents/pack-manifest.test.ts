import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Digest } from "../requests/merkle-tree";
import { instant } from "../shared/time";
import {
  type HeldFile,
  MANIFEST_NAME,
  chainOf,
  checkPack,
  firstBroken,
  freeName,
  hashOf,
  manifestText,
} from "./pack-manifest";

const digest: Digest = (bytes) => createHash("sha256").update(bytes).digest();
const hash = (text: string) => hashOf(text, digest);

const CONTENT: Readonly<Record<string, string>> = {
  "cmr.pdf": "waybill",
  "seal.jpg": "photograph",
  "order.json": "{}",
};
const MANIFEST = manifestText({
  packId: "p",
  order: "KO-1",
  madeAt: instant(0),
  entries: Object.entries(CONTENT).map(([name, text]) => ({
    name,
    sha256: hash(text),
    bytes: text.length,
    deliverable: null,
  })),
});
const ROOT = hash(MANIFEST);
const heldOf = (content: Readonly<Record<string, string>>, manifest = MANIFEST): HeldFile[] =>
  Object.entries({ [MANIFEST_NAME]: manifest, ...content }).map(([name, text]) => ({ name, sha256: hash(text) }));

describe("a pack that somebody holds", () => {
  test("is valid as it was made, in whatever order and folder its files lie", () => {
    const held = heldOf(CONTENT)
      .reverse()
      .map((file) => ({ ...file, name: `unpacked/${file.name}` }));
    expect(checkPack(ROOT, MANIFEST, held)).toEqual({ kind: "valid", entries: 3 });
  });

  test("is not valid with one byte changed anywhere, and the first bad entry is named", () => {
    const names = Object.keys(CONTENT);
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), fc.nat(), (some, at) => {
        const content = Object.fromEntries(
          Object.entries(CONTENT).map(([name, text]) => {
            const place = at % text.length;
            return [name, some.includes(name) ? `${text.slice(0, place)}~${text.slice(place + 1)}` : text];
          }),
        );
        const first = names.findIndex((name) => some.includes(name));
        expect(checkPack(ROOT, MANIFEST, heldOf(content))).toEqual({
          kind: "changed",
          name: names[first],
          number: first + 1,
        });
      }),
    );
  });

  test("is not valid with a file less or a file more", () => {
    const { "seal.jpg": _, ...less } = CONTENT;
    expect(checkPack(ROOT, MANIFEST, heldOf(less))).toEqual({ kind: "missing", name: "seal.jpg", number: 2 });
    expect(checkPack(ROOT, MANIFEST, heldOf({ ...CONTENT, "extra.pdf": "x" }))).toMatchObject({
      kind: "added",
      name: "extra.pdf",
    });
  });

  test("is not valid by a manifest of somebody else's, though its files fit that", () => {
    const content = { ...CONTENT, "cmr.pdf": "another" };
    const forged = MANIFEST.replace(hash("waybill"), hash("another"));
    expect(checkPack(ROOT, forged, heldOf(content, forged))).toEqual({ kind: "manifest_changed" });
    expect(checkPack(ROOT, null, heldOf(CONTENT))).toEqual({ kind: "no_manifest" });
    expect(checkPack(hash("no manifest"), "no manifest", heldOf(CONTENT, "no manifest"))).toEqual({
      kind: "manifest_changed",
    });
  });
});

test("no two files of an archive are called alike", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a.pdf", "a (2).pdf", "b", ".env")), (names) => {
      const taken = new Set<string>();
      for (const name of names) taken.add(freeName(name, taken));
      expect(taken.size).toBe(names.length);
    }),
  );
  expect(freeName("a.pdf", new Set(["a.pdf", "a (2).pdf"]))).toBe("a (3).pdf");
});

describe("a chained log", () => {
  const log = Array.from({ length: 5 }, (_, at) => ({
    seq: at + 1,
    at: instant(at * 1_000),
    type: "order.milestone_reported",
    orderId: at === 2 ? null : "o",
  }));
  const chained = chainOf(log, digest);

  test("holds as it was written", () => {
    expect(firstBroken(chained, digest)).toBe(-1);
    expect(firstBroken([], digest)).toBe(-1);
  });

  test("shows the first entry that was changed, dropped or put in", () => {
    for (const [at, entry] of chained.entries()) {
      expect(firstBroken(chained.with(at, { ...entry, type: "order.accepted" }), digest)).toBe(at);
      expect(firstBroken(chained.toSpliced(at, 1), digest)).toBe(at === chained.length - 1 ? -1 : at);
      expect(firstBroken(chained.toSpliced(at, 0, entry), digest)).toBe(at + 1);
    }
  });
});
