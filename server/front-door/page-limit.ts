import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { networkOf, takePoint } from "../platform/rate-limit.ts";
import { sessionCookie } from "./cookies.ts";
import { LOOPBACK, trustedProxies } from "./forwarded.ts";
import { isFile } from "./guard.ts";

const MEMBERS_MAX = 10_000;

const ownAddresses = trustedProxies(LOOPBACK);

// By the hash of the session's cookie, who asked the longest ago first. Only the session gate can tell a good cookie from a made-up one: it says
// whose page it has let be drawn, and the next page with the same cookie is counted as that person's.
const members = new Map<string, string>();

function sessionOf(request: IncomingMessage): string | null {
  const cookie = sessionCookie(request);
  return cookie === undefined ? null : createHash("sha256").update(cookie).digest("base64");
}

/**
 * Takes a point for a page, its data or what is sent from it; answers 0, or the seconds to wait. A person is counted by account, everybody else by
 * address. Files, and what programs ask for, which has limits of its own, are no pages. A program on this machine is not held up: it has the
 * processor anyway.
 */
export async function secondsToWait(request: IncomingMessage, path: string): Promise<number> {
  if (isFile(path) || path.startsWith("/api/")) return 0;
  const address = String(request.headers["x-forwarded-for"]);
  if (ownAddresses.check(address, isIPv6(address) ? "ipv6" : "ipv4")) return 0;
  const session = sessionOf(request);
  const userId = session === null ? undefined : members.get(session);
  return await (userId === undefined ? takePoint("page", networkOf(address)) : takePoint("page_of_member", userId));
}

/** Remembers whose pages the session of this request draws. */
export function rememberMember(request: IncomingMessage, userId: string | null): void {
  const session = userId === null ? null : sessionOf(request);
  if (session === null || userId === null) return;
  members.delete(session);
  members.set(session, userId);
  const [oldest] = members.keys();
  if (members.size > MEMBERS_MAX && oldest !== undefined) members.delete(oldest);
}
