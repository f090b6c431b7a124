import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import type { ComparePage } from "@/views/comparison";

/** How a comparison calls one offer of a bidder: its letter, with the number of the alternative behind it. */
export const offerLetter = (letter: string, alternative: number): string =>
  alternative === 0 ? letter : `${letter}·${alternative}`;

/** How a comparison calls a bidder outside its columns: its letter there and its name. Empty for one that is not among them. An alternative has its number behind the letter. */
export function useBidderName(
  providers: ComparePage["providers"],
): (providerId: string | undefined, alternative?: number) => string {
  const t = useTranslations("award");
  const locale = useLocale();
  return (providerId, alternative = 0) => {
    const provider = providers.find(({ id }) => id === providerId);
    return provider
      ? t("bidder", { letter: offerLetter(provider.letter, alternative), name: partyName(provider, locale) })
      : "";
  };
}
