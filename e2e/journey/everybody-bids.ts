import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { expect } from "../support/test";
import type { Lane } from "./lane";
import { type Person, arrive, go, press } from "./person";
import { partyName } from "@/components/ui/words";
import type { Offer } from "./offer";
import { newcomersOffers, newcomersRevision, rivalsOffers } from "./offers";
import { type Sent, reviseBid, sendBid } from "./send-bid";
import { type Cast, rivalFacts } from "./cast";
import { expectSaid } from "./fill-part";
import { type Posted, expectPlan } from "./post-deal";

/** As a provider does who looks for work: words and a service into the filters, then the one row that is left. Answers its number. */
async function findRequest(person: Person, service: Service, lane: Lane): Promise<string> {
  const { page, t } = person;
  await go(person, "/requests");
  const opener = page.getByRole("button", { name: t("ui.filter.open") });
  if (await opener.isVisible()) await opener.click();
  await page.getByLabel(t("requests.filter.q"), { exact: true }).fill(lane.goods);
  await page.getByRole("combobox", { name: t("requests.filter.service"), exact: true }).selectOption(service);
  await press(person, t("ui.filter.apply"));
  await arrive(person, new RegExp(`/requests\\?.*service=${service}`));
  await expect(page.getByText(lane.goods).filter({ visible: true }).first()).toBeVisible();
  const row = page.getByRole("link", { name: /KR-/ }).filter({ visible: true });
  await expect(row).toHaveCount(1);
  const [reference = ""] = /KR-[\w-]+/.exec(await row.innerText()) ?? [];
  await row.click();
  await arrive(person, /\/requests\/\w{26}$/);
  return reference;
}

export type Bids = Readonly<Record<"newcomer" | "rival", Readonly<Record<Service, Sent>>>>;

/** The first request is looked for, the others are one address away. */
async function toRequest(person: Person, lane: Lane, { service, id }: { service: Service; id: string }): Promise<void> {
  if (service === SERVICES[0]) await findRequest(person, service, lane);
  else await go(person, `/requests/${id}`);
}

/** Fields of a payment that its buyer and the awarded provider alone read. */
const KEPT_FROM_BIDDERS = ["payeeName", "payeeAccount"];

async function bidOnAll(person: Person, lane: Lane, posted: Posted, offers: Readonly<Record<Service, Offer>>) {
  const sent: [Service, Sent][] = [];
  for (const service of SERVICES) {
    await toRequest(person, lane, { service, id: posted.requestIds[service] });
    const asked = posted.asked[service] ?? [];
    const hidden = asked.filter(({ name }) => KEPT_FROM_BIDDERS.includes(name));
    await expectSaid(
      person.page.getByRole("main"),
      asked.filter((field) => !hidden.includes(field)),
    );
    for (const words of hidden.flatMap(({ says }) => says)) await expect(person.page.getByText(words)).toHaveCount(0);
    if (service === "inspection") await expectPlan(person, lane);
    sent.push([service, await sendBid(person, offers[service])]);
  }
  return Object.fromEntries(sent) as Record<Service, Sent>;
}

/** Two providers read each request as it was typed, and bid on it; one changes a bid before the close. */
export async function everybodyBids({ rival, newcomer }: Cast, lane: Lane, posted: Posted): Promise<Bids> {
  const rivals = await bidOnAll(rival, lane, posted, rivalsOffers(lane, rival.t));
  const newcomers = await bidOnAll(newcomer, lane, posted, newcomersOffers(lane, newcomer.t));
  await go(newcomer, `/requests/${posted.requestIds.logistics}`);
  const revised = await reviseBid(newcomer, newcomers.logistics, newcomersRevision(lane));
  return { rival: rivals, newcomer: { ...newcomers, logistics: revised } };
}

/** The bids on one request, by the names under which their buyer reads them. */
export const bidsByName = (bids: Bids, service: Service, { locale, newcomer }: Lane): ReadonlyMap<string, Sent> =>
  new Map([
    [rivalFacts(locale).shown, bids.rival[service]],
    [partyName(newcomer, locale), bids.newcomer[service]],
  ]);
