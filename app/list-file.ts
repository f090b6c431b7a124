import { getLocale, getTranslations } from "next-intl/server";
import { fileOf, type FileColumns } from "@/components/ui/table/list-file";
import { csvOf } from "@/domain/interchange/csv";
import type { ListName } from "@/domain/accounts/list-view";
import type { Actor } from "@/domain/access/policy";
import { MARKET_ZONE } from "@/domain/shared/time";
import { arrangedList } from "@/server/accounts/list-views";
import { everyRow } from "@/server/platform/every-page";
import { currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import type { Download } from "@/server/platform/form/page-download";

/** So many rows one file holds. */
const ROWS_MAX = 2_000;

type Spoken = { readonly locale: string; readonly zone: string; readonly words: (key: string) => string };

type ListFile<Row> = {
  readonly list: ListName;
  readonly pageAfter: (cursor: string | null) => Promise<{ items: readonly Row[]; nextCursor: string | null }>;
  readonly columnsIn: (spoken: Spoken) => FileColumns<Row>;
};

/** The file of a list: its rows with the same filters and in the same order, in the columns that the reader has chosen. A list with more rows than fit is refused, so that no file looks complete and is not. */
export async function listFile<Row>(actor: Actor, { list, pageAfter, columnsIn }: ListFile<Row>) {
  const [t, locale, session] = [await getTranslations(), await getLocale(), await currentSession()];
  const rows = await everyRow(pageAfter, ROWS_MAX);
  if (rows === null) {
    const maximum = new Intl.NumberFormat(locale).format(ROWS_MAX);
    return new Response(t("lists.file.tooMany", { maximum }), {
      status: 409,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
    });
  }
  const { columns } = await arrangedList(platform().database.read, actor, list);
  const words = (key: string) => t(key as never);
  const file = fileOf(columnsIn({ locale, zone: session?.timeZone ?? MARKET_ZONE, words }), columns, rows);
  const answer: Download = {
    fileName: `${list}.csv`,
    contentType: "text/csv; charset=utf-8",
    body: csvOf(file.heads, file.rows),
  };
  return answer;
}
