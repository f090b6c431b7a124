import { Sentences, useNameList } from "@/components/ui/words";
import { useTranslations } from "next-intl";
import { useOneForAll } from "./one-for-all";
import { Button, Note } from "@/components/ui/blocks";
import { Icon } from "@/components/ui/icons/icon";
import { foundBy, type HeadingCandidate, type Suggestion } from "@/domain/deals/clerk/suggestions";
import type { Section } from "@/domain/requests/posting-issue";
import { useMatchReason } from "@/components/tariff/candidate-text";

const ICONS = { rules: "circle-help", model: "message-square" } as const;

/** Says of a field that its value is suggested, by whom, from which words and why; it is read with the field. */
export function SuggestionWords({ suggestion }: { readonly suggestion: Suggestion }) {
  const t = useTranslations("clerk");
  const isBrief = useOneForAll();
  const by = foundBy(suggestion);
  if (isBrief && suggestion.confidence === "sure") return null;
  if (isBrief)
    return (
      <span className="block truncate text-ink-2">
        <Icon name={ICONS[by]} /> <b>{t("mark.unsure")}</b> {t("mark.words", { words: suggestion.words })}
      </span>
    );
  return (
    <span className="block text-ink-2">
      <Icon name={ICONS[by]} /> <b>{t(`mark.${suggestion.confidence}`)}</b>{" "}
      <Sentences>
        {t(`mark.by.${by}`)}
        {t("mark.from", { words: suggestion.words })}
        {t(`reason.${suggestion.reason}`)}
      </Sentences>
    </span>
  );
}

/** Confirms one field as it stands, and saves the rest as typed. */
export function ConfirmButton({ field, label }: { readonly field: string; readonly label: string }) {
  const t = useTranslations("clerk.mark");
  if (useOneForAll()) return null;
  return (
    <div className="mt-1">
      <Button
        size="small"
        name="intent"
        value={`confirm:${field}`}
        icon="check"
        aria-label={t("confirmField", { field: label })}
      >
        {t("confirm")}
      </Button>
    </div>
  );
}

/** Confirms all suggested fields of one part of the form at once; nothing where none is left. */
export function ConfirmSection({ section, count }: { readonly section: Section; readonly count: number }) {
  const t = useTranslations("clerk.section");
  const isBrief = useOneForAll();
  if (count === 0 || isBrief) return null;
  return (
    <Note icon="circle-help">
      <p>{t("open", { count })}</p>
      <Button size="small" name="intent" value={`confirm-section:${section}`} icon="check">
        {t("confirm", { count })}
      </Button>
    </Note>
  );
}

/** Where the tariff's search leads from the goods of a line, with its reasons: where to look, not what to declare. */
export function HeadingPointers({ headings }: { readonly headings: readonly HeadingCandidate[] }) {
  const t = useTranslations("clerk.heading");
  const nameList = useNameList();
  const reasonOf = useMatchReason();
  if (headings.length === 0) return null;
  return (
    <span className="block">
      {t("pointers")}
      {headings.map(({ code, words, matches }) => (
        <span key={code} className="block break-words">
          {matches ? t("because", { code, reason: reasonOf(matches) }) : t("one", { code, words: nameList(words) })}
        </span>
      ))}
    </span>
  );
}
