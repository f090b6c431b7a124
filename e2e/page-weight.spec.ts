import { get } from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { fill, pageRoutes } from "./support/routes";
import { samplesOf } from "./support/samples";
import { cookieOf, type Role } from "./support/sign-in";
import { expect, test } from "./support/test";

type Weight = {
  readonly role: Role;
  readonly path: string;
  /** What the page may weigh, in kilobytes of HTML before it is compressed. */
  readonly max: number;
  /** What it is to weigh one day, where that is less: the limit is lowered as the page gets lighter. */
  readonly aim?: number;
};

const WEIGHTS: readonly Weight[] = [
  { role: "visitor", path: "", max: 38 },
  { role: "visitor", path: "/requests", max: 66 },
  { role: "visitor", path: "/requests/[requestId]", max: 37, aim: 30 },
  { role: "visitor", path: "/providers", max: 90, aim: 70 },
  { role: "visitor", path: "/hubs", max: 43 },
  { role: "visitor", path: "/corridors", max: 30, aim: 17 },
  { role: "visitor", path: "/services/[service]/[way]", max: 42 },
  { role: "visitor", path: "/services-exports", max: 33 },
  { role: "visitor", path: "/how-it-works", max: 24 },
  { role: "visitor", path: "/help", max: 22 },
  { role: "visitor", path: "/fees", max: 22 },
  { role: "visitor", path: "/glossary", max: 108 },
  { role: "buyer", path: "", max: 44 },
  { role: "buyer", path: "/home", max: 48 },
  { role: "buyer", path: "/requests", max: 72 },
  { role: "buyer", path: "/orders", max: 66 },
  { role: "buyer", path: "/orders/[orderId]", max: 106, aim: 70 },
  { role: "buyer", path: "/deals", max: 58 },
  { role: "buyer", path: "/deals/new", max: 120 },
  { role: "buyer", path: "/inbox", max: 50 },
  // Titles stand in the buyer's language and in Chinese.
  { role: "provider", path: "/orders", max: 61, aim: 58 },
  { role: "provider", path: "/orders/[orderId]", max: 142, aim: 70 },
  { role: "provider", path: "/home", max: 42 },
  { role: "admin", path: "/home", max: 28 },
  { role: "admin", path: "/admin/traffic", max: 91 },
];

const BYTES_PER_KB = 1_000;

async function pageOf(request: APIRequestContext, role: Role, address: string): Promise<string> {
  const headers: Record<string, string> = role === "visitor" ? {} : { cookie: cookieOf(role) };
  const answer = await request.get(`/en${address}`, { headers });
  expect(answer.status(), address).toBe(200);
  return answer.text();
}

/** The addresses of a page: where it is about something, one for each state of that. */
function addressesOf({ role, path }: Weight): string[] {
  if (!path.includes("[")) return [path];
  const route = pageRoutes().find((one) => one.path === `/[locale]${path}`);
  if (!route) throw new Error(`No page at ${path}`);
  return samplesOf(route, role).map((values) => fill(path, values));
}

for (const weight of WEIGHTS) {
  test(`the page ${weight.path || "/"} of a ${weight.role} weighs at most ${weight.max} KB`, async ({ request }) => {
    const addresses = addressesOf(weight);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      const html = await pageOf(request, weight.role, address);
      expect(Buffer.byteLength(html) / BYTES_PER_KB, address).toBeLessThanOrEqual(weight.max);
    }
  });
}

/** Scripts that a browser loads with a page: those for browsers without modules are not among them. */
const scriptsOf = (html: string): string[] => {
  const named = [...html.matchAll(/[^"\\]*\/_next\/static\/(?:chunks\/[^"\\]+\.js|words\/[^"\\]+\.json)/g)].map(
    ([path]) => path,
  );
  const forOld = [...html.matchAll(/<script[^>]*noModule[^>]*>/gi)].map(([tag]) => /src="([^"]+)"/.exec(tag)?.[1]);
  return [...new Set(named)].filter((path) => !forOld.includes(path));
};

/** How many bytes of a file come over the line to a browser of today. */
const bytesSent = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent: false, headers: { "accept-encoding": "gzip, deflate, br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });

type Scripts = Pick<Weight, "role" | "path"> & {
  /** In kilobytes as they are sent. Of a public page at most 140 are asked, of a form 190; React and Next alone are 121. */
  readonly max: number;
};

const PUBLIC_MAX = 139;

const SCRIPTS: readonly Scripts[] = [
  ...[
    ...["", "/requests", "/requests/[requestId]", "/providers", "/providers/[providerId]", "/hubs", "/hubs/[hubId]"],
    ...["/corridors", "/services-exports", "/tariff", "/how-it-works", "/help", "/fees", "/glossary", "/sign-up"],
    "/services/[service]/[way]",
    ...["/providers/compare", "/providers/map"],
  ].map((path): Scripts => ({ role: "visitor", path, max: PUBLIC_MAX })),
  { role: "visitor", path: "/shortlist", max: PUBLIC_MAX },
  { role: "visitor", path: "/sign-in", max: 140 },
  { role: "buyer", path: "/home", max: PUBLIC_MAX },
  { role: "buyer", path: "/orders", max: PUBLIC_MAX },
  { role: "buyer", path: "/orders/[orderId]", max: 148 },
  { role: "buyer", path: "/deals/new", max: 163 },
  // With the fields and words of all four services.
  { role: "buyer", path: "/deals/drafts/[draftId]", max: 184 },
  // With the form of a bid, where the first request of the desk asks for one.
  { role: "provider", path: "/desk", max: 177 },
  { role: "provider", path: "/requests/[requestId]", max: 177 },
];

for (const { role, path, max } of SCRIPTS) {
  test(`the scripts of the page ${path || "/"} of a ${role} weigh at most ${max} KB as they are sent`, async ({
    request,
    baseURL,
  }) => {
    for (const address of addressesOf({ role, path, max })) {
      const scripts = scriptsOf(await pageOf(request, role, address));
      expect(scripts.length).toBeGreaterThan(0);
      const sizes = await Promise.all(scripts.map((script) => bytesSent(`${baseURL}${script}`)));
      expect(sizes.reduce((all, size) => all + size, 0) / BYTES_PER_KB, address).toBeLessThanOrEqual(max);
    }
  });
}
