import { fill, pageRoutes, type Route } from "../../routes";
import { readFileSync } from "node:fs";
import { keptFile } from "../../kept-file";
import { samplesOf, TRIED_DRAFT } from "../../samples";
import type { Role } from "../../sign-in";
import type { FormView, PageView } from "../judge/page-view";
import type { Sweeper } from "../sweeper";
import {
  KEEP_ANYTHING,
  ownersOf,
  type ServerAction,
  serverActions,
  unseenForm,
  WITHOUT_FIELDS,
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
export function addressesOf(route: Route, role: Role): string[] {
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
