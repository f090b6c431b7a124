import { getLocale, getTranslations } from "next-intl/server";
import { EXPORTED_FILE_ROWS, firstExportedOrders } from "@/server/exports/queries/exported-orders";
import { exportedOrdersCsv } from "@/server/exports/queries/exports-csv";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { readExportsAddress } from "../../exports-address";

const tooMany = (text: string): Response =>
  new Response(text, {
    status: 409,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** The orders behind a figure with the filters of its address, in the reader's language. */
export const GET = download("traffic.read", async ({ actor, query }) => {
  const { database, clock } = platform();
  const { question } = readExportsAddress(Object.fromEntries(query), clock());
  const rows = await firstExportedOrders(database.read, actor, { ...question, limit: EXPORTED_FILE_ROWS + 1 });
  if (!rows) return null;
  const [locale, words] = [await getLocale(), await getTranslations()];
  if (rows.length > EXPORTED_FILE_ROWS) {
    const maximum = new Intl.NumberFormat(locale).format(EXPORTED_FILE_ROWS);
    return tooMany(words("exports.rows.tooMany", { maximum }));
  }
  const fileName = `services-exports-orders-${question.first}-${question.last}.csv`;
  return { fileName, contentType: "text/csv; charset=utf-8", body: exportedOrdersCsv(rows, { locale, words }) };
});
