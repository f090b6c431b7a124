import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { LOOPBACK, settleForwarded, trustedProxies } from "./forwarded";

function asked(peer: string, headers: Record<string, string>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, headers);
  return request;
}

const said = { "x-forwarded-host": "kouan.example", "x-forwarded-proto": "https", "x-forwarded-port": "443" };

test.each([
  ["anybody", "203.0.113.9", "1.2.3.4", "203.0.113.9"],
  ["anybody who names a proxy of ours", "203.0.113.9", "1.2.3.4, 127.0.0.1", "203.0.113.9"],
  ["a proxy on this machine", "127.0.0.1", "198.51.100.7", "198.51.100.7"],
  ["a proxy as a socket of both families shows it", "::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"],
  ["a proxy whose caller made up a way", "127.0.0.1", "1.2.3.4, 198.51.100.7", "198.51.100.7"],
  ["two proxies of ours in a row", "127.0.0.1", "198.51.100.7, 10.1.2.3", "198.51.100.7"],
  ["a proxy that says nothing", "127.0.0.1", "", "127.0.0.1"],
  ["a proxy that says what is no address", "127.0.0.1", "unknown, <script>", "127.0.0.1"],
  ["a proxy with a caller of the newer family", "127.0.0.1", "2001:db8::7", "2001:db8::7"],
])("the caller behind %s is the one that a proxy of ours saw", (_, peer, forwarded, caller) => {
  const request = asked(peer, { "x-forwarded-for": forwarded });
  settleForwarded(request, trustedProxies(`${LOOPBACK},10.0.0.0/8`));
  expect(request.headers["x-forwarded-for"]).toBe(caller);
});

test("what only a proxy may say is kept from a proxy and thrown away from anybody else", () => {
  const trusted = trustedProxies("10.0.0.7");
  const fromProxy = asked("10.0.0.7", said);
  settleForwarded(fromProxy, trusted);
  expect(fromProxy.headers).toMatchObject(said);
  const fromAnybody = asked("10.0.0.8", said);
  settleForwarded(fromAnybody, trusted);
  expect(Object.keys(fromAnybody.headers)).toEqual(["x-forwarded-for"]);
});

test("nobody speaks to Next in its own name", () => {
  const request = asked("127.0.0.1", {
    "x-middleware-subrequest": "proxy",
    "x-request-id": "mine",
    "x-real-ip": "1.1.1.1",
  });
  settleForwarded(request, trustedProxies(LOOPBACK));
  expect(Object.keys(request.headers)).toEqual(["x-forwarded-for"]);
});

test.each(["proxy.example", "10.0.0.0/33", "10.0.0.1;10.0.0.2"])("%s is no address of a proxy", (written) => {
  expect(() => trustedProxies(written)).toThrow();
});
