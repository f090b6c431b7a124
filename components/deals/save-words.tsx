import { useLocale, useTranslations } from "next-intl";
import { Anchor, Button, Note } from "@/components/ui/blocks";
import { Sentences } from "@/components/ui/words";
import type { SaveTold } from "./use-draft-autosave";

type SaveWordsProps = {
  readonly told: SaveTold;
  readonly isUnsaved: boolean;
  /** Where the draft is opened again. */
  readonly draftHref: string;
};

/** Where what was typed is: in a draft, and behind which link; in this browser alone; or nowhere yet. */
export function SaveWords({ told: { state, words }, isUnsaved, draftHref }: SaveWordsProps) {
  const t = useTranslations("deals.form");
  return (
    <div className="flex flex-wrap text-sm text-ink-3">
      <output className="not-empty:mr-3">
        {state === "saved" && words}
        {state === "kept" && t("keptHere")}
        {state === "refused" && t("notSaved")}
      </output>
      {state === "saved" && (
        <span className="mr-3">
          <Anchor href={draftHref}>{t("openDraft")}</Anchor>
        </span>
      )}
      {isUnsaved && state !== "kept" && <span>{t("unsaved")}</span>}
    </div>
  );
}

type TypedBeforeProps = {
  readonly isOffered: boolean;
  /** Takes what this browser has into the form, or forgets it. */
  readonly settle: (isTaken: boolean) => void;
  /** Drafts that were typed without a connection and are sent now. */
  readonly sentLate: readonly string[];
};

/** What this browser had kept: offered where the draft was changed since, and told of where it has become a draft of its own. */
export function TypedBefore({ isOffered, settle, sentLate }: TypedBeforeProps) {
  const t = useTranslations("deals.form");
  const locale = useLocale();
  return (
    <>
      {isOffered && (
        <Note tone="warn" isLive>
          <p>{t("typedBefore")}</p>
          <div className="flow mt-2">
            <Button type="button" size="small" onClick={() => settle(true)}>
              {t("takeTyped")}
            </Button>
            <Button type="button" size="small" variant="quiet" onClick={() => settle(false)}>
              {t("keepSaved")}
            </Button>
          </div>
        </Note>
      )}
      {sentLate.map((id) => (
        <Note key={id} tone="ok" isLive>
          <Sentences>
            {t("sentLate")}
            <Anchor href={`/${locale}/deals/drafts/${id}`}>{t("openDraft")}</Anchor>
          </Sentences>
        </Note>
      ))}
    </>
  );
}
