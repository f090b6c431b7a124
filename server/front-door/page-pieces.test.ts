import { randomBytes } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressed, cutAt, joined } from "./page-pieces";

const newNonce = (): string => randomBytes(18).toString("base64");

const TAGS = Array.from(
  { length: 12 },
  (_, at) => `<script src="/_next/static/chunks/${at}.js" async nonce="N"></script>`,
);
const ROWS = ["Урумчи → Алматы", "乌鲁木齐 → 阿拉木图", "Ürümqi → Almaty"].flatMap((way, at) =>
  Array.from({ length: 150 }, (_, row) => `<tr><td>${row * (at + 7)}</td><td>${way}</td></tr>`),
);

/** Like a page of the framework: many tags with the nonce at its head, and some far below. */
const pageWith = (nonce: string, rows = ROWS): Buffer =>
  Buffer.from(
    [
      ...TAGS,
      ...rows,
      '<script nonce="N">self.__next_f.push([1,"a"])</script>',
      ...rows,
      '<script nonce="N">b</script>',
    ]
      .join("\n")
      .replaceAll('"N"', `"${nonce}"`),
  );

test("a page that is cut at its nonce and joined by another one is the page with that one in every place", () => {
  const [one, two] = [newNonce(), newNonce()];
  const pieces = cutAt(pageWith(one), one);
  expect(pieces).toHaveLength(15);
  expect(joined(pieces, two).equals(pageWith(two))).toBe(true);
  expect(pieces.some((piece) => piece.includes(one))).toBe(false);
});

test("a page that is compressed once reads for each reader as the page with the reader's own nonce", async () => {
  for (let round = 0; round < 20; round++) {
    const drawn = newNonce();
    const page = pageWith(drawn, ROWS.slice(round * 20));
    const made = await compressed(cutAt(page, drawn), drawn.length);
    expect(made).not.toBeNull();
    for (const own of [newNonce(), newNonce(), "a".repeat(24), "Z".repeat(24), "0".repeat(24), "+/".repeat(12)]) {
      const sent = joined(made ?? [], own);
      expect(brotliDecompressSync(sent).equals(pageWith(own, ROWS.slice(round * 20)))).toBe(true);
      expect(sent.includes(drawn)).toBe(false);
      expect(sent.length).toBeLessThan(page.length / 3);
    }
  }
});

test("a nonce at the beginning or the end of a page is one as well", async () => {
  const [drawn, own] = [newNonce(), newNonce()];
  for (const text of ["N", "N and more", "more and N", "NN"]) {
    const pieces = cutAt(Buffer.from(text.replaceAll("N", drawn)), drawn);
    const made = await compressed(pieces, drawn.length);
    expect(brotliDecompressSync(joined(made ?? [], own)).toString(), text).toBe(text.replaceAll("N", own));
  }
});

test("a page without a nonce is left to be compressed for its reader", async () => {
  expect(await compressed(cutAt(Buffer.from("no nonce"), newNonce()), 24)).toBeNull();
});
