import { type Route, endpointRoutes, fill, pageRoutes } from "../routes";
import { readFileSync } from "node:fs";
import { type Role, keptFile } from "../sign-in";
import { TRIED_DRAFT, samplesOf } from "../samples";
import type { FormView, PageView } from "./page-view";
import type { Sweeper } from "./sweeper";
import {
  KEEP_ANYTHING,
  type ServerAction,
  WITHOUT_FIELDS,
  ownersOf,
  serverActions,
  unseenForm,
} from "./server-actions";

export type FoundForm = {
  readonly what: string;
  readonly address: string;
  /** Among the forms of its page with the same action. */
  readonly place: number;
  readonly form: FormView;
  readonly isSeen: boolean;
  readonly keepsAnything: boolean;
};

/** Instead of what a link in a mail carries. */
const TOKEN = "t".repeat(43);

/** Every address of a page that a role can be tried with: its samples, and what a link of a mail would open. */
function addressesOf(route: Route, role: Role): string[] {
  const params = route.params.filter((name) => name !== "token");
  const samples = samplesOf({ path: route.path, params }, role);
  const tried = (values: Readonly<Record<string, string>>) =>
    values.draftId === undefined ? values : { ...values, draftId: readFileSync(keptFile(TRIED_DRAFT), "utf8") };
  const plain = samples.map((values) => fill(route.path, { ...tried(values), token: TOKEN, locale: "en" }));
  return route.file.includes("/(account)/")
    ? plain.flatMap((address) => [address, `${address}?token=${TOKEN}`])
    : plain;
}

/** Two forms with one action and the same fields are one form, whatever they are about. */
const kindOf = ({ action, controls }: FormView): string =>
  [action, ...new Set(controls.map(({ name, kind }) => `${name.replace(/\d+/g, "0")} ${kind}`))].sort().join("|");

/** Second steps of a thing are the same page, asked with a question. */
const stepsOf = ({ links }: PageView, address: string): string[] => [
  ...new Set(links.map((link) => link.split("#")[0] as string).filter((link) => link.split("?")[0] === address)),
];

/** Pages on which a role's forms can stand: its own, and those of anybody's account; the frame's stand on all. */
function mayShow({ file }: Route, role: Role): boolean {
  if (file.includes("/(admin)/")) return role === "admin";
  if (file.includes("/(market)/")) return role === "buyer" || role === "provider";
  return role === "visitor" || (role === "buyer" && file.includes("/(account)/"));
}

const keepsAnything = ({ name }: ServerAction): boolean => KEEP_ANYTHING.includes(name);

function toUnseen(action: ServerAction, role: Role): FoundForm {
  const route = pageRoutes().find(({ file }) => file === action.page);
  if (!route) throw new Error(`${action.file} is sent from ${action.page}, which is no page`);
  const nobodys = Object.fromEntries(route.params.map((name) => [name, TOKEN]));
  const address = addressesOf(route, role)[0] ?? fill(route.path, { ...nobodys, locale: "en" });
  const what = `${action.name}, which no page showed`;
  return { what, address, place: 0, form: unseenForm(action), isSeen: false, keepsAnything: keepsAnything(action) };
}

/** Looks through every page of the build for the forms of a role, and adds those of its actions that no page showed. */
export async function findForms({ role, ask, read }: Sweeper): Promise<FoundForm[]> {
  const actions = serverActions().filter((action) => ownersOf(action).includes(role));
  const found = new Map<string, FoundForm>();
  const visit = async (address: string): Promise<PageView | null> => {
    const answer = await ask(address);
    if (answer.status !== 200) return null;
    const view = await read(answer.body);
    for (const form of view.forms) {
      const action = actions.find(({ id }) => id === form.action);
      const place = view.forms.filter((one) => one.action === form.action).indexOf(form);
      if (action && !found.has(kindOf(form)))
        found.set(kindOf(form), {
          what: `${action.name} of ${address}`,
          address,
          place,
          form,
          isSeen: true,
          keepsAnything: keepsAnything(action),
        });
    }
    return view;
  };
  for (const route of pageRoutes().filter((each) => mayShow(each, role))) {
    for (const address of addressesOf(route, role)) {
      const view = await visit(address);
      const steps = view && route.params.length > 0 ? stepsOf(view, address) : [];
      for (const step of steps) await visit(step);
    }
  }
  const seen = new Set([...found.values()].map(({ form }) => form.action));
  const unseen = actions.filter(
    (action) => !seen.has(action.id) && ownersOf(action)[0] === role && !WITHOUT_FIELDS.includes(action.name),
  );
  return [...found.values(), ...unseen.map((action) => toUnseen(action, role))];
}

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
          // A button of it may send to an action; asked is what the form itself leads to.
          action.startsWith("/") ? action : address,
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
