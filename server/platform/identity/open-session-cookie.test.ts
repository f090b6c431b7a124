import { encode } from "next-auth/jwt";
import { expect, onTestFinished, test, vi } from "vitest";
import { openSessionCookie } from "./open-session-cookie";

const SECRET = "a secret of an installation";
const HOUR_SECONDS = 3_600;
/** The codec lets clocks differ by so much. */
const TOLERANCE_MS = 15_000;

const sealed = (sid: string, secret = SECRET) => encode({ token: { sid }, secret, maxAge: HOUR_SECONDS });

test("a cookie opens to its session's id each time, and to no other's", async () => {
  const [one, two] = await Promise.all([sealed("one"), sealed("two")]);
  for (let round = 0; round < 3; round++)
    expect(await Promise.all([openSessionCookie(one, SECRET), openSessionCookie(two, SECRET)])).toEqual(["one", "two"]);
});

test("a cookie that was opened before opens to nothing once it has run out", async () => {
  onTestFinished(() => void vi.useRealTimers());
  const cookie = await sealed("one");
  expect(await openSessionCookie(cookie, SECRET)).toBe("one");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_SECONDS * 1_000 + 2 * TOLERANCE_MS });
  expect(await openSessionCookie(cookie, SECRET)).toBeNull();
});

test("a cookie that was opened before opens to nothing under another secret", async () => {
  const cookie = await sealed("one");
  expect(await openSessionCookie(cookie, SECRET)).toBe("one");
  expect(await openSessionCookie(cookie, "another secret")).toBeNull();
  expect(await openSessionCookie(cookie, SECRET)).toBe("one");
});

test("a forged cookie opens to nothing, also beside a good one", async () => {
  const cookie = await sealed("one");
  expect(await openSessionCookie(cookie, SECRET)).toBe("one");
  // Of a part's last letter some bits are not read; those of its first letter all count.
  const [tag = "", ...before] = cookie.split(".").reverse();
  const forged = [...before.reverse(), `${tag.startsWith("A") ? "B" : "A"}${tag.slice(1)}`].join(".");
  for (const value of [forged, "", "a.b.c", await sealed("one", "of another installation")])
    expect(await openSessionCookie(value, SECRET), value).toBeNull();
});
