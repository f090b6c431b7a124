import { getTranslations } from "next-intl/server";
import { csvOf } from "@/domain/interchange/csv";
import { BOOK_PARTS, type BookPart } from "@/domain/services/address-book";
import { toIso } from "@/domain/shared/time";
import { addressBookOf } from "@/server/deals/book/queries";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";

const PARTS = Object.keys(BOOK_PARTS) as BookPart[];

/** All that the address book of the reader's organisation holds. */
export const GET = download("draft.change", async ({ actor }) => {
  const t = await getTranslations("accounts.book");
  const rows = await addressBookOf(platform().database.read, actor);
  const heads = [t("kindHead"), ...PARTS.map((part) => t(`part.${part}`)), t("used")];
  const cells = rows.map(({ kind, facts, usedAt }) => [
    t(`kind.${kind}`),
    ...PARTS.map((part) => facts[part] ?? ""),
    toIso(usedAt),
  ]);
  return { fileName: "address-book.csv", contentType: "text/csv; charset=utf-8", body: csvOf(heads, cells) };
});
