import type { FormValues } from "@/domain/shared/form-state";
import { DAY_MS } from "@/domain/shared/time";

/** What stands in a posting form of this browser, and how far the market knows of it. */
export type TypedDraft = {
  readonly values: FormValues;
  /** The version of the draft that it was typed over; 0 for one that was never saved. */
  readonly version: number;
  readonly at: number;
  readonly state: "unsent" | "sent" | "submitted";
};

/** Whose form it is, and which draft. */
export type DraftKey = { readonly owner: string; readonly draftId: string };

const PREFIX = "kouan-typed:";
/** So long a browser keeps what could not be sent. */
const LIFE_MS = 14 * DAY_MS;
const OWN_FIELDS = ["draftId", "intent"];

// A page that a browser goes back to is drawn as it first came: what was typed since stands here.
const inThisTab = new Map<string, TypedDraft>();

const nameOf = ({ owner, draftId }: DraftKey): string => `${PREFIX}${owner}:${draftId}`;

/** What this browser keeps, as far as it lets pages keep anything. */
function onThisBrowser<T>(act: (kept: Storage) => T): T | null {
  try {
    return act(window.localStorage);
  } catch {
    return null;
  }
}

/** What was typed, without the fields that lead to the draft. */
export const withoutOwn = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !OWN_FIELDS.includes(name) && !name.startsWith("$")));

/** Keeps what was typed: with the page, and until the market has it in the browser too, where closing the page does not lose it. */
export function keepTyped(key: DraftKey, typed: TypedDraft): void {
  inThisTab.set(nameOf(key), typed);
  onThisBrowser((kept) => {
    if (typed.state === "sent") kept.removeItem(nameOf(key));
    else kept.setItem(nameOf(key), JSON.stringify(typed));
  });
}

function read(kept: Storage, name: string): TypedDraft | null {
  const typed = JSON.parse(kept.getItem(name) ?? "null") as TypedDraft | null;
  if (typed && Date.now() - typed.at < LIFE_MS) return typed;
  kept.removeItem(name);
  return null;
}

/** What was typed into the form of a draft in this browser, if it is there. */
export const typedOf = (key: DraftKey): TypedDraft | null =>
  inThisTab.get(nameOf(key)) ?? onThisBrowser((kept) => read(kept, nameOf(key)));

export function forgetTyped(key: DraftKey): void {
  inThisTab.delete(nameOf(key));
  onThisBrowser((kept) => kept.removeItem(nameOf(key)));
}

/** New drafts of an owner that this browser has and the market has never seen, by their ids. */
export function neverSent(owner: string): readonly (readonly [string, TypedDraft])[] {
  const prefix = nameOf({ owner, draftId: "" });
  const found = onThisBrowser((kept) =>
    Object.keys(kept).flatMap((name) => {
      const typed = name.startsWith(prefix) ? read(kept, name) : null;
      return typed?.version === 0 ? [[name.slice(prefix.length), typed] as const] : [];
    }),
  );
  return found ?? [];
}

const filled = (values: FormValues): string =>
  JSON.stringify(
    Object.entries(withoutOwn(values))
      .map(([name, value]) => [name, [value].flat().filter((one) => one !== "")] as const)
      .filter(([, all]) => all.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Whether two forms say the same; empty fields say nothing. */
export const saysSame = (one: FormValues, other: FormValues): boolean => filled(one) === filled(other);

/**
 * What becomes of what this browser has when its draft is opened: it is taken where nobody has saved the draft since, offered where somebody has, and
 * dropped where it was sent with a button, which the saved draft follows from.
 */
export function fateOf(typed: TypedDraft, version: number): "take" | "offer" | "drop" {
  if (typed.version >= version) return "take";
  return typed.state === "unsent" ? "offer" : "drop";
}
