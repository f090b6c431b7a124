import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/catalogue/party-name";
import type { ComparePage } from "@/domain/award/compare-view";

/** How a comparison calls a bidder outside its columns: its letter there and its name. Empty for one that is not among them. */
export function useBidderName(providers: ComparePage["providers"]): (providerId: string | undefined) => string {
  const t = useTranslations("award");
  const locale = useLocale();
  return (providerId) => {
    const provider = providers.find(({ id }) => id === providerId);
    return provider ? t("bidder", { letter: provider.letter, name: partyName(provider, locale) }) : "";
  };
}
