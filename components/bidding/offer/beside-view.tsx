import { useLocale, useTranslations } from "next-intl";
import { BESIDE_ROWS, besideWords, type Said } from "./word-beside";

/** What a bid says beside its price, and in a line what it says nothing of. */
export function BesideView({ content }: { readonly content: Said }) {
  const t = useTranslations("bidding.beside");
  const words = useTranslations();
  const locale = useLocale();
  const said = besideWords(content, { locale, words: (key, values) => words(key, values) });
  const silent = BESIDE_ROWS.filter((row) => said[row].length === 0);
  return (
    <div className="px-4 py-2 text-sm">
      {silent.length < BESIDE_ROWS.length && (
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
          {BESIDE_ROWS.filter((row) => said[row].length > 0).map((row) => (
            <div key={row} className="contents">
              <dt className="text-ink-2">{t(`row.${row}`)}</dt>
              <dd>
                {said[row].map((text) => (
                  <span key={text} className="block break-words">
                    {text}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {silent.length > 0 && (
        <p className="text-ink-3">{t("notSaid", { what: silent.map((row) => t(`row.${row}`)).join(t("said.and")) })}</p>
      )}
    </div>
  );
}
