import { useTranslations } from "next-intl";
import { FormProgress } from "@/components/ui/form/form-progress";
import { SECTIONS, type Section } from "@/domain/requests/posting-issue";
import { Note } from "@/components/ui/blocks";
import type { DraftSuggestions } from "@/domain/deals/clerk/suggestions";

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

type ClerkNoteProps = { readonly suggested: DraftSuggestions; readonly open: number };

/** Above a draft that was made of a text: who read it, how much is still to be confirmed, and what was not understood. */
export function ClerkNote({ suggested, open }: ClerkNoteProps) {
  const t = useTranslations("clerk.note");
  const { model } = suggested;
  return (
    <Note tone={open > 0 ? "info" : "ok"}>
      <p>
        <b className="mr-1">{t(model === "answered" ? "withModel" : "byRules")}</b>
        {model !== undefined && model !== "answered" && <span className="mr-1">{t(`alone.${model}`)}</span>}
        {open > 0 ? t("open", { count: open }) : t("done")}
      </p>
      {suggested.unread.length > 0 && (
        <details>
          <summary className="cursor-pointer">{t("unread", { count: suggested.unread.length })}</summary>
          <ul className="list-disc pl-5">
            {[...new Set(suggested.unread)].map((words) => (
              <li key={words} className="break-words">
                {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Note>
  );
}
