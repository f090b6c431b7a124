import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";
import { SECTIONS, type Section } from "@/domain/deals/posting/posting-issue";

/** How much each part of the form still lacks. */
export type Missing = Readonly<Record<Section, number>>;

/** The parts of the form with what is missing, each a link to its first gap. */
export function PostingProgress({
  missing,
  firstOf,
}: {
  readonly missing: Missing;
  readonly firstOf: Readonly<Partial<Record<Section, string>>>;
}) {
  const t = useTranslations("deals.form");
  return (
    <nav aria-label={t("progress")}>
      <ol className="flow rounded-panel border border-line bg-surface px-4 py-2">
        {SECTIONS.map((section, at) => (
          <li key={section}>
            <a className="inline-flex items-center gap-1 py-1" href={`#${firstOf[section] ?? `section-${section}`}`}>
              <Icon name={missing[section] === 0 ? "circle-check" : "circle-dashed"} />
              {at + 1} {t(`section.${section}`)}
            </a>{" "}
            <span className="text-sm text-ink-3">
              {missing[section] === 0 ? t("complete") : t("missing", { count: missing[section] })}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
