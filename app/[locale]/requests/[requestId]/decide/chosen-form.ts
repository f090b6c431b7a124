import { DECIDE_FORMS, type DecideFormKind } from "@/components/award/decide-form-kind";
import type { RequestPage } from "@/domain/bidding/bid-view";
import type { DecidePage, ShownDisqualification } from "@/domain/award/decide-view";

export type ChosenForm = { readonly kind: DecideFormKind; readonly bidId: string | null };

const ASKED = /^([a-z]+)(?:\.(\w{1,64}))?$/;

const isOf = (kind: "accept" | "uphold", one: ShownDisqualification): boolean =>
  one.isCuring && (kind === "accept" || one.state === "answered");

/** Which form the address asks for, where its reader may send it now: `reject`, `extend`, or `disqualify.BID`. */
export function chosenForm(asked: unknown, page: DecidePage, request: RequestPage): ChosenForm | null {
  const [, name, bidId = null] = (typeof asked === "string" && ASKED.exec(asked)) || [];
  const kind = DECIDE_FORMS.find((one) => one === name);
  switch (kind) {
    case "reject":
      return page.mayDecide ? { kind, bidId: null } : null;
    case "extend":
      return page.mayExtend ? { kind, bidId: null } : null;
    case "prolong":
      return page.mayProlong ? { kind, bidId: null } : null;
    case "disqualify": {
      const isStanding = request.bids?.some((bid) => bid.id === bidId && bid.state === "submitted");
      return page.mayDecide && isStanding ? { kind, bidId } : null;
    }
    case "accept":
    case "uphold":
      return page.mayDecide && page.disqualifications.some((one) => one.bidId === bidId && isOf(kind, one))
        ? { kind, bidId }
        : null;
    default:
      return null;
  }
}
