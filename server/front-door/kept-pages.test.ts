import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { log } from "../platform/process/log";
import type { Drawn } from "./draw-page";
import { keepPages, type KeptLimits } from "./kept-pages";

const NONCE = "n".repeat(24);
const LIMITS: KeptLimits = { keptMs: 60_000, pages: 4, pageBytes: 1_000, bytes: 2_500 };

const said = { status: null, hasFrame: true, fault: null, memberId: null, headers: new Map(), parts: null };
const HTML = ["content-type", "text/html; charset=utf-8"] as const;

const pageOf = (body: string): Drawn => ({
  status: 200,
  headers: new Map([HTML]),
  body: Buffer.from(body),
  nonce: NONCE,
  said,
});

/** Pages by a drawing that says which one it was. */
function kept(limits: Partial<KeptLimits> = {}, draw = async (body: string): Promise<Drawn> => pageOf(body)) {
  const drawn: string[] = [];
  const ask = keepPages(
    async ({ path, theme }) => {
      drawn.push(theme === null ? path : `${path} ${theme}`);
      return draw(`${path} ${drawn.length}`);
    },
    { ...LIMITS, ...limits },
  );
  const textOf = async (path: string, theme: string | null = null) => {
    const page = await ask({ path, locale: "en", theme });
    return page && Buffer.concat([...page.pieces]).toString();
  };
  return { drawn, textOf };
}

const many = <T>(count: number, ask: () => Promise<T>) => Promise.all(Array.from({ length: count }, ask));

test("a page is drawn once, however many ask for it at the same time or later", async () => {
  const { drawn, textOf } = kept();
  expect(new Set(await many(50, () => textOf("/en")))).toEqual(new Set(["/en 1"]));
  expect(await textOf("/en")).toBe("/en 1");
  expect(drawn).toEqual(["/en"]);
});

test("a page is another one in another language or theme", async () => {
  const { drawn, textOf } = kept();
  for (const theme of [null, "dark", "light"]) await many(2, () => textOf("/en", theme));
  await many(2, () => textOf("/zh-CN"));
  expect(drawn).toEqual(["/en", "/en dark", "/en light", "/zh-CN"]);
});

test("nobody is given a page whose drawing began longer ago than pages are kept", async () => {
  const { drawn, textOf } = kept({ keptMs: 40 });
  await textOf("/en");
  await pause(60);
  expect(await textOf("/en")).toBe("/en 2");
  expect(drawn).toHaveLength(2);
});

test("a drawing that does not come to its end holds up nobody who comes when it would not be kept any more", async () => {
  let first = true;
  const { textOf } = kept({ keptMs: 40 }, async (body) => {
    if (first) {
      first = false;
      await new Promise(() => undefined);
    }
    return pageOf(body);
  });
  void textOf("/en");
  await pause(60);
  expect(await textOf("/en")).toBe("/en 2");
});

test("a slow drawing is given to who waits for it, and to nobody after its time", async () => {
  const { textOf } = kept({ keptMs: 40 }, async (body) => {
    await pause(60);
    return pageOf(body);
  });
  expect(await textOf("/en")).toBe("/en 1");
  expect(await textOf("/en")).toBe("/en 2");
});

test.each([
  ["what is not there", { status: 404 }],
  ["what could not be made", { status: 500 }],
  ["an outage", { status: 503 }],
  ["a way elsewhere", { status: 307 }],
  ["a page that says another status of itself", { said: { ...said, status: 410 } }],
  ["a page that says a header", { said: { ...said, headers: new Map([["clear-site-data", '"cache"']]) } }],
  ["no page", { headers: new Map([["content-type", "text/plain"]]) }],
  ["an answer without a type", { headers: new Map() }],
  ["a page that is too large", { body: Buffer.alloc(1_001) }],
] as const)("%s is told to those who wait for it, and is not kept", async (_what, changes) => {
  const { drawn, textOf } = kept({}, async (body) => ({ ...pageOf(body), ...changes }));
  expect(new Set(await many(3, () => textOf("/en"))).size).toBe(1);
  expect(drawn).toHaveLength(1);
  await textOf("/en");
  expect(drawn).toHaveLength(2);
});

test("an answer that sets a cookie is given to nobody: each reader's own is drawn", async () => {
  const headers = new Map<string, string | string[]>([HTML, ["set-cookie", ["a=b"]]]);
  const { drawn, textOf } = kept({}, async (body) => ({ ...pageOf(body), headers }));
  expect(await many(3, () => textOf("/en"))).toEqual([null, null, null]);
  expect(await textOf("/en")).toBeNull();
  expect(drawn).toHaveLength(1);
});

test("where the drawing fails, all who wait are told so at once, and the next one tries again", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
  onTestFinished(() => logged.mockRestore());
  let fails = true;
  const { textOf } = kept({}, async (body) => {
    if (fails) throw new Error("no database");
    return pageOf(body);
  });
  expect(await many(3, () => textOf("/en"))).toEqual([null, null, null]);
  expect(logged).toHaveBeenCalledTimes(1);
  fails = false;
  expect(await textOf("/en")).toBe("/en 2");
});

test("beyond so many pages the one that was asked for the longest ago is drawn anew", async () => {
  const { drawn, textOf } = kept({ pages: 2 });
  for (const path of ["/a", "/b", "/a", "/c", "/a", "/b"]) await textOf(path);
  expect(drawn).toEqual(["/a", "/b", "/c", "/b"]);
});

test("beyond so many bytes the pages that were asked for the longest ago are drawn anew", async () => {
  const { drawn, textOf } = kept({ pages: 100 }, async () => pageOf("x".repeat(1_000)));
  for (const path of ["/a", "/b", "/a", "/c", "/a", "/b"]) await textOf(path);
  expect(drawn).toEqual(["/a", "/b", "/c", "/b"]);
});

test("what has run its time takes no room from what is asked for", async () => {
  const { drawn, textOf } = kept({ keptMs: 300, pages: 100 }, async () => pageOf("x".repeat(1_000)));
  for (let round = 0; round < 4; round++) {
    for (const path of ["/a", "/b", "/a", "/b"]) await textOf(path);
    expect(drawn).toHaveLength(2 * (round + 1));
    await pause(320);
  }
});
