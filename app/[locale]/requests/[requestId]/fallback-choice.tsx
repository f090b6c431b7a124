import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { FallbackPanel } from "@/components/requests/fallback-panel";
import { Anchor } from "@/components/ui/anchor";
import { Note } from "@/components/ui/note";
import type { RequestPage } from "@/views/request-page";
import { newId } from "@/server/platform/new-id";
import { fallbackAction } from "./actions";

type Asked = Pick<RequestPage, "id" | "service" | "state" | "fallback" | "choices" | "successor">;

/** Where nobody was chosen: its buyer's choices, and to all the request that was asked in its place. */
export function WhatNow({ request }: { readonly request: Asked }) {
  const [locale, t] = [useLocale(), useTranslations("requests.fallback")];
  const { successor, choices } = request;
  if (successor)
    return (
      <Note>
        {t.rich("asked", {
          reference: successor.reference,
          link: (words) => <Anchor href={`/${locale}/requests/${successor.id}`}>{words}</Anchor>,
        })}
      </Note>
    );
  if (choices.length === 0) return null;
  return (
    <ClientWords>
      <FallbackPanel request={request} action={fallbackAction} keys={{ do_it_ourselves: newId(), drop: newId() }} />
    </ClientWords>
  );
}
