import { getLocale, getTranslations } from "next-intl/server";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { trafficFigures } from "@/server/hubs/queries/traffic-figures";
import { readAddress } from "../traffic-address";

/** The figures of the traffic review with the filters of its address, in the reader's language. */
export const GET = download("traffic.read", async ({ actor, query }) => {
  const { database, clock } = platform();
  const now = clock();
  const { question } = readAddress(Object.fromEntries(query), now);
  const language = { locale: await getLocale(), words: await getTranslations() };
  const body = await trafficFigures(database.read, actor, { question, now, language });
  if (body === null) return null;
  const { from, to } = question.period;
  return { fileName: `traffic-${question.measure}-${from}-${to}.csv`, contentType: "text/csv; charset=utf-8", body };
});
