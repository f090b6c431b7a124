import type { Hub } from "@/domain/hubs/hub";
import type { BorderWait } from "@/domain/hubs/network/network";
import type { Mode, Place } from "@/domain/hubs/place";

/** What the board says of a hub. */
export type HubCardView = Pick<Hub, "id" | "nameEn" | "nameZh" | "isBorderHub"> & {
  readonly countries: readonly string[];
  readonly modes: readonly Mode[];
  readonly waits: readonly BorderWait[];
  readonly clocks: readonly { readonly country: string; readonly zone: string }[];
  readonly places: readonly Place[];
  readonly openRequests: number;
};
