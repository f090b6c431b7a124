import { useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { newId } from "@/server/platform/platform";
import { repeatDealAction } from "./actions";

/** Begins a draft with all that a deal was posted with: from the deal itself, and from a request or an order of it that was called off. */
export function RepeatDeal({ dealId }: { readonly dealId: string }) {
  const t = useTranslations("deals.page");
  return (
    <ClientWords>
      <OneButtonForm action={repeatDealAction} fields={{ dealId, draftId: newId() }}>
        {t("repeat")}
      </OneButtonForm>
    </ClientWords>
  );
}
