import type { OwnCorridor } from "@/domain/remittance/corridor-health";
import { paymentTermsSchema } from "@/domain/services/payment/terms";
import { ChannelNote } from "./channel-note";

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
