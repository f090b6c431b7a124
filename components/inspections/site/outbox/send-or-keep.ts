import type { Outbox } from "@/components/field/outbox/outbox";
import type { FormState } from "@/domain/shared/form-state";
import { isNavigation } from "./is-navigation";
import { pairsOf, type SiteEntry } from "./site-outbox";

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
