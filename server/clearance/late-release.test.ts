import { expect, test } from "vitest";
import { findMilestones } from "../../db/repositories/orders";
import { HOUR_MS } from "../../domain/shared/time";
import { done } from "../../test/bidding-market";
import { clearanceMarket, IMPORT } from "../../test/clearance-market";
import { answerQuestion, askQuestion } from "./questions";
import { approveDraft } from "./review-draft";
import { fileDeclaration, recordAct } from "./acts";

const NUMBER = "50417/241126/0012345";

test("a declaration that is filed, and one that is released, after the promised hours is asked why", async () => {
  const market = await clearanceMarket(IMPORT, ["customs"], { terms: { hoursToFile: 4, hoursToRelease: 12 } });
  const { run, at, orderId, database } = market;
  await market.report("documents_complete");
  const declarationId = await market.draft();
  done(await run("lin", approveDraft, { declarationId }));
  market.wait(5 * HOUR_MS);
  const file = (more: object = {}) =>
    run("timur", fileDeclaration, { declarationId, number: NUMBER, occurredAt: at(), ...more });
  expect(await file()).toMatchObject({ refusal: { code: "late_without_reason" } });
  done(await file({ lateReason: "own_fault" }));
  market.wait(13 * HOUR_MS);
  const release = (more: object = {}) =>
    run("timur", recordAct, { declarationId, act: "release", occurredAt: at(), ...more });
  expect(await release()).toMatchObject({ refusal: { code: "late_without_reason" } });
  done(await release({ lateReason: "customs_hold" }));
  const steps = await findMilestones(database.read, { id: orderId, service: "customs" });
  const lateOf = (code: string) => steps.find((step) => step.code === code)?.evidence?.late?.reason;
  expect([lateOf("filed"), lateOf("released")]).toEqual(["own_fault", "customs_hold"]);
});

test("the hours to release stand still while the buyer holds a question of the customs", async () => {
  const market = await clearanceMarket(IMPORT, ["customs"], { terms: { hoursToRelease: 12 } });
  const { run, at } = market;
  await market.report("documents_complete");
  const declarationId = await market.draft();
  done(await run("lin", approveDraft, { declarationId }));
  done(await run("timur", fileDeclaration, { declarationId, number: NUMBER, occurredAt: at() }));
  const question = { question: "Which power?", answersBy: "buyer", occurredAt: at() };
  done(await run("timur", askQuestion, { declarationId, ...question }));
  market.wait(30 * HOUR_MS);
  done(await run("lin", answerQuestion, { declarationId, answer: "5 kW" }));
  market.wait(10 * HOUR_MS);
  done(await run("timur", recordAct, { declarationId, act: "release", occurredAt: at() }));
});
