"use client";

import { useTranslations } from "next-intl";
import type { Entry } from "@/components/field/outbox/entry";
import { WaitingItems } from "@/components/field/outbox/waiting-items";
import type { SiteEntry } from "./site-outbox";

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
