import { encode } from "next-auth/jwt";
import { afterEach, expect, test, vi } from "vitest";
import { newSessionId, openSessionCookie, sealSessionCookie, sessionSecret } from "./session";

afterEach(() => vi.useRealTimers());

test("a cookie opens to the id that it was sealed with, each time, and one that was changed to none", async () => {
  const [id, other] = [newSessionId(), newSessionId()];
  const [cookie, another] = [await sealSessionCookie(id), await sealSessionCookie(other)];
  for (const _ of [1, 2]) {
    expect(await openSessionCookie(cookie)).toBe(id);
    expect(await openSessionCookie(another)).toBe(other);
    expect(await openSessionCookie(`${cookie.slice(0, -2)}AA`)).toBeNull();
  }
});

test("a cookie that has run out opens to none within a minute of its end, however often it was opened before", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const id = newSessionId();
  const cookie = await encode({ token: { sid: id }, secret: sessionSecret(), maxAge: 60 });
  expect(await openSessionCookie(cookie)).toBe(id);
  // next-auth allows fifteen seconds for clocks that differ.
  vi.advanceTimersByTime(60_000 + 16_000);
  expect(await openSessionCookie(cookie)).toBeNull();
});
