import { useLocale, useTranslations } from "next-intl";
import { Anchor, Button, Panel } from "@/components/ui/blocks";
import { Field, TextInput } from "@/components/ui/form/inputs";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";
import { type HsEntry, hsId, labelIn } from "@/domain/tariff/hs-entry";
import type { ChapterGroup } from "@/views/tariff";
import { CandidateText } from "./candidate-text";
import { useCodeName } from "./tariff-entry";

type TariffSearchProps = {
  /** The page's own address; the form is sent there by GET, so a search can be sent to a colleague. */
  readonly action: string;
  readonly q: string;
};

export function TariffSearch({ action, q }: TariffSearchProps) {
  const t = useTranslations("tariff.search");
  return (
    <form method="get" action={action} className="grid gap-3">
      <Field id="tariff-q" label={t("label")} help={t("help")} isRequired>
        {(wiring) => <TextInput {...wiring} type="search" name="q" maxLength={QUESTION_LETTERS_MAX} defaultValue={q} />}
      </Field>
      <div>
        <Button variant="primary">{t("do")}</Button>
      </div>
    </form>
  );
}

type ChapterResultsProps = { readonly groups: readonly ChapterGroup[]; readonly hrefOf: (id: string) => string };

/** What was found, a box for each chapter: the same word means other goods in other chapters. */
export function ChapterResults({ groups, hrefOf }: ChapterResultsProps) {
  const t = useTranslations("tariff.search");
  const locale = useLocale();
  const codeName = useCodeName();
  const titleOf = (chapter: HsEntry | null) =>
    chapter ? t("chapter", { code: chapter.code, label: labelIn(chapter.labels, locale)?.text ?? "" }) : t("sections");
  return groups.map(({ chapter, found }) => (
    <Panel key={chapter?.code ?? ""} title={titleOf(chapter)}>
      <ul className="grid gap-3">
        {found.map((candidate) => (
          <li
            key={hsId(candidate.code, candidate.country)}
            className="grid grid-cols-[5.5rem_minmax(0,1fr)] desk:grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3"
          >
            <Anchor href={hrefOf(hsId(candidate.code, candidate.country))} className="font-medium tabular-nums">
              {codeName(candidate)}
            </Anchor>
            <div>
              <CandidateText candidate={candidate} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  ));
}
