import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import type { DraftSuggestions } from "@/domain/deals/clerk/draft/suggestions";

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
