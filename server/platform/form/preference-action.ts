import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { env } from "../process/env";
import { fieldsOf } from "./form-fields";
import { safePath } from "../../../domain/accounts/safe-path";

type Preference = {
  /** The cookie, and the name the choice is sent under. */
  readonly name: string;
  readonly choices: readonly string[];
  /** Where the choice changes what a page is, back to the start rather than to a page of the other view. */
  readonly leadsTo?: string;
};

const YEAR_SECONDS = 31_536_000;

/**
 * Makes the action of a switch: a cookie that decides how pages look, never what may be done. It is readable by scripts,
 * since the page's own keys ask for one of them.
 */
export function preferenceAction({ name, choices, leadsTo }: Preference): (data: FormData) => Promise<void> {
  return async (sent) => {
    const data = fieldsOf(sent);
    const choice = data.get(name);
    if (typeof choice !== "string" || !choices.includes(choice)) return;
    (await cookies()).set(name, choice, {
      path: "/",
      maxAge: YEAR_SECONDS,
      sameSite: "lax",
      secure: env().baseUrl.startsWith("https://"),
    });
    const back = leadsTo ?? safePath(data.get("back"));
    if (back) redirect(`/${await getLocale()}${back}`);
  };
}
