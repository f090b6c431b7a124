import { type FormAction, type FormState, type FormValues, valuesOf } from "@/domain/shared/form-state";
import type { Answer } from "@/domain/field/phone-outbox";
import { type Outbox, makeOutbox } from "@/components/field/outbox";
import type { Sender } from "@/components/field/send-all";
import { pictureOf } from "@/components/field/picture-files";
import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/form/error-summary";

/** What next/navigation throws to lead elsewhere says that the action was done; it is no broken line. */
const isNavigation = (error: unknown): boolean =>
  String((error as { digest?: unknown } | null)?.digest ?? "").startsWith("NEXT_");

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
const pairsOf = (form: FormData): [string, string][] =>
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

/** Where a form of the site can go: the market, and the phone where that cannot be reached. */
export type Ways = {
  readonly form: string;
  readonly action: (data: FormData) => Promise<FormState | null>;
  readonly outbox: Pick<Outbox<SiteEntry>, "add" | "discardAll">;
};

/** `full`: nobody has it, and it stands in the form alone. */
export type Sent =
  | { readonly kind: "answered"; readonly state: FormState | null }
  | { readonly kind: "kept" }
  | { readonly kind: "full" };

/** Whether an entry is what was filled in of this form. */
export const isOf =
  (form: string) =>
  ({ body }: { readonly body: SiteEntry }): boolean =>
    body.kind === "form" && body.form === form;

/** Keeps a form on this phone, in the place of what waits of it: a form says everything each time, and an older one would be sent for nothing. */
export async function keepForm(data: FormData, { form, outbox }: Ways): Promise<Sent> {
  try {
    await outbox.add({ kind: "form", form, pairs: pairsOf(data) }, [], isOf(form));
    return { kind: "kept" };
  } catch {
    return { kind: "full" };
  }
}

/**
 * Sends a form, and keeps it where no answer comes. What waits of it goes first: the outbox would send it when this one has arrived, and
 * the older would replace the newer. Throws what leads elsewhere, as an action does.
 */
export async function sendForm(data: FormData, ways: Ways): Promise<Sent> {
  // Where the phone keeps nothing at all, nothing waits on it either.
  await ways.outbox.discardAll(isOf(ways.form)).catch(() => undefined);
  try {
    return { kind: "answered", state: await ways.action(data) };
  } catch (error) {
    if (isNavigation(error)) throw error;
    return keepForm(data, ways);
  }
}

/**
 * Keeps pictures on this phone, each as an entry of its own: one that the market refuses holds up none of the others. Answers what it has no
 * room for, which is everything from the first that did not fit.
 */
export async function keepPhotos(
  files: readonly File[],
  about: string,
  outbox: Pick<Outbox<SiteEntry>, "add">,
): Promise<readonly File[]> {
  for (const [at, file] of files.entries()) {
    try {
      await outbox.add({ kind: "photos", about }, [await pictureOf(file)]);
    } catch {
      return files.slice(at);
    }
  }
  return [];
}

/** Said where the phone has no room, or keeps nothing in a private window: what was typed or chosen stands in the form. */
export function PhoneFull() {
  const t = useTranslations("field.report");
  return <ErrorSummary errors={[]} title={t("phoneFull")} />;
}
