import { unreachable } from "../shared/assert";
import type { RoundState } from "./round";

/** Whose move an inspection on site is, and what they do. */
export type InspectionTurn =
  | { readonly holder: "provider"; readonly what: "book" | "rebook" | "arrive" | "inspect" | "issue" }
  | { readonly holder: "buyer"; readonly what: "decide" }
  | { readonly holder: "nobody"; readonly what: "decided" };

/** By the last round: the inspection company moves until its report, then the buyer decides. */
export function inspectionTurn(last: { readonly state: RoundState } | undefined): InspectionTurn {
  switch (last?.state) {
    case undefined:
      return { holder: "provider", what: "book" };
    case "asked":
      return { holder: "provider", what: "rebook" };
    case "booked":
      return { holder: "provider", what: "arrive" };
    case "on_site":
      return { holder: "provider", what: "inspect" };
    case "left":
      return { holder: "provider", what: "issue" };
    case "reported":
      return { holder: "buyer", what: "decide" };
    case "decided":
      return { holder: "nobody", what: "decided" };
    default:
      return unreachable(last as never);
  }
}
