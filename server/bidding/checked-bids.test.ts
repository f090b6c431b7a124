import { EXPORTER } from "../../domain/services/examples";
import { describe, expect, test } from "vitest";
import { addDays, DAY_MS, dayOf, later } from "@/domain/shared/time";
import { amendMarket } from "@/test/amend-market";
import { done, refusalOf } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { grantCheck } from "@/test/granted-check";
import { takeBackCheck } from "../accounts/checks/decide-check";
import { reviseBid } from "./submit-bid";

/** A request for checked organisations on which a checked provider has bid, and what the market says of the provider since. */
async function checkedMarket() {
  const of = await amendMarket({ visibility: "checked" });
  const { administrator, provider } = of.actors;
  const found = { register: "stat.gov.kz", expiresOn: addDays(dayOf(START), 30), reason: "Found, active, same name" };
  done(await grantCheck(of, { organisationId: "provider", ...found }));
  const { id: bidId } = await of.bid();
  const shorter = { bidId, transitDays: { min: 2, max: 3 } };
  return {
    ...of,
    bidId,
    revise: () => of.run(reviseBid, provider, shorter),
    takeBack: () => {
      of.setClock(later(START, DAY_MS / 2));
      return of.run(takeBackCheck, administrator, { organisationId: "provider", reason: "Struck off" });
    },
  };
}

describe("On a request for checked organisations a bidder whose check holds", () => {
  test("revises its bid; one whose check was taken back does not.", async () => {
    const of = await checkedMarket();
    expect(done(await of.revise())).toMatchObject({ version: 2 });
    done(await of.takeBack());
    expect(refusalOf(await of.revise())).toBe("not_checked");
    expect(await of.bidRow(of.bidId)).toMatchObject({ state: "submitted", version: 2 });
  });

  test("confirms its bid after an amendment; one whose check was taken back does not.", async () => {
    const of = await checkedMarket();
    done(await of.amend());
    expect(await of.bidRow(of.bidId)).toMatchObject({ state: "stale" });
    done(await of.confirm(of.bidId));
    expect(await of.bidRow(of.bidId)).toMatchObject({ state: "submitted", amendment: 1 });
    done(await of.amend({ spec: { side: "export", supervisionMode: "0110", ...EXPORTER, declarations: 12 } }));
    done(await of.takeBack());
    expect(refusalOf(await of.confirm(of.bidId))).toBe("not_checked");
    expect(await of.bidRow(of.bidId)).toMatchObject({ state: "stale", amendment: 1 });
  });
});
