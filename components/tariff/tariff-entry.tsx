import { useLocale, useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import { Anchor } from "@/components/ui/blocks";
import { HS_LANGUAGES, type HsEntry, OWN_SOURCE, labelIn } from "@/domain/tariff/hs-entry";

type EntryListProps = { readonly entries: readonly HsEntry[]; readonly hrefOf: (id: string) => string };

/** A code as its readers write it: a section by its number in their own way, "第十二类"; all others by their digits. */
export function useCodeName(): (entry: Pick<HsEntry, "code" | "level">) => string {
  const t = useTranslations("tariff");
  return ({ code, level }) => (level === "section" ? t("section", { code }) : code);
}

/** Entries above or below another, with the level that each has where its code does not say it. */
export function EntryList({ entries, hrefOf }: EntryListProps) {
  const level = useTranslations("tariff.level");
  const locale = useLocale();
  const countryName = useCountryName();
  const codeName = useCodeName();
  return (
    <ul className="grid gap-2">
      {entries.map((entry) => {
        const label = labelIn(entry.labels, locale);
        return (
          <li
            key={entry.id}
            className="grid grid-cols-[5.5rem_minmax(0,1fr)] desk:grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3"
          >
            <Anchor href={hrefOf(entry.id)} className="font-medium tabular-nums">
              {codeName(entry)}
            </Anchor>
            <span>
              <span lang={label?.language}>{label?.text}</span>{" "}
              <span className="text-sm text-ink-3">
                {entry.level !== "section" && level(entry.level)} {entry.country && countryName(entry.country)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

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
