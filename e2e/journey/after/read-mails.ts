import type { Service } from "@/domain/shared/service";
import { SERVICES } from "@/domain/shared/service";
import { stored } from "../../support/stored";
import type { Cast } from "../cast";
import { mailOf } from "../join/join-market";
import type { Lane } from "../lanes/lane";
import type { Posted } from "../post/post-deal";
import { rivalFacts } from "../rival";
import { type Due, expectMails } from "./expect-mails";

/** Who won which kinds. */
export type Winners = Readonly<Record<Service, "newcomer" | "rival">>;

const referenceOf = (table: "requests" | "orders", where: string, id: string, service: Service): string =>
  String(stored(`SELECT reference FROM ${table} WHERE ${where} = ? AND service = ?`, id, service)[0]?.reference);

/** Everything that the trade had to mail after its bids were opened, to everybody who is concerned. */
export async function readMails(cast: Cast, lane: Lane, { dealId }: Posted, winners: Winners): Promise<void> {
  const { locale, performed } = lane;
  const requestOf = (service: Service) => referenceOf("requests", "deal_id", dealId, service);
  const order = { service: performed, reference: referenceOf("orders", "deal_id", dealId, performed) };
  const opened = SERVICES.map(
    (service): Due => ({ kind: "request_opened", service, reference: requestOf(service), bids: 2 }),
  );
  const closed = opened.map((due): Due => ({ ...due, kind: "request_closed_to_bidder" }));
  const decided = (who: "newcomer" | "rival"): Due[] => [
    ...SERVICES.map(
      (service): Due => ({
        kind: winners[service] === who ? "bid_won" : "bid_lost",
        service,
        reference: requestOf(service),
      }),
    ),
    ...(winners[performed] === who ? [{ kind: "order_accepted", ...order } as const] : []),
  ];
  const { buyer, colleague, newcomer, rival } = cast;
  await expectMails({ person: buyer, email: mailOf(lane.buyer), locale }, [
    ...opened,
    { kind: "order_delivered", ...order },
  ]);
  if (lane.isOpenedByTwo)
    await expectMails({ person: colleague, email: mailOf(lane.buyer, "colleague"), locale }, opened);
  await expectMails({ person: newcomer, email: mailOf(lane.newcomer), locale }, [...closed, ...decided("newcomer")]);
  await expectMails({ person: rival, ...rivalFacts(locale) }, [...closed, ...decided("rival")]);
}
