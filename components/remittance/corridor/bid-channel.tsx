import type { OwnCorridor } from "@/domain/remittance/corridor-health";
import { paymentTermsSchema } from "@/domain/services/payment/terms";
import { gapOf } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { ShareText } from "@/components/ui/figures/share-text";
import { Note } from "@/components/ui/page/note";
import { type Channel, HEALTH_DAYS } from "@/domain/remittance/corridor-health";
import { useChannelName } from "./corridor-name";
import { SettleText } from "./settle-text";

type ChannelNoteProps = { readonly corridor: OwnCorridor; readonly channel: Channel | null };

const WARNS_FROM_BPS = 2_000;

/** How the channel that a bid goes by has fared on this corridor; says so where too little is known. */
function ChannelNote({ corridor, channel }: ChannelNoteProps) {
  const t = useTranslations("remittance.corridor");
  const stop = useTranslations("ui")("stop") + gapOf(useLocale());
  const channelName = useChannelName();
  const of = corridor.channels.find((one) => one.channel === channel);
  if (!of) return <Note>{t("channelUnknown", { channel: channelName(channel) })}</Note>;
  return (
    <Note tone={of.returnRateBps >= WARNS_FROM_BPS ? "warn" : "info"}>
      {t("channelFared", { channel: channelName(channel), days: HEALTH_DAYS })}{" "}
      <ShareText part={of.returned} whole={of.sendings} unit={t("unit")} />
      {stop}
      {t("medianOf")} <SettleText ms={of.medianSettleMs} />
      {t("thenP90")} <SettleText ms={of.p90SettleMs} />
      {stop}
      {t("channelFrozen", { frozen: of.frozen })}
    </Note>
  );
}

type BidChannelProps = {
  /** Null for other services. */
  readonly corridor: OwnCorridor | null;
  /** As the bid says them. */
  readonly terms: unknown;
};

/** How the channel of a payment bid has fared on the corridor that it is for. */
export function BidChannel({ corridor, terms }: BidChannelProps) {
  if (!corridor) return null;
  const channel = paymentTermsSchema.safeParse(terms).data?.channel ?? null;
  return (
    <div className="px-4 py-2">
      <ChannelNote corridor={corridor} channel={channel} />
    </div>
  );
}
