import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Role } from "../sign-in";
import type { Control, FormView } from "./page-view";

const ROOT = join(import.meta.dirname, "../../..");

export type ServerAction = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** A page that it can be sent to, as the build's manifest of routes names its file. */
  readonly page: string;
};

type Manifest = {
  readonly node: Readonly<
    Record<string, { readonly exportedName: string; readonly filename: string; readonly workers: object }>
  >;
};

/** Every server action of the build, so that a form is tried even where the demo market has nothing that shows it. */
export function serverActions(): ServerAction[] {
  const file = join(ROOT, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return Object.entries(node).map(([id, action]) => {
    const pages = Object.keys(action.workers);
    const nearest = pages.find((page) => page.startsWith(dirname(action.filename))) ?? pages[0] ?? "";
    return { id, name: action.exportedName, file: action.filename, page: nearest.replace(/^app/, "") };
  });
}

/** Whose form it is, by where its action stands; where two have the same, one of them tries it. */
export function ownersOf({ file }: ServerAction): readonly Role[] {
  if (file.includes("/(admin)/")) return ["admin"];
  if (/\/(requests|orders|listings|files|threads)\//.test(file)) return ["buyer", "provider"];
  if (file.includes("/(market)/")) return ["buyer"];
  return /\/(shell|account)\/actions/.test(file) ? ["buyer"] : ["visitor"];
}

/** What has nothing to fill in: all that can be wrong is where it comes from, and sent from here it would be done. */
export const WITHOUT_FIELDS: readonly string[] = [
  "signOutAction",
  "endOtherSessionsAction",
  "markAllReadAction",
  "askVerificationAction",
];

/** A draft keeps whatever is typed, within bounds, be it of a deal or of the operator's terms, and so do the names of a template and of a view; a deal may be without a gate, and a list without chosen columns. */
export const KEEP_ANYTHING: readonly string[] = [
  "saveDraftAction",
  "keepTemplateAction",
  "changeGatesAction",
  "draftTextAction",
  "keepViewAction",
  "chooseColumnsAction",
  "pageAction",
];

/** A form that no page showed, as it would be: every word of its action's file is a field, so that its own are among them. */
export function unseenForm({ id, file }: ServerAction): FormView {
  const words = new Set(readFileSync(join(ROOT, file), "utf8").match(/\b[a-z]\w*\b/gi));
  const hidden = (name: string, value = ""): Control => ({ name, value, kind: "hidden", isSent: true });
  const call = [
    hidden("$ACTION_REF_1"),
    hidden("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })),
    hidden("$ACTION_1:1", "[null]"),
  ];
  return {
    method: "post",
    action: id,
    controls: [...call, ...[...words].map((word) => hidden(word))],
    problems: [],
    notices: [],
    unlinked: [],
  };
}
