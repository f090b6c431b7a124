import type { ModeNow } from "@/domain/hubs/board/board-view";
import type { Hub } from "@/domain/hubs/hub";
import type { Mode, Place } from "@/domain/hubs/place";

/** What the board says of a hub. */
export type HubCardView = Pick<Hub, "id" | "nameEn" | "nameZh" | "isBorderHub"> & {
  readonly countries: readonly string[];
  readonly modes: readonly Mode[];
  readonly now: readonly ModeNow[];
  readonly clocks: readonly { readonly country: string; readonly zone: string }[];
  readonly places: readonly Place[];
  readonly openRequests: number;
};
