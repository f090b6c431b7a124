import { type FormAction, type FormValues, valuesOf } from "@/domain/shared/form-state";
import type { Answer } from "@/domain/field/delivery";
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

async function sendKept(
  entry: Extract<SiteEntry, { kind: "form" }>,
  id: string,
  actions: SiteActions,
): Promise<Answer> {
  const action = actions[entry.form];
  if (!action) return { status: 400, code: null };
  const data = new FormData();
  for (const [name, value] of entry.pairs) if (name !== "idempotencyKey") data.append(name, value);
  data.append("idempotencyKey", keyOf(id));
  try {
    const state = await action(null, data);
    const reasons = state === null ? [] : [...state.formErrors, ...Object.values(state.fieldErrors)];
    return reasons.length === 0 ? { status: 200, code: null } : { status: 422, code: null, words: reasons.join(" ") };
  } catch (error) {
    return isNavigation(error) ? { status: 200, code: null } : null;
  }
}

/**
 * What the answer to an upload says of the picture. Only the word of the page that it leads back to is a yes: whose session is over is led to
 * sign in, and that page answers as well as any, without having the picture.
 */
export function readUpload({
  url,
  ok,
  redirected,
  status,
}: Pick<Response, "url" | "ok" | "redirected" | "status">): Answer {
  const code = new URL(url).searchParams.get("files");
  if (code === "kept") return { status: 200, code: null };
  // More in a while than the market takes is mended by waiting.
  if (code === "too_many_requests") return { status: 429, code };
  if (code !== null) return { status: 422, code };
  return redirected || ok ? null : { status, code: null };
}

/** By the actions of the page and the address that its upload form sends to: what a signed-in inspector may do, and nothing besides. */
export const senderOf = ({ orderId, roundId, actions }: Site): Sender => ({
  async photo({ id, name, type, bytes }, entry) {
    const { about } = entry.body as Extract<SiteEntry, { kind: "photos" }>;
    const data = new FormData();
    const fields = { subject: "inspection", subjectId: roundId, orderId, about, idempotencyKey: keyOf(id) };
    for (const [field, value] of Object.entries(fields)) data.append(field, value);
    data.append("files", new Blob([bytes], { type }), name);
    try {
      const signal = AbortSignal.timeout(PHOTO_PATIENCE_MS);
      return readUpload(await fetch("/api/files", { method: "POST", body: data, signal }));
    } catch {
      return null;
    }
  },
  async entry({ id, body }) {
    const entry = body as SiteEntry;
    return entry.kind === "form" ? sendKept(entry, id, actions) : { status: 200, code: null };
  },
});

/** The outbox of one visit on this phone. */
export const siteOutbox = (site: Site): Outbox<SiteEntry> => makeOutbox(`inspection ${site.roundId}`, senderOf(site));
