import { expect, type Page } from "@playwright/test";

export type Role = "visitor" | "buyer" | "buyer2" | "provider" | "admin";

const BUTTON_MS = 10_000;

/** Signs in as one of the demo market's people, as a visitor of it would: by their button of the sign-in page. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  if (role === "visitor") return;
  await page.goto("/en/sign-in");
  // Several people have the same part; the form's hidden field tells them apart.
  const form = page.locator("form").filter({ has: page.locator(`input[name="handle"][value="${role}"]`) });
  await form.getByRole("button").click({ timeout: BUTTON_MS });
  await expect(page).not.toHaveURL(/sign-in/);
}
