import { getLocale, getTranslations } from "next-intl/server";
import { placeName } from "@/components/ui/party-name";
import { type ChangeReader, wordChanges, type WordedChange } from "@/components/requests/amend/word-changes";
import type { Change } from "@/domain/requests/amend/difference";
import { isZone, MARKET_ZONE } from "@/domain/shared/local-date";
import { platform } from "@/server/platform/platform";
import { hubNames } from "@/server/requests/queries/amendments";

/** Words changes for this reader, in its language and zone, hubs by their names. */
export async function wordChangesFor(
  of: Pick<ChangeReader, "service" | "zone">,
): Promise<(changes: readonly Change[]) => WordedChange[]> {
  const [locale, t, hubs] = await Promise.all([getLocale(), getTranslations(), hubNames(platform().database.read)]);
  const reader: ChangeReader = {
    service: of.service,
    zone: isZone(of.zone) ? of.zone : MARKET_ZONE,
    locale,
    words: Object.assign((key: string, values?: Record<string, string | number>) => t(key, values), {
      has: (key: string) => t.has(key),
    }),
    hubName: (id) => placeName(hubs(id), locale),
  };
  return (changes) => wordChanges(changes, reader);
}
