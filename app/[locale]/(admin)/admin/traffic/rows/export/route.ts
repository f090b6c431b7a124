import { getLocale, getTranslations } from "next-intl/server";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { referenceData } from "@/server/hubs/queries/network";
import { EXPORT_ROWS_MAX } from "@/server/hubs/queries/traffic-rows";
import { rowsCsv } from "@/server/hubs/queries/traffic-csv";
import { readRowsAddress } from "../../rows-address";
import { readAddress } from "../../traffic-address";

const tooMany = (text: string): Response =>
  new Response(text, {
    status: 409,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** The rows behind a figure, of all hubs, a group of them or one, with the filters, search and order of their page. */
export const GET = download("traffic.read", async ({ actor, query }) => {
  const { database, clock } = platform();
  const params = Object.fromEntries(query);
  const { measure, comparison: _, ...filter } = readAddress(params, clock()).question;
  const counted = measure === "deals" ? "deals" : "orders";
  const { hub: group, q, sort } = readRowsAddress(params, counted);
  const hubId = params.hub ?? group;
  const isGroup = hubId === group;
  if (!isGroup && !(await referenceData(database.read)).hubs.has(hubId)) return null;
  const [t, locale] = [await getTranslations(), await getLocale()];
  const file = await rowsCsv(database.read, actor, {
    ...{ ...filter, counted, hub: isGroup ? group : { id: hubId }, q, sort },
    language: { locale, words: t },
  });
  if (file === null) return null;
  if (!file.ok)
    return tooMany(
      t("admin.refusal.too_many_rows", { maximum: new Intl.NumberFormat(locale).format(EXPORT_ROWS_MAX) }),
    );
  const { from, to } = filter.period;
  const fileName = `traffic-rows-${counted}-${hubId}-${from}-${to}.csv`;
  return { fileName, contentType: "text/csv; charset=utf-8", body: file.value };
});
