import type { SearchParams } from "./traffic-address";

export type RowsGroup = "all" | "border" | "other";

/** Which hubs' rows are asked for, and where the page starts. */
export function readRowsAddress({ hub, cursor }: SearchParams): { hub: RowsGroup; cursor: string | null } {
  return {
    hub: hub === "border" || hub === "other" ? hub : "all",
    cursor: typeof cursor === "string" ? cursor : null,
  };
}
