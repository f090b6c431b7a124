import { useLocale, useTranslations } from "next-intl";
import { SaidList } from "./said-list";
import { BESIDE_ROWS, type BesideRow, besideWords, type Said } from "./word-beside";

type BesideViewProps = {
  readonly content: Said;
  /** What is asked of the bid here; a package that was reached, say, an order tells with its price. */
  readonly rows?: readonly BesideRow[];
};

/** What a bid says beside its price, and in a line what it says nothing of. */
export function BesideView({ content, rows = BESIDE_ROWS }: BesideViewProps) {
  const t = useTranslations("bidding.beside");
  const words = useTranslations();
  const locale = useLocale();
  const said = besideWords(content, { locale, words: (key, values) => words(key, values) });
  const silent = rows.filter((row) => said[row].length === 0);
  return (
    <div className="px-4 py-2 text-sm">
      {silent.length < rows.length && (
        <SaidList
          rows={rows
            .filter((row) => said[row].length > 0)
            .map((row) => ({
              head: t(`row.${row}`),
              texts: said[row],
            }))}
        />
      )}
      {silent.length > 0 && (
        <p className="text-ink-3">{t("notSaid", { what: silent.map((row) => t(`row.${row}`)).join(t("said.and")) })}</p>
      )}
    </div>
  );
}
