import { expect, type Page } from "@playwright/test";

export type Role = "visitor" | "buyer" | "provider" | "admin";

const BUTTON_MS = 10_000;

/** How the demo buttons of the sign-in page begin. */
const BUTTON: Readonly<Record<Exclude<Role, "visitor">, RegExp>> = {
  buyer: /^Buyer\b/,
  provider: /^Provider\b/,
  admin: /^Administrator\b/,
};

/** Signs in as one of the demo market's people, as a visitor of it would: by the button of the sign-in page. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  if (role === "visitor") return;
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: BUTTON[role] }).first().click({ timeout: BUTTON_MS });
  await expect(page).not.toHaveURL(/sign-in/);
}
