import { endpointRoutes, fill, pageRoutes, type Route } from "../../routes";
import type { Role } from "../../sign-in";
import type { Sweeper } from "../sweeper";
import { addressesOf } from "./find-forms";

const NO_QUESTION = 405;
/** What is downloaded by a script's request stands in no link: the endpoints for pages, which the public API's own tests leave out. */
const PAGE_ENDPOINT = /^\/api\/(?!v1\/|auth\/)/;

/** Beside a request that everybody reads: whoever has not signed in is led to do that. */
const BUYERS_PAGE = /\/\[requestId\]\/(again|amend|bids)\//;

/** Each page is asked as one role, by the group it stands in; the desk, the bids and the listings are a provider's. */
function askerOf({ file }: Route): Role {
  if (/\/\(admin\)\/|^\/api\//.test(file)) return "admin";
  if (BUYERS_PAGE.test(file)) return "buyer";
  if (!file.includes("/(market)/")) return "visitor";
  return /\/(desk|bids|listings)\//.test(file) ? "provider" : "buyer";
}

/** Every address that a role's pages are at or lead to with a question, exports too, with the names that they are asked with. */
export async function findQuestions({ role, ask, read }: Sweeper): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const names = new Map<string, Set<string>>();
  const note = (path: string, found: readonly string[]) =>
    names.set(path, new Set([...(names.get(path) ?? []), ...found]));
  const own = (route: Route) => askerOf(route) === role;
  // What can only be sent to is asked nothing.
  for (const { path } of endpointRoutes().filter((route) => own(route) && PAGE_ENDPOINT.test(route.path)))
    if ((await ask(path)).status !== NO_QUESTION) note(path, []);
  for (const address of pageRoutes()
    .filter(own)
    .flatMap((route) => addressesOf(route, role).slice(0, 1))) {
    const answer = await ask(address);
    if (answer.status !== 200) continue;
    const { forms, links } = await read(answer.body);
    note(address, []);
    for (const { method, action, controls } of forms)
      if (method === "get")
        note(
          action || address,
          controls.map(({ name }) => name),
        );
    for (const { pathname, searchParams } of links.map((link) => new URL(link, "http://here")))
      note(pathname, [...searchParams.keys()]);
  }
  return names;
}

/** Every address of a role with something strange where the name of a thing stands; what a mail carries is said on its own page. */
export function strangeAddresses(role: Role, texts: readonly string[]): string[] {
  const routes = pageRoutes().filter(({ params }) => params.length > 0 && !params.includes("token"));
  return routes
    .filter((route) => askerOf(route) === role)
    .flatMap(({ path, params }) =>
      texts.map((text) => fill(path, { ...Object.fromEntries(params.map((name) => [name, text])), locale: "en" })),
    );
}
