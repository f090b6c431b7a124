import { expect } from "../support/test";
import type { Company } from "./lane";
import { type Person, arrive, choose, follow, go, press, tick, untilShown, write } from "./person";
import type { Service } from "@/domain/shared/vocabulary";
import { kindName } from "./kind-name";

export const PASSWORD = "The rails change at every border";

export const mailOf = ({ registrationNumber }: Company, whose: "owner" | "colleague" = "owner"): string =>
  `${whose}@${registrationNumber.toLowerCase()}.example`;

type Account = { readonly name: string; readonly email: string };

/** Fills in the page of the sign-up, to the answer that a mail is on its way. */
export async function signUp(person: Person, { name, email }: Account): Promise<void> {
  const { page, t } = person;
  await write(person, t("accounts.field.name"), name);
  await write(person, t("accounts.field.email"), email);
  await write(person, t("accounts.field.password"), PASSWORD);
  await press(person, t("accounts.signUp.send"));
  await expect(page.getByText(t("accounts.signUp.sentLead"))).toBeVisible();
}

/** Makes an account and opens it by the mailed link, which in the same browser leads in and where the person wanted to go. */
async function enter(person: Person, account: Account): Promise<void> {
  await signUp(person, account);
  await confirmAddress(person, account.email);
}

/** Opens the link of a mail to this address, as it lies in the demo's mailbox. */
export async function openMailed(person: Person, email: string, subject: string): Promise<void> {
  const { page } = person;
  await go(person, "/mailbox");
  const mail = () => page.getByRole("listitem").filter({ hasText: email }).filter({ hasText: subject });
  await untilShown(person, mail);
  await mail().getByText(subject).click();
  await mail().getByRole("link").click();
}

async function confirmAddress(person: Person, email: string): Promise<void> {
  const { t } = person;
  await openMailed(person, email, t("accounts.mail.email_verification.subject"));
  await arrive(person, /\/verify-email\?token=/);
  await press(person, t("accounts.verify.send"));
}

async function enterOrganisation(person: Person, company: Company): Promise<void> {
  const { t } = person;
  await go(person, "/organisation/new");
  await write(person, t("accounts.organisation.nameOwn"), company.nameOwn);
  await write(person, t("accounts.organisation.nameLatin"), company.nameLatin);
  await choose(person, t("accounts.organisation.country"), company.country);
  await write(person, t("accounts.organisation.city"), company.city);
  await write(person, t("accounts.organisation.registrationNumber"), company.registrationNumber);
  await press(person, t("accounts.organisation.create"));
  await arrive(person, /\/home$/);
}

/** From nothing to a member of the market: an account, a confirmed address, an organisation. */
export async function joinMarket(person: Person, company: Company): Promise<void> {
  await go(person, "/sign-in");
  await follow(person, person.t("accounts.signIn.signUp"));
  await arrive(person, /\/sign-up/);
  await enter(person, { name: company.person, email: mailOf(company) });
  await arrive(person, /\/organisation\/new$/);
  await enterOrganisation(person, company);
}

/** A colleague is asked by mail, and becomes a member by its link. */
export async function inviteColleague(owner: Person, colleague: Person, company: Company): Promise<void> {
  const { t } = owner;
  const email = mailOf(company, "colleague");
  await go(owner, "/organisation/members");
  await write(owner, t("accounts.members.email"), email);
  await owner.page.getByRole("radio", { name: t("accounts.role.manager") }).check();
  await press(owner, t("accounts.members.inviteSend"));
  await expect(owner.page.getByRole("status").filter({ hasText: t("accounts.members.done.invited") })).toBeVisible();
  await expect(owner.page.getByText(email).filter({ visible: true })).toBeVisible();
  const words = { inviter: company.person, organisation: company.nameLatin };
  await openMailed(colleague, email, t("accounts.mail.invitation.subject", words));
  await arrive(colleague, /\/join\/[\w-]+$/);
  await follow(colleague, t("accounts.join.signUp"));
  await arrive(colleague, /\/sign-up/);
  await enter(colleague, { name: `${company.person} II`, email });
  await arrive(colleague, /\/join\/[\w-]+$/);
  await press(colleague, t("accounts.join.send", { organisation: company.nameLatin }));
  await arrive(colleague, /\/organisation\/members$/);
}

type Offered = { readonly summary: string; readonly hubId: string; readonly corridor: string };

/** Lists the organisation for a service, by the pages of its listings. */
export async function offerService(person: Person, service: Service, offered: Offered): Promise<void> {
  const { page, t } = person;
  await go(person, "/organisation/listings");
  const row = () => page.getByRole("listitem").filter({ hasText: new RegExp(`^${kindName(t, service)}`) });
  await row()
    .getByRole("link", { name: t("catalogue.own.create") })
    .click();
  await arrive(person, new RegExp(`/organisation/listings/${service}$`));
  await write(person, t("catalogue.form.summary"), offered.summary);
  await page.locator(`input[name="hubIds"][value="${offered.hubId}"]`).check();
  await page.locator(`input[name="corridors"][value="${offered.corridor}"]`).check();
  await tick(person, "checkbox", t("catalogue.language.en"));
  await press(person, t("catalogue.form.save"));
  await arrive(person, /\/organisation\/listings$/);
  await expect(row()).toContainText(t("catalogue.own.active"));
}
