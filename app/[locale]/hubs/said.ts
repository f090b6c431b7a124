import { getLocale, getTranslations } from "next-intl/server";
import { numberFormat } from "@/components/ui/format";
import { gapOf } from "@/components/ui/words";
import type { HubPage } from "@/views/hubs";

/** What a search engine says of a hub: what its page is about, how long is waited there now, and how much is asked for. */
export async function saidOfHub({ now, openRequests }: HubPage, about: string): Promise<string> {
  const [t, wait, modes, locale] = [
    await getTranslations("found.said"),
    await getTranslations("hub-board.wait"),
    await getTranslations("hubs.mode"),
    await getLocale(),
  ];
  const hours = numberFormat(locale, { maximumFractionDigits: 1 });
  const waits = now.flatMap(({ mode, wait: own }) =>
    own ? [t("wait", { mode: modes(mode), time: wait("hours", { hours: hours.format(own.hours) }) })] : [],
  );
  return [about, ...waits, ...(openRequests > 0 ? [t("requests", { count: openRequests })] : [])].join(gapOf(locale));
}
