import { expect } from "../support/test";
import type { Company } from "./lanes";
import { arrive, choose, follow, go, type Person, press, untilShown, write } from "./person";

const PASSWORD = "The rails change at every border";

const mailOf = (company: Company): string => `owner@${company.registrationNumber.toLowerCase()}.example`;

async function signUp(person: Person, company: Company): Promise<void> {
  const { t } = person;
  await go(person, "/sign-in");
  await follow(person, t("accounts.signIn.signUp"));
  await arrive(person, /\/sign-up/);
  await write(person, t("accounts.field.name"), company.person);
  await write(person, t("accounts.field.email"), mailOf(company));
  await write(person, t("accounts.field.password"), PASSWORD);
  await press(person, t("accounts.signUp.send"));
  await arrive(person, /\/organisation\/new$/);
}

/** By the link of the mail, as it lies in the demo's mailbox. */
async function confirmAddress(person: Person, company: Company): Promise<void> {
  const { page, t } = person;
  await go(person, "/mailbox");
  const mail = () => page.getByRole("listitem").filter({ hasText: mailOf(company) });
  await untilShown(person, mail);
  await mail().getByText(t("accounts.mail.email_verification.subject")).click();
  await mail().getByRole("link").click();
  await arrive(person, /\/verify-email\?token=/);
  await press(person, t("accounts.verify.send"));
  await expect(page.getByText(t("accounts.verify.done"))).toBeVisible();
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
  await arrive(person, /\/requests$/);
}

/** From nothing to a member of the market: an account, a confirmed address, an organisation. */
export async function joinMarket(person: Person, company: Company): Promise<void> {
  await signUp(person, company);
  await confirmAddress(person, company);
  await enterOrganisation(person, company);
}
