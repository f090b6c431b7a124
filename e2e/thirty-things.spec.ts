import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { type Role, signInAs } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, test } from "./support/test";

/** One press, one choice and one field typed are an interaction each; whatever a person looks for takes no more. */
const INTERACTIONS_MAX = 3;

const t = translator("en");

/** Words, or what the market that is looked at says. */
type Said = string | (() => string);

type Step =
  | { readonly press: string; readonly within?: string }
  | { readonly open: string }
  | { readonly type: Said; readonly into: string };

type Thing = {
  /** What somebody wants to know, in their own words. */
  readonly asks: string;
  readonly role: Role;
  readonly steps: readonly Step[];
  /** Words of the answer, which have to be seen at the end. */
  readonly answer: Said | RegExp;
};

const press = (press: string, within = "main"): Step => ({ press, within });
const bar = (key: string): Step => ({ press: t(`shell.nav.${key}`), within: ".top-nav" });
const foot = (key: string): Step => ({ press: t(`shell.${key}`), within: ".footer" });
const menu = (): Step => ({ open: ".top-account" });
const inMenu = (key: string): Step => ({ press: t(`shell.${key}`), within: "#account-menu" });
/** The first row of the page's first table. */
const firstRow = (): Step => ({ open: "main .data-table a.row-link" });
const type = (type: Said, into: string): Step => ({ type, into });
const key = (press: string): Step => ({ press });
const enter = (): Step => key("Enter");

const helpTitle = (id: string): string => t(`help.article.${id}.title`);
const helped = (id: string, role: Role = "visitor"): Pick<Thing, "role" | "steps"> => ({
  role,
  steps:
    role === "visitor" ? [foot("help"), press(helpTitle(id))] : [menu(), inMenu("menu.help"), press(helpTitle(id))],
});

/** The number of the buyer's first order, which no play takes away. */
const orderNumber = (): string =>
  stored("SELECT min(reference) AS reference FROM orders WHERE buyer_organisation_id = ?", organisationOf("buyer"))[0]
    ?.reference as string;

const THINGS: readonly Thing[] = [
  // Whoever has just come, on the front page.
  { asks: "What does it cost?", role: "visitor", steps: [foot("fees")], answer: t("about.fees.now") },
  {
    asks: "How does it work for me as a buyer?",
    role: "visitor",
    steps: [foot("how")],
    answer: t("about.how.buyer.ask.title"),
  },
  { asks: "And for a carrier?", role: "visitor", steps: [foot("how")], answer: t("about.how.provider.bid.title") },
  { asks: "Who runs this?", role: "visitor", steps: [foot("contact")], answer: /Kouan Demo Operator/ },
  { asks: "Is it down?", role: "visitor", steps: [foot("status")], answer: t("about.status.part.database") },
  {
    asks: "What do they keep about me?",
    role: "visitor",
    steps: [foot("privacy")],
    answer: t("about.texts.title.privacy"),
  },
  { asks: "What do I agree to?", role: "visitor", steps: [foot("terms")], answer: t("about.texts.title.terms") },
  {
    asks: "What is asked for at the moment?",
    role: "visitor",
    steps: [bar("openRequests")],
    answer: t("requests.list.sub"),
  },
  {
    asks: "How long do trucks wait at Horgos?",
    role: "visitor",
    steps: [bar("hubs"), { open: 'main a[href$="/hubs/horgos"]' }],
    answer: t("hub-board.page.waitNow"),
  },
  {
    asks: "Which HS code has a transformer?",
    role: "visitor",
    steps: [foot("tariff"), type("transformer", "#tariff-q"), enter()],
    answer: /8504/,
  },
  {
    asks: "What is AQL?",
    role: "visitor",
    steps: [foot("help"), type("AQL", "#help-q")],
    answer: /worst share of defects/,
  },
  { asks: "Who can read my price?", ...helped("sealed_bids"), answer: /encrypted with a key of its own/ },
  {
    asks: "How long until the money arrives?",
    role: "visitor",
    steps: [foot("nav.corridors")],
    answer: t("remittance.corridor.title"),
  },
  { asks: "Can our ERP talk to it?", role: "visitor", steps: [foot("api")], answer: t("developers.title") },
  {
    asks: "I forgot my password",
    role: "visitor",
    steps: [{ press: t("ui.shell.signIn"), within: ".top-right" }, press(t("accounts.signIn.forgot"))],
    answer: t("accounts.reset.lead"),
  },
  { asks: "Do I need an account?", ...helped("without_account"), answer: /You get an address of your own/ },
  // A buyer, at home.
  {
    asks: "Where is my order KO-…?",
    role: "buyer",
    steps: [bar("orders"), type(orderNumber, 'main [name="q"]'), enter()],
    answer: orderNumber,
  },
  {
    asks: "That order, from wherever I am",
    role: "buyer",
    steps: [key("/"), type(orderNumber, "dialog input"), key("Enter")],
    answer: orderNumber,
  },
  {
    asks: "Stop these mails",
    role: "buyer",
    steps: [menu(), inMenu("menu.account")],
    answer: t("notices.choices.title"),
  },
  {
    asks: "I need a truck",
    role: "buyer",
    steps: [bar("requests"), press(t("requests.list.post"))],
    answer: t("deals.form.titleNew"),
  },
  {
    asks: "Who waits for my decision?",
    role: "buyer",
    steps: [{ open: "#waits a.row-link" }],
    answer: t("deals.turn.yours"),
  },
  { asks: "Invite this company", ...helped("invite_company", "buyer"), answer: /Invited providers only/ },
  {
    asks: "Which papers does my deal need?",
    role: "buyer",
    steps: [bar("deals"), firstRow(), press(t("documents.readiness.open"))],
    answer: t("documents.readiness.caption"),
  },
  {
    asks: "What does my order wait for?",
    role: "buyer",
    steps: [bar("orders"), firstRow(), press(t("chain.page.link"))],
    answer: t("chain.gates.title"),
  },
  {
    asks: "Add my colleague",
    role: "buyer",
    steps: [menu(), inMenu("menu.members")],
    answer: t("accounts.members.invite"),
  },
  {
    asks: "The address of our factory",
    role: "buyer",
    steps: [menu(), inMenu("menu.addressBook")],
    answer: t("accounts.book.caption"),
  },
  {
    asks: "Times in my own zone",
    role: "buyer",
    steps: [menu(), inMenu("menu.account")],
    answer: t("accounts.account.profile"),
  },
  {
    asks: "Who is signed in as me?",
    role: "buyer",
    steps: [menu(), inMenu("menu.account")],
    answer: t("accounts.account.sessions"),
  },
  {
    asks: "What happened since yesterday?",
    role: "buyer",
    steps: [{ open: '.top-right a[href$="/inbox"]' }],
    answer: t("notices.inbox.title"),
  },
  // A provider, at home.
  { asks: "What can I quote today?", role: "provider", steps: [bar("desk")], answer: t("bidding.desk.title") },
  { asks: "What is late?", role: "provider", steps: [bar("work")], answer: t("work.list.title") },
  {
    asks: "How do I get checked?",
    role: "provider",
    steps: [menu(), inMenu("menu.organisation")],
    answer: t("accounts.organisation.checkedMeans"),
  },
  { asks: "We also clear customs now", role: "provider", steps: [bar("listings")], answer: t("catalogue.own.title") },
  { asks: "Why did we not win?", ...helped("why_lost", "provider"), answer: /the band of your place/ },
  {
    asks: "A key for our programs",
    role: "provider",
    steps: [menu(), inMenu("menu.keys")],
    answer: t("accounts.keys.make"),
  },
  // An administrator, at home.
  {
    asks: "How much goes through border ports?",
    role: "admin",
    steps: [bar("traffic")],
    answer: t("admin.traffic.title"),
  },
  { asks: "Who changed that?", role: "admin", steps: [menu(), inMenu("nav.audit")], answer: t("accounts.audit.sub") },
  { asks: "Raise the fee", role: "admin", steps: [menu(), inMenu("nav.site")], answer: t("about.fees.form.title") },
  {
    asks: "Publish new terms",
    role: "admin",
    steps: [menu(), inMenu("nav.site"), press(t("about.admin.texts.title"))],
    answer: t("about.texts.form.bodyEn"),
  },
  {
    asks: "Longer time to accept",
    role: "admin",
    steps: [menu(), inMenu("nav.rules")],
    answer: t("admin.rules.name.auto_accept_days_services"),
  },
  { asks: "Which requests wait for me?", role: "admin", steps: [bar("review")], answer: t("requests.review.title") },
];

const said = (words: Said): string => (typeof words === "string" ? words : words());

async function take(page: Page, step: Step): Promise<void> {
  if ("open" in step) return page.locator(step.open).first().click();
  if ("type" in step) return page.locator(step.into).first().fill(said(step.type));
  if (step.within === undefined) return page.keyboard.press(step.press);
  const place = page.locator(step.within);
  // A place of the bar has its count behind its name.
  const named = { name: new RegExp(`^${step.press.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\d+.*)?$`) };
  const pressed = place.getByRole("link", named).or(place.getByRole("button", named)).first();
  const href = await pressed.getAttribute("href");
  await pressed.click();
  // A place of the bar leads on without a new document: what is pressed next stands on the page that comes.
  if (href && step.within === ".top-nav") await page.waitForURL((url) => url.pathname === new URL(href, url).pathname);
}

test("thirty things are looked for", () => {
  expect(THINGS.length).toBeGreaterThanOrEqual(30);
});

for (const { asks, role, steps, answer } of THINGS) {
  test(`“${asks}” is found by a ${role} in at most ${INTERACTIONS_MAX} interactions`, async ({ page }) => {
    expect(steps.length).toBeLessThanOrEqual(INTERACTIONS_MAX);
    await signInAs(page, role);
    await page.goto(role === "visitor" ? "/en" : "/en/home");
    for (const step of steps) await take(page, step);
    await expect(
      page
        .getByRole("main")
        .getByText(answer instanceof RegExp ? answer : said(answer))
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });
}
