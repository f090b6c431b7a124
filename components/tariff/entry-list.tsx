import { useLocale, useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/words/country-name";
import { Anchor } from "@/components/ui/actions/anchor";
import { type HsEntry, labelIn } from "@/domain/tariff/hs-entry";

type EntryListProps = { readonly entries: readonly HsEntry[]; readonly hrefOf: (id: string) => string };

/** Entries above or below another, with the level that each has. */
export function EntryList({ entries, hrefOf }: EntryListProps) {
  const level = useTranslations("tariff.level");
  const locale = useLocale();
  const countryName = useCountryName();
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
              {entry.code}
            </Anchor>
            <span>
              <span lang={label?.language}>{label?.text}</span>{" "}
              <span className="text-sm text-ink-3">
                {level(entry.level)} {entry.country && countryName(entry.country)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
