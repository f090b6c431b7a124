import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Programs on this machine: a reverse proxy most often is one. */
export const LOOPBACK = "127.0.0.0/8,::1/128";

// What only a proxy may say of a request, and what Next says to itself: from anybody else it is made up.
const OF_PROXIES = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];
const NEVER = ["forwarded", "x-real-ip", "x-middleware-subrequest", "x-request-id", "x-nonce"];

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");
/** An IPv4 address as a socket for both families shows it. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Reads `10.0.0.0/8,192.168.1.5`; throws at what is no address, so that a slip is seen at the start. */
export function trustedProxies(written: string): BlockList {
  const list = new BlockList();
  for (const entry of written.split(",").map((part) => part.trim())) {
    if (!entry) continue;
    const [address = "", bits] = entry.split("/");
    if (isIP(address) === 0) throw new Error(`TRUSTED_PROXIES: ${entry} is no address`);
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

/** Who asks: the nearest hop that is not one of ours, read from the end, where ours have written. */
function callerOf(peer: string, forwarded: string | undefined, trusted: BlockList): string {
  const hops = (forwarded ?? "")
    .split(",")
    .map((hop) => plain(hop.trim()))
    .filter((hop) => isIP(hop) !== 0);
  const chain = [...hops, peer];
  return chain.findLast((hop) => !trusted.check(hop, familyOf(hop))) ?? (chain[0] as string);
}

/**
 * Leaves in a request's headers only what may be believed. `x-forwarded-for` becomes the one address that the limits count and the
 * audit log keeps; what else is said of the way here stands only where a declared proxy has said it.
 */
export function settleForwarded(request: IncomingMessage, trusted: BlockList): void {
  const { headers } = request;
  const peer = plain(request.socket.remoteAddress ?? "0.0.0.0");
  const isFromProxy = trusted.check(peer, familyOf(peer));
  const forwarded = isFromProxy ? [headers["x-forwarded-for"]].flat().join(",") : undefined;
  headers["x-forwarded-for"] = callerOf(peer, forwarded, trusted);
  for (const name of isFromProxy ? NEVER : [...OF_PROXIES, ...NEVER]) delete headers[name];
}
