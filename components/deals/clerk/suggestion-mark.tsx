import { Sentences } from "@/components/ui/page/sentences";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Icon } from "@/components/ui/icons/icon";
import { foundBy, type Suggestion } from "@/domain/deals/clerk/draft/suggestions";

const ICONS = { rules: "circle-help", model: "message-square" } as const;

/** Says of a field that its value is suggested, by whom, from which words and why; it is read with the field. */
export function SuggestionWords({ suggestion }: { readonly suggestion: Suggestion }) {
  const t = useTranslations("clerk");
  const by = foundBy(suggestion);
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
