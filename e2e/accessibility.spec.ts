import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { layoutFaults } from "./support/layout-faults";
import { focusFaults, lostWithColours, moving, spaceText, unspaceText } from "./support/reach";
import { fill } from "./support/routes";
import { samplesOf } from "./support/samples";
import { type Role, signInAs } from "./support/sign-in";
import { deviceFaults, focusChanges, inputChanges, noteWhatHappens, pressChanges } from "./support/stays";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const PAGE_MS = 45_000;

type Kind = { readonly name: string; readonly role: Role; readonly path: string; readonly find?: () => string[] };

const openRequests = (): string[] =>
  stored("SELECT id FROM requests WHERE state = 'open' AND visibility = 'open' ORDER BY id DESC LIMIT 1").map(
    ({ id }) => id as string,
  );

/** The kinds of page that docs/accessibility.md goes through, criterion by criterion. */
const KINDS: readonly Kind[] = [
  { name: "the front page with its posting line", role: "visitor", path: "" },
  { name: "the form of a posting", role: "buyer", path: "/deals/new" },
  { name: "the list of requests", role: "buyer", path: "/requests" },
  { name: "a request with the form of a bid", role: "provider", path: "/requests/[requestId]", find: openRequests },
  { name: "the comparison of bids", role: "buyer", path: "/deals/[dealId]/compare" },
  { name: "an order with its forms", role: "provider", path: "/orders/[orderId]" },
  { name: "the inbox", role: "buyer", path: "/inbox" },
  { name: "what was found", role: "buyer", path: "/find?q=Pingxiang" },
  { name: "the account", role: "buyer", path: "/account" },
  { name: "the review of the traffic", role: "admin", path: "/admin/traffic" },
];

function addressOf({ path, role, find }: Kind, locale: string): string {
  const params = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name as string);
  const [found] = find?.() ?? [];
  const values = found ? { [params[0] as string]: found } : samplesOf({ path: `/[locale]${path}`, params }, role)[0];
  return `/${locale}${fill(path, values ?? {})}`;
}

async function open(page: Page, kind: Kind, locale: string): Promise<void> {
  await signInAs(page, kind.role);
  const response = await page.goto(addressOf(kind, locale));
  expect(response?.status()).toBe(200);
}

for (const kind of KINDS) {
  test(`${kind.name} is read and used without an eye, a hand or a colour of its own`, async ({ page }, { project }) => {
    test.setTimeout(PAGE_MS);
    const locale = languagesOf(project.name)[0] as string;
    await open(page, kind, locale);

    await test.step("text may be spaced", async () => {
      await spaceText(page);
      await expectNoSideScroll(page);
      expect.soft(await layoutFaults(page)).toEqual([]);
      await unspaceText(page);
    });

    await test.step("what has the focus is seen and marked, and nothing keeps it", async () => {
      expect.soft(await focusFaults(page)).toEqual([]);
    });

    await test.step("nothing is lost where the system sets the colours", async () => {
      await page.emulateMedia({ forcedColors: "active" });
      expect.soft(await lostWithColours(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: null });
    });

    await test.step("nothing moves for whoever asks for that", async () => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      expect.soft(await moving(page)).toEqual([]);
    });
  });
}

for (const kind of KINDS) {
  test(`${kind.name} does nothing by itself: not by the focus, by typing, by a press taken back, nor by how the device is held`, async ({
    page,
  }, { project }) => {
    test.setTimeout(PAGE_MS);
    const locale = languagesOf(project.name)[0] as string;
    await noteWhatHappens(page);
    await open(page, kind, locale);

    await test.step("a press that is let go beside the control does nothing", async () => {
      expect.soft(await pressChanges(page)).toEqual([]);
    });

    await test.step("the focus alone opens nothing and stays where it is put", async () => {
      expect.soft(await focusChanges(page)).toEqual([]);
    });

    await test.step("a value that is typed or chosen leads nowhere", async () => {
      expect.soft(await inputChanges(page)).toEqual([]);
    });

    await test.step("nothing asks how the device moves, and the page is whole either way up", async () => {
      expect.soft(await deviceFaults(page)).toEqual([]);
      await page.reload();
      const size = page.viewportSize();
      await page.setViewportSize({ width: size?.height ?? 0, height: size?.width ?? 0 });
      await expectNoSideScroll(page);
      expect.soft(await layoutFaults(page)).toEqual([]);
      await expect(page.locator("#main h1")).toBeVisible();
    });
  });
}

/** A page that does by itself all that no page may. */
const BY_ITSELF = `<!doctype html><main id="main"><h1>Planted</h1>
  <button id="down">Down</button><input id="focus"><select id="choice"><option>1<option>2</select></main>
  <script>
    down.addEventListener("mousedown", () => history.pushState(null, "", "?pressed"));
    document.getElementById("focus").addEventListener("focus", () => window.open("/elsewhere"));
    choice.addEventListener("change", () => history.pushState(null, "", "?chosen"));
    addEventListener("devicemotion", () => undefined);
    screen.orientation.lock("portrait");
  </script>`;

test("what happens by itself is found where it is planted", async ({ page }) => {
  await noteWhatHappens(page);
  await page.route("**/planted", (route) => route.fulfill({ contentType: "text/html", body: BY_ITSELF }));
  await page.goto("/planted");
  expect(await pressChanges(page)).toEqual([expect.stringContaining("?pressed")]);
  expect(await focusChanges(page)).toEqual([expect.stringContaining("/elsewhere")]);
  expect((await inputChanges(page)).join()).toContain("?chosen");
  expect(await deviceFaults(page)).toEqual(["devicemotion", "locked to portrait"]);
});

test("what members write in another script says its language, and what is the page's own does not", async ({
  page,
}) => {
  const spoken = async (locale: string) => {
    await page.goto(`/${locale}/requests`);
    const marked = page.locator("tbody th small [lang]");
    return marked.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("lang")))]);
  };
  expect(await spoken("en")).toContain("zh");
  expect(await spoken("zh-CN")).not.toContain("zh");
});

test("whoever has no mouse skips to the page, opens what opens, and comes back to where they were", async ({ page }, {
  project,
}) => {
  const locale = languagesOf(project.name)[0] as string;
  const t = translator(locale);
  await signInAs(page, "buyer");
  await page.goto(`/${locale}/hubs`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: t("ui.shell.skip") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();

  const find = page.getByRole("link", { name: t("shell.find") });
  const account = page.getByRole("button", { name: t("ui.shell.account") });
  for (const [opener, opened] of [
    [find, page.getByRole("dialog")],
    [account, page.locator("#account-menu")],
  ] as const) {
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(opened).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(opened).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test("what is wrong in a form is told at once, at its field, and the field says so itself", async ({ page }, {
  project,
}) => {
  const locale = languagesOf(project.name)[0] as string;
  const t = translator(locale);
  await page.goto(`/${locale}/sign-up`);
  await page.locator("[name=name]").fill("Zhao Min");
  await page.locator("[name=email]").fill("somebody@forwarder.example");
  await page.locator("[name=password]").fill("short");
  await page.getByRole("button", { name: t("accounts.signUp.send") }).press("Enter");
  await expect(page.getByRole("alert").filter({ has: page.getByRole("link") })).toBeFocused();
  const field = page.locator("[name=password]");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/\S/);
  // Nothing that was typed is asked for again but the password.
  await expect(page.locator("[name=email]")).toHaveValue("somebody@forwarder.example");
  await expectAxeClean(page);
});

test("the foot of a page is one line in a wide window", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const locale of ["en", "zh-CN"]) {
    await page.goto(`/${locale}/help`);
    const tops = await page
      .locator(".footer a")
      .evaluateAll((links) => new Set(links.map((link) => Math.round(link.getBoundingClientRect().top))).size);
    expect(tops).toBe(1);
  }
});
