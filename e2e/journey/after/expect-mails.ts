import type { Service } from "@/domain/shared/service";
import type { NoticeKind } from "@/domain/notices/hearing";
import { noticeValues } from "@/domain/notices/notice-values";
import { translator } from "@/server/platform/words/translate";
import { expect } from "../../support/test";
import { stored } from "../../support/stored";
import type { Person } from "../person";

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
  const subject = t(`mail.subject.${kind}`, noticeValues({ until: ANY, ...facts }, { word: t, time: () => ANY }));
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
