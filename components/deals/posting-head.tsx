import { useTranslations } from "next-intl";
import { FormProgress } from "@/components/ui/form/form-progress";
import { SECTIONS, type Section } from "@/domain/requests/posting-issue";
import { Note } from "@/components/ui/blocks";
import { Sentences } from "@/components/ui/words";
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

/** Above a draft that was made of a text: who read it, what was filled in, what stands beside its field, and what was not understood. */
export function ClerkNote({ suggested }: { readonly suggested: DraftSuggestions }) {
  const t = useTranslations("clerk.note");
  const { model } = suggested;
  const [filled, open] = [suggested.filled, suggested.suggestions].map((of) => Object.keys(of).length);
  return (
    <Note tone={open ? "info" : "ok"}>
      <p>
        <b className="mr-1">{t(model === "answered" ? "withModel" : "byRules")}</b>
        {model !== undefined && model !== "answered" && <span className="mr-1">{t(`alone.${model}`)}</span>}
        <Sentences>
          {t("filled", { count: filled ?? 0 })}
          {open ? t("open", { count: open }) : null}
        </Sentences>
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
