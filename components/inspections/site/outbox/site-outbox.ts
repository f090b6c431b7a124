import { type FormAction, type FormValues, valuesOf } from "@/domain/shared/form-state";
import { makeOutbox, type Outbox } from "@/components/field/outbox/outbox";
import type { Sender } from "@/components/field/outbox/send-all";
import { isNavigation } from "./is-navigation";

/** What waits on the phone of an inspector: a form as it was filled in, or pictures. */
export type SiteEntry =
  | { readonly kind: "form"; readonly form: string; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: "photos"; readonly about: string };

export type SiteActions = Readonly<Record<string, FormAction>>;
export type Site = { readonly orderId: string; readonly roundId: string; readonly actions: SiteActions };

const PHOTO_PATIENCE_MS = 120_000;

/** The key under which the server knows an entry or a picture again: letters and digits alone. */
const keyOf = (id: string): string => id.replaceAll("-", "");

/** Every field of a form as it stands; files go by themselves. */
export const pairsOf = (form: FormData): [string, string][] =>
  [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : []));

/** The same as a form shows it again. */
export const valuesOfPairs = (pairs: readonly (readonly [string, string])[]): FormValues =>
  pairs.reduce<FormValues>((all, [name, value]) => ({ ...all, [name]: [...valuesOf(all, name), value] }), {});

async function sendForm(entry: Extract<SiteEntry, { kind: "form" }>, id: string, actions: SiteActions) {
  const action = actions[entry.form];
  if (!action) return { status: 400, code: null };
  const data = new FormData();
  for (const [name, value] of entry.pairs) if (name !== "idempotencyKey") data.append(name, value);
  data.append("idempotencyKey", keyOf(id));
  try {
    const state = await action(null, data);
    const isRefused = state !== null && (state.formErrors.length > 0 || Object.keys(state.fieldErrors).length > 0);
    return { status: isRefused ? 422 : 200, code: null };
  } catch (error) {
    return isNavigation(error) ? { status: 200, code: null } : null;
  }
}

/** By the actions of the page and the address that its upload form sends to: what a signed-in inspector may do, and nothing besides. */
const senderOf = ({ orderId, roundId, actions }: Site): Sender => ({
  async photo({ id, name, type, bytes }, entry) {
    const { about } = entry.body as Extract<SiteEntry, { kind: "photos" }>;
    const data = new FormData();
    const fields = { subject: "inspection", subjectId: roundId, orderId, about, idempotencyKey: keyOf(id) };
    for (const [field, value] of Object.entries(fields)) data.append(field, value);
    data.append("files", new Blob([bytes], { type }), name);
    try {
      const signal = AbortSignal.timeout(PHOTO_PATIENCE_MS);
      const answer = await fetch("/api/files", { method: "POST", body: data, signal });
      const code = new URL(answer.url).searchParams.get("files");
      if (code === null || code === "kept") return { status: answer.ok ? 200 : answer.status, code: null };
      return { status: 422, code };
    } catch {
      return null;
    }
  },
  async entry({ id, body }) {
    const entry = body as SiteEntry;
    return entry.kind === "form" ? sendForm(entry, id, actions) : { status: 200, code: null };
  },
});

/** The outbox of one visit on this phone. */
export const siteOutbox = (site: Site): Outbox<SiteEntry> => makeOutbox(`inspection ${site.roundId}`, senderOf(site));
