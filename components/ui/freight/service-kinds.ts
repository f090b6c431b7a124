import type { IconName } from "../icons/icon-paths";

/** Always in this order, so that slots and lanes can be read without their words. */
export const SERVICE_KINDS = ["logistics", "payment", "customs", "inspection"] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export const SERVICE_ICONS = {
  logistics: "train-front",
  payment: "landmark",
  customs: "stamp",
  inspection: "clipboard-check",
} as const satisfies Record<ServiceKind, IconName>;
