import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";

/** The organisation opens at its profile. */
export default async function OrganisationPage(): Promise<never> {
  redirect(`/${await getLocale()}/organisation/profile`);
}
