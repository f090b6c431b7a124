import { castFor, look } from "./horgos/cast";
import { awardHaul } from "./horgos/haul";
import { acceptOrder, clearCustoms, payUnderLock, reportStep } from "./horgos/order-steps";
import { closeBorder, expectGoesOn, expectHeldForDecision, expectHeldForVisit } from "./horgos/border-closure";
import { acceptGoods, askAgain, visit } from "./horgos/inspect";
import { complaintsOf, driveToDelivery, driveWithoutLine, giveLink } from "./horgos/drive";
import { bookSlot, moveSlot, rebookSlot } from "./horgos/slot";
import { whoSeesWhat } from "./horgos/who-sees-what";
import { go } from "./journey/person";
import { languagesOf } from "./support/forms/languages";
import { expect, test } from "./support/test";
import { stepsOf } from "./support/stored";

const HAUL_MS = 240_000;

// Whoever carries a deal out stands in a factory, at a border or in a cab.
test.use({ viewport: { width: 390, height: 844 } });

test("a deal of four services through Horgos is carried out by its five companies and a driver: held where the goods fail, let go where they pass, and nobody reads a price that is not theirs", async ({
  browser,
  baseURL,
  request,
}, { project }) => {
  test.setTimeout(HAUL_MS);
  const [locale = "en"] = languagesOf(project.name);
  const place = { locale, baseURL: baseURL as string };
  const cast = await castFor(browser, place);
  const haul = await test.step("it is awarded", () => awardHaul(request, locale));
  const { buyer, carrier, agent, inspector } = cast;

  await test.step("the agent begins", async () => {
    const { payment } = haul.orders;
    const steps = stepsOf(payment.id);
    for (const code of ["kyc_submitted", "kyc_approved"])
      if (steps.includes(code)) await reportStep(agent, payment, code);
  });
  await test.step("the goods fail", () => visit(inspector, haul, { name: "Li Na", defects: 2 }));
  await test.step("what waits for them is held", () => expectHeldForDecision(cast, haul));
  await test.step("all see what is theirs", () => whoSeesWhat(cast, haul));
  await test.step("the buyer has them looked at again", () => askAgain(buyer, haul));
  await test.step("all wait for the second visit", () => expectHeldForVisit(cast, haul));
  await test.step("the goods pass", () => visit(inspector, haul, { name: "Li Na", defects: 0 }));
  await test.step("the buyer takes them", () => acceptGoods(buyer, haul));
  await test.step("what was held goes on", () => expectGoesOn(cast, haul));
  await test.step("with complete papers the carrier gets a slot", () => bookSlot(cast, haul));
  await test.step("the border is closed before open pages", () => closeBorder(cast, haul));
  await test.step("the slot is changed", () => (locale === "en" ? rebookSlot : moveSlot)(cast, haul));
  const driver = await test.step("the driver gets a link", () => giveLink(browser, cast, haul, place.baseURL));
  await test.step("the driver reports without a line", () => driveWithoutLine(driver, haul));
  await test.step("all see what is theirs, the driver too", () => whoSeesWhat(cast, haul, driver));
  await test.step("the declaration is released", () => clearCustoms(cast, haul));
  await test.step("money goes out under a lock", () => payUnderLock(cast, haul));
  await test.step("the goods are delivered", () => driveToDelivery(driver, haul));
  await test.step("the buyer accepts", async () => {
    await acceptOrder(buyer, haul.orders.logistics);
    await reportStep(agent, haul.orders.payment, "control_documents_delivered");
    await go(carrier, `/orders/${haul.orders.logistics.id}`);
    await look(carrier, "carrier-accepted");
    await go(buyer, `/deals/${haul.dealId}/chain`);
    await look(buyer, "chain-delivered");
  });
  await test.step("all see what is theirs at the end", () => whoSeesWhat(cast, haul, driver));

  const complaints = [...Object.values(cast).flatMap((person) => person.complaints), ...complaintsOf(driver)];
  expect(complaints, "the browser complained").toEqual([]);
});
