import { getLocale, getTranslations } from "next-intl/server";
import { exportsReviewCsv } from "@/server/exports/queries/exports-csv";
import { recentExports, recentFunnel } from "@/server/exports/queries/exports-review";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { readExportsAddress } from "../exports-address";

/** The figures of the review with the filters of its address, in the reader's language. */
export const GET = download("traffic.read", async ({ actor, query }) => {
  const { database, clock } = platform();
  const now = clock();
  const { question } = readExportsAddress(Object.fromEntries(query), now);
  const view = await recentExports(database.read, actor, question, now);
  const funnel = await recentFunnel(database.read, actor, now);
  if (!view || !funnel) return null;
  const body = exportsReviewCsv(view, funnel, { locale: await getLocale(), words: await getTranslations() });
  const fileName = `services-exports-${question.first}-${question.last}.csv`;
  return { fileName, contentType: "text/csv; charset=utf-8", body };
});
