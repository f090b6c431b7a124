import { useTranslations } from "next-intl";
import { HS_LANGUAGES, type HsEntry } from "@/domain/tariff/hs-entry";
import { OWN_SOURCE } from "@/domain/tariff/own-source";

/** What an entry is called in every language that its lists have, and the other words it is found by. */
export function EntryNames({ entry }: { readonly entry: HsEntry }) {
  const t = useTranslations("tariff");
  const names = HS_LANGUAGES.flatMap((language) => {
    const text = entry.labels[language];
    return text ? [{ language, text }] : [];
  });
  return (
    <dl className="grid gap-x-4 gap-y-2 desk:grid-cols-[10rem_minmax(0,1fr)]">
      {names.map(({ language, text }) => (
        <div key={language} className="contents">
          <dt className="text-ink-3">{t(`language.${language}`)}</dt>
          <dd lang={language}>{text}</dd>
        </div>
      ))}
      {entry.keywords.length > 0 && (
        <>
          <dt className="text-ink-3">{t("page.keywords")}</dt>
          <dd>{entry.keywords.join(" · ")}</dd>
        </>
      )}
      <dt className="text-ink-3">{t("page.source")}</dt>
      <dd>
        {t("page.sourceOf", {
          isOwn: String(entry.source === OWN_SOURCE),
          source: entry.source,
          edition: entry.edition,
        })}
      </dd>
    </dl>
  );
}
