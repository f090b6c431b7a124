import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import type { NoticeKind } from "@/domain/notices/notification-rule";
import { noticeValues } from "@/domain/notices/notice-words";
import { translator } from "@/server/platform/translate";
import { expect } from "../support/test";
import { stored } from "../support/stored";
import type { Person } from "./person";
import { type Cast, rivalFacts } from "./cast";
import { mailOf } from "./join-market";
import type { Lane } from "./lane";
import type { Posted } from "./post-deal";

/** A mail that must have been written: what it is about, by the number that its page is known by. */
export type Due = {
  readonly kind: NoticeKind;
  readonly service: Service;
  readonly reference: string;
  readonly bids?: number;
};

/** A time in a subject, whatever it is. */
const ANY = "%";

export type Addressee = {
  readonly person: Person;
  readonly email: string;
  /** What their mail is written in. */
  readonly locale: string;
};

function linkOf({ email, locale }: Addressee, { kind, ...facts }: Due): string | undefined {
  const t = translator(locale);
  const subject = t(
    `mail.subject.${kind}`,
    noticeValues({ until: ANY, ...facts }, { word: t, time: () => ANY, locale }),
  );
  const [mail] = stored("SELECT body FROM mails WHERE to_address = ? AND subject LIKE ?", email, subject);
  return /^https?:\/\/\S+$/m.exec(String(mail?.body ?? ""))?.[0];
}

/** Each mail has come, and its link opens, for whom it was written to, the page of what it speaks of. */
export async function expectMails(addressee: Addressee, due: readonly Due[]): Promise<void> {
  const { page } = addressee.person;
  for (const mail of due) {
    const what = `${mail.kind} of ${mail.reference} to ${addressee.email}`;
    await expect.poll(() => linkOf(addressee, mail), what).toBeTruthy();
    const link = linkOf(addressee, mail) as string;
    const response = await page.request.get(link);
    expect(response.status(), what).toBe(200);
    expect(response.url(), what).toBe(link);
    expect(await response.text(), what).toContain(mail.reference);
  }
}

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
