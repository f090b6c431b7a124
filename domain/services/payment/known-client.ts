import type { Service } from "@/domain/shared/vocabulary";

/** A client is checked once: an order of one whom the provider has approved before has neither. */
export const KYC_STEPS = ["kyc_submitted", "kyc_approved"] as const;

type Steps = { readonly service: Service; readonly milestones: readonly { readonly code: string }[] };

/** Whether an order was made for a client whom its provider had approved on an earlier one: it has no steps of a check. */
export const isOfKnownClient = ({ service, milestones }: Steps): boolean =>
  service === "payment" && !milestones.some(({ code }) => code === KYC_STEPS[0]);
