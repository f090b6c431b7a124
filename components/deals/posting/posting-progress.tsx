import { useTranslations } from "next-intl";
import { FormProgress } from "@/components/ui/long-form/form-progress";
import { SECTIONS, type Section } from "@/domain/requests/posting/posting-issue";

/** How much each part of the form still lacks. */
export type Missing = Readonly<Record<Section, number>>;

type PostingProgressProps = {
  readonly missing: Missing;
  readonly firstOf: Readonly<Partial<Record<Section, string>>>;
};

/** The parts of the posting with what is missing, each a link to its first gap. */
export function PostingProgress({ missing, firstOf }: PostingProgressProps) {
  const t = useTranslations("deals.form.section");
  return (
    <FormProgress
      parts={SECTIONS.map((section) => ({
        key: section,
        title: t(section),
        href: `#${firstOf[section] ?? `section-${section}`}`,
        missing: missing[section],
      }))}
    />
  );
}
