import { useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/words/country-name";
import type { Channel, CorridorHealth } from "@/domain/remittance/corridor-health";

/** A channel in the words that bids use; one that no bid named says so. */
export function useChannelName(): (channel: Channel | null) => string {
  const t = useTranslations();
  return (channel) =>
    channel === null ? t("remittance.channelNotSaid") : t(`service-payment.option.channel.${channel}`);
}

/** From which country to which, in which currency: "Kazakhstan → China, CNY". */
export function useCorridorName(): (of: Pick<CorridorHealth, "payerCountry" | "payeeCountry" | "currency">) => string {
  const t = useTranslations("remittance.corridor");
  const countryName = useCountryName();
  return ({ payerCountry, payeeCountry, currency }) =>
    t("name", { from: countryName(payerCountry), to: countryName(payeeCountry), currency });
}
