"use client";

import { type ShownOutbox, useOutbox } from "@/components/field/outbox";
import {
  type Sent,
  type Site,
  type SiteEntry,
  isOf,
  keepForm,
  sendForm,
  siteOutbox,
  valuesOfPairs,
} from "./site-outbox";
import { type FormEvent, startTransition, useActionState, useState } from "react";
import type { FormAction, FormState, FormValues } from "@/domain/shared/form-state";
import { useTranslations } from "next-intl";
import type { Entry } from "@/components/field/entry-store";
import { WaitingItems } from "@/components/field/outbox-status";

export type SiteOutbox = ShownOutbox<SiteEntry>;

/** What waits of this visit, sent for as long as the page stands and whenever the line comes back. */
export const useSiteOutbox = (site: Site): SiteOutbox => useOutbox(() => siteOutbox(site));

type KeptForm = {
  readonly state: FormState | null;
  /** What was filled in and has not been taken: what was refused, or what waited here when the page was opened. Null where there is neither. */
  readonly typed: FormValues | null;
  /** For the form: it is drawn anew with what was filled in. */
  readonly key: string | undefined;
  /** For the form's `action`: what a page without a script sends to. */
  readonly submit: (data: FormData) => void;
  /** For the form's `onSubmit`: what cannot be sent is kept on this phone. */
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly isSending: boolean;
  /** Whether something of this form lies on this phone and will be sent. */
  readonly isKept: boolean;
  /** Whether the phone could not keep what was sent last: it stands in the form alone. */
  readonly isFull: boolean;
};

type Found = { readonly id: string; readonly values: FormValues };

/** The last that waited of a form when the page was opened: the page may be older than it. Null where nothing did, and until the phone has said. */
function useFound(form: string, { shown: { waiting } }: SiteOutbox): Found | null {
  const [found, setFound] = useState<Found | null | undefined>();
  if (found === undefined && waiting !== null) {
    const last = waiting.findLast(isOf(form));
    setFound(last?.body.kind === "form" ? { id: last.id, values: valuesOfPairs(last.body.pairs) } : null);
  }
  return found ?? null;
}

/** A form of the site: sent as any other, and kept in the outbox where the line is gone. */
export function useKeptForm(form: string, action: FormAction, outbox: SiteOutbox): KeptForm {
  const [answered, submit, isPending] = useActionState(action, null);
  const [state, setState] = useState<FormState | null>(null);
  const [isSending, setSending] = useState(false);
  const [isFull, setFull] = useState(false);
  const found = useFound(form, outbox);
  const ways = { form, action: (data: FormData) => action(state, data), outbox };
  const settle = (sent: Sent) => {
    setFull(sent.kind === "full");
    if (sent.kind === "answered") setState(sent.state);
  };
  const send = async (data: FormData) => {
    setSending(true);
    try {
      settle(await sendForm(data, ways));
    } finally {
      setSending(false);
    }
  };
  const keep = async (data: FormData) => settle(await keepForm(data, ways));
  const last = state ?? answered;
  return {
    state: last,
    typed: last?.values ?? found?.values ?? null,
    key: last?.key ?? found?.id,
    submit,
    isSending: isSending || isPending,
    isKept: outbox.shown.waiting?.some((entry) => entry.refusal === null && isOf(form)(entry)) ?? false,
    isFull,
    onSubmit(event) {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      if (navigator.onLine) startTransition(() => send(data));
      else void keep(data);
    },
  };
}

type NotTakenProps = {
  readonly entries: readonly Entry<SiteEntry>[] | null;
  readonly onDiscard: (entry: Entry<SiteEntry>) => void;
};

/** What the market has refused, with the reason beside it and a way to give it up: nothing else takes it from the phone. */
export function NotTaken({ entries, onDiscard }: NotTakenProps) {
  const t = useTranslations("inspections");
  const reasons = useTranslations("files.refusal");
  const refused = entries?.flatMap((entry) => (entry.refusal ? [{ entry, refusal: entry.refusal }] : [])) ?? [];
  if (refused.length === 0) return null;
  const nameOf = ({ body, photos }: Entry<SiteEntry>): string => {
    if (body.kind === "form") return body.form === "checkIn" ? t("checkIn.title") : t("site.title");
    return [body.about, ...photos.map(({ name }) => name)].filter(Boolean).join(" · ");
  };
  return (
    <WaitingItems
      discard={t("notTaken.discard")}
      items={refused.map(({ entry, refusal: { code, words } }) => ({
        id: entry.id,
        name: nameOf(entry),
        at: entry.madeAt,
        says: words ?? (code !== null && reasons.has(code as never) ? reasons(code as never) : t("notTaken.other")),
        onDiscard: () => onDiscard(entry),
      }))}
    />
  );
}
