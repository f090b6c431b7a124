import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { newId } from "../platform/platform";
import { networkOf } from "../platform/rate-limit";
import { rememberMember, secondsToWait } from "./page-limit";

const PAGES = 300;
const PAGES_OF_MEMBER = 600;

let drawn = 0;
const newAddress = (): string => `203.0.113.${++drawn}`;

function from(address: string, session?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  const cookie = session === undefined ? {} : { cookie: `theme=dark; kouan.session=${session}; locale=en` };
  Object.assign(request.headers, { "x-forwarded-for": address, ...cookie });
  return request;
}

/** How many of so many pages were let through. */
async function passed(request: IncomingMessage, { times, path = "/en/requests" }: { times: number; path?: string }) {
  const waits = await Promise.all(Array.from({ length: times }, () => secondsToWait(request, path)));
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(60);
  return waits.filter((wait) => wait === 0).length;
}

test("A visitor who has asked for three hundred pages within a minute waits, and nobody at another address does.", async () => {
  const address = newAddress();
  expect(await passed(from(address), { times: PAGES + 10 })).toBe(PAGES);
  expect(await passed(from(newAddress()), { times: 1 })).toBe(1);
});

test("A person is counted by account, on whatever device, and not by an address that others have used up.", async () => {
  const address = newAddress();
  await passed(from(address), { times: PAGES });
  const userId = newId();
  for (const session of ["one", "two"]) rememberMember(from(address, session), userId);
  expect(await passed(from(address, "one"), { times: PAGES })).toBe(PAGES);
  expect(await passed(from(newAddress(), "two"), { times: PAGES_OF_MEMBER })).toBe(PAGES_OF_MEMBER - PAGES);
  expect(await passed(from(address), { times: 1 })).toBe(0);
});

test("A session that has drawn nobody's page counts for nothing, so that nobody gains by making some up.", async () => {
  const address = newAddress();
  let count = 0;
  for (let number = 0; number < PAGES + 5; number++) {
    const request = from(address, `made-up-${number}`);
    count += await passed(request, { times: 1 });
    rememberMember(request, null);
  }
  expect(count).toBe(PAGES);
});

test("Files and what programs ask for take no points of pages, and a program on this machine does not wait.", async () => {
  const address = newAddress();
  for (const path of ["/_next/static/chunks/a.js", "/mark.svg", "/api/health", "/api/v1/hubs"])
    expect(await passed(from(address), { times: PAGES + 1, path }), path).toBe(PAGES + 1);
  expect(await passed(from(address), { times: PAGES })).toBe(PAGES);
  rememberMember(from("127.0.0.1", "own"), newId());
  for (const request of [from("127.0.0.1"), from("::1"), from("127.0.0.1", "own")])
    expect(await passed(request, { times: PAGES_OF_MEMBER + 1 })).toBe(PAGES_OF_MEMBER + 1);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["2001:db8::3:4:5:6:7", "2001:db8:0:3"],
  ["::1", "0:0:0:0"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("All addresses of one network of IPv6 are one caller.", async () => {
  for (let host = 1; host <= PAGES; host++)
    expect(await secondsToWait(from(`2001:db8:7:7::${host.toString(16)}`), "/en")).toBe(0);
  expect(await secondsToWait(from("2001:db8:7:7::ffff"), "/en")).toBeGreaterThan(0);
  expect(await secondsToWait(from("2001:db8:7:8::1"), "/en")).toBe(0);
});
