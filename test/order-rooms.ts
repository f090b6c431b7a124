import { insertLink, insertReport } from "../db/repositories/field";
import { insertLock } from "../db/repositories/remittances";
import { DAY_MS, later, toIso } from "../domain/shared/time";
import { openDispute } from "../server/disputes/dispute";
import { reportMilestone } from "../server/orders/report-milestone";
import { draftDeclaration } from "../server/clearance/draft-declaration";
import type { ApiMarket } from "./api-market";
import { START } from "./posting-market";

/** What stands in the rooms of an order of the customs: a declaration, a lock, a field link with a report and, last, a dispute, which stops the rest. */
export async function orderRooms(market: ApiMarket, customsOrderId: string) {
  const params = { orderId: customsOrderId };
  const occurredAt = toIso(START);
  await market.call(reportMilestone, { as: "provider", params, body: { code: "documents_requested", occurredAt } });
  const line = { line: 1, hsCode: "8504409100", customsValue: { minor: 100, currency: "CNY" } };
  const body = { side: "export", lines: [line, { ...line, line: 2 }] };
  const drafted = await market.call(draftDeclaration, { as: "provider", params, body });
  const linkId = "01jd9w2m4k8h6t3q5r7v9x0z9f";
  const reportId = "7c0f4a52-5c1e-4f0a-9a35-0d7f4a3b6a11";
  const lockId = "01lockofanotherstrade";
  const order = { orderId: customsOrderId, createdAt: START, expiresAt: later(START, DAY_MS) };
  await market.database.write(async (tx) => {
    await insertLink(tx, {
      ...{ id: linkId, organisationId: "provider", madeByUserId: "user-provider" },
      ...{ ...order, role: "driver", person: "Azamat", locale: "en" },
    });
    await insertReport(tx, {
      ...{ linkId, id: reportId, orderId: customsOrderId, code: "filed", seq: 1, isStep: false, evidence: {} },
      ...{ madeAt: START, sentAt: START, receivedAt: START, toldAt: START, occurredAt: START },
    });
    await insertLock(tx, {
      ...{ id: lockId, orderId: customsOrderId, number: 1, base: "USD", quote: "CNY", rate: "7.12", reference: "L" },
      ...{ lockedAt: START, expiresAt: later(START, DAY_MS), needsConfirmation: true, recordedAt: START },
    });
  });
  const disputed = await market.call(openDispute, { as: "provider", params, body: openDispute.http?.example });
  const idOf = (answered: { readonly body: unknown }) => (answered.body as { id: string }).id;
  return { declarationId: idOf(drafted), disputeId: idOf(disputed), lockId, linkId, reportId };
}
