import { Sentences, useNameList } from "@/components/ui/words";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/blocks";
import { Icon } from "@/components/ui/icons/icon";
import { foundBy, type HeadingCandidate, type Suggestion } from "@/domain/deals/clerk/suggestions";
import { useMatchReason } from "@/components/tariff/candidate-text";

const ICONS = { rules: "circle-help", model: "message-square" } as const;

type HintProps = {
  /** Names the words, so that they are read with the field. */
  readonly id?: string;
  readonly suggestion: Suggestion;
  /** The suggested value as the field would show it. */
  readonly value: string;
};

/** Says beside an empty field what it perhaps is, by whom and why, and from which words; it is read with the field. */
export function SuggestionWords({ id, suggestion, value }: HintProps) {
  const t = useTranslations("clerk");
  const by = foundBy(suggestion);
  return (
    <span id={id} className="min-w-0 flex-1 basis-32 break-words text-sm text-ink-2">
      <Icon name={ICONS[by]} />{" "}
      <Sentences>
        {t.rich("mark.perhaps", { value, b: (words) => <b>{words}</b> })}
        {t("mark.from", { words: suggestion.words })}
        <span className="help-words">
          <Sentences>
            {t(`mark.by.${by}`)}
            {t(`reason.${suggestion.reason}`)}
          </Sentences>
        </span>
      </Sentences>
    </span>
  );
}

/** Takes what is suggested for a field, and saves the rest as typed. */
export function TakeButton({ field, label }: { readonly field: string; readonly label: string }) {
  const t = useTranslations("clerk.mark");
  return (
    <Button
      size="small"
      name="intent"
      value={`take:${field}`}
      icon="check"
      aria-label={t("takeField", { field: label })}
    >
      {t("take")}
    </Button>
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
