import "server-only";
import { getTranslations } from "next-intl/server";
import { serviceName } from "@/components/services/service-name";
import { placeName } from "@/components/ui/words";
import { regionNames } from "@/components/ui/format";
import type { Actor } from "@/domain/access/policy";
import type { Listing } from "@/domain/catalogue/listing";
import { acceptsBids } from "@/domain/requests/request";
import type { Locale } from "@/domain/shared/locale";
import { platform } from "@/server/platform/platform";
import { requestPage } from "@/server/requests/queries/request-page";

type Reader = { readonly actor: Actor; readonly locale: Locale };

/** A listing of what a request asks for and no more, in the reader's language: who wants to bid on it begins with that. Null where no bid is taken. */
export async function offerOfRequest(requestId: string, { actor, locale }: Reader): Promise<Listing | null> {
  const { database, clock } = platform();
  const now = clock();
  const request = await requestPage(database.read, actor, { id: requestId, now });
  if (!request || request.side !== "visitor" || !acceptsBids(request, now)) return null;
  const [t, words] = await Promise.all([getTranslations("catalogue"), getTranslations()]);
  const { service, hub, corridor } = request;
  const [from = "", to = ""] = corridor.split("-").map((code) => regionNames(locale).of(code) ?? code);
  const summary = t("form.summaryOf", {
    ...{ service: serviceName(words, service), hub: placeName(hub, locale) },
    corridor: t("corridor", { from, to }),
  });
  return {
    service,
    summary,
    hubIds: [hub.id],
    corridors: [corridor],
    languages: [locale],
    licences: [],
    equipment: [],
    isActive: true,
  };
}
