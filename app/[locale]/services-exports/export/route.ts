import { getLocale, getTranslations } from "next-intl/server";
import { publicExportsCsv } from "@/server/exports/queries/exports-csv";
import { publishedMonth, recentPublicExports } from "@/server/exports/queries/public-exports";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";

/** The published figures of one month as a file, in the reader's language. */
export const GET = download("everybody", async ({ query }) => {
  const { database, clock } = platform();
  const now = clock();
  const month = publishedMonth(query.get("month"), now);
  const view = await recentPublicExports(database.read, month, now);
  const body = publicExportsCsv(view, { locale: await getLocale(), words: await getTranslations() });
  return { fileName: `services-exports-${month}.csv`, contentType: "text/csv; charset=utf-8", body };
});
