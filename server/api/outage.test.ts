import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { deals } from "@/db/schema/deals";
import { apiMarket } from "@/test/api-market";
import { fillUp } from "@/test/outages";
import { dealExample } from "../../domain/deals/deal-example";
import { plainFault } from "../platform/form/page-download";
import { platform, usePlatform } from "../platform/platform";
import { noteFault } from "../platform/process/fault";
import { log } from "../platform/process/log";
import { problemOfFault } from "../platform/api/problem";
import { createDeal } from "../deals/create-deal";
import { listDeals } from "../deals/api";

/** What the log is told from now on. */
function heard(level: "error" | "warn") {
  const spy = vi.spyOn(log, level).mockImplementation(() => undefined);
  onTestFinished(() => spy.mockRestore());
  return spy.mock.calls as unknown as [{ reference: string; outage?: string; err?: Error }, string][];
}

const DEALS_MAX = 200;

const raised = (code: string): Error => Object.assign(new Error("raised"), { code });

test("while there is no room each write is answered 507 with when to try again, and is done once there is", async () => {
  const { call, database } = await apiMarket();
  const errors = heard("error");
  const deal = { as: "buyer", body: dealExample(), key: "the-same-deal" } as const;
  const makeRoom = await fillUp(database);
  // Pages that have room left take a few more.
  const post = async () => (await call(createDeal, { as: "buyer", body: dealExample() })).status;
  for (let posted = 0; posted < DEALS_MAX && (await post()) === 201; posted++);
  const before = await database.read.$count(deals);
  errors.length = 0;
  for (let at = 0; at < 3; at++) {
    const answered = await call(createDeal, deal);
    expect(answered.status).toBe(507);
    expect(answered.headers.get("retry-after")).toBe("60");
    const [facts] = errors[at] as (typeof errors)[number];
    expect(answered.body).toMatchObject({ code: "disk_full", detail: `Reference ${facts.reference}` });
    expect(facts.outage).toBe("disk_full");
  }
  expect(errors.length).toBe(3);
  await makeRoom();
  expect((await call(createDeal, deal)).status).toBe(201);
  expect(await database.read.$count(deals)).toBe(before + 1);
});

test("a database that does not answer is 503, and a fault of ours stays 500", async () => {
  const { call } = await apiMarket();
  heard("error");
  const on = platform();
  const breakBy = (error: Error) =>
    usePlatform({ ...on, database: { ...on.database, write: () => Promise.reject(error) } });
  breakBy(raised("ECONNREFUSED"));
  const answered = await call(createDeal, { as: "buyer", body: dealExample() });
  expect(answered).toMatchObject({ status: 503, body: { code: "database_unavailable" } });
  expect(answered.headers.get("retry-after")).toBe("10");
  breakBy(raised("42703"));
  const fault = await call(createDeal, { as: "buyer", body: dealExample() });
  expect(fault).toMatchObject({ status: 500, body: { code: "fault" } });
  expect(fault.headers.get("retry-after")).toBeNull();
});

test("who only reads is answered while nothing can be saved", async () => {
  const { call, callWith, issue } = await apiMarket();
  await call(createDeal, { as: "buyer", body: dealExample() });
  const neverUsed = await issue("buyer");
  const on = platform();
  usePlatform({ ...on, database: { ...on.database, write: () => Promise.reject(raised("SQLITE_FULL")) } });
  const answered = await callWith(neverUsed, listDeals);
  expect(answered).toMatchObject({ status: 200, body: { items: [expect.anything()] } });
});

test("a conflict that lost all its tries is answered soon to be repeated, and logged without a stack", () => {
  const warnings = heard("warn");
  const answer = problemOfFault(noteFault(raised("40001"), "an endpoint failed"));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(warnings.length).toBe(1);
  expect(warnings[0]?.[0]).toMatchObject({ outage: "busy" });
  expect(warnings[0]?.[0]).not.toHaveProperty("err");
});

test("a page whose file finds no room is told so in each language, with when to try again", async () => {
  heard("error");
  let full: unknown;
  try {
    writeFileSync("/dev/full", "a file");
  } catch (error) {
    full = error;
  }
  const answer = plainFault(noteFault(full, "an upload failed"));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([507, "60"]);
  expect(await answer.text()).toMatch(/try again in a few minutes.*\n.*请返回/);
});
