import { z } from "zod";
import { appendEntry, declarationsOfOrders, insertDeclaration } from "../../db/repositories/declarations";
import { declareLines, type LinesRefusal } from "../../domain/clearance/declare-lines";
import { DECLARATION_SIDES } from "../../domain/clearance/declaration";
import { draftedFor, type DraftRefusal } from "../../domain/clearance/draft";
import { currencyOfCountry } from "../../domain/clearance/sides";
import { orderFacts } from "../../domain/orders/order-facts";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { clearanceGround } from "../orders/kinds/clearance-ground";
import { estimateDraft } from "./estimate-draft";
import type { DeclarationReceipt } from "./move-declaration";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { DEED_REFUSALS, deedHttp } from "./deed-fields";
import { draftFields, EXAMPLE_LINE, LINE_REFUSALS } from "./draft-fields";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  side: z.enum(DECLARATION_SIDES, "unknown_choice"),
  ...draftFields,
});

/** The provider drafts a declaration of one side; the buyer reads it before it is filed. */
export const draftDeclaration = command({
  name: "clearance.draft-declaration",
  action: "declaration.change",
  input,
  http: {
    ...deedHttp,
    path: "/orders/{orderId}/declarations",
    status: 201,
    summary: "The provider drafts the declaration of one side; the buyer approves it before it is filed",
    example: { side: "import", lines: [EXAMPLE_LINE], remarks: "" },
    refusals: [
      ...[...DEED_REFUSALS, ...LINE_REFUSALS, "order_not_scheduled", "order_over"],
      ...["side_not_asked", "side_declared", "country_needed"],
    ],
  },
  async run(
    context,
    { orderId, side, country: through, lines, remarks },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | DraftRefusal | LinesRefusal | Refusal<"not_found">>> {
    const { tx, actor, now, newId, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    if (order.service !== "customs") return refuse("not_found");
    const ground = await clearanceGround(tx, order);
    const declarations = await declarationsOfOrders(tx, [orderId]);
    const country = draftedFor({ ...ground, state: order.state, declarations }, { side, country: through ?? null });
    if (!country.ok) return country;
    const currency = currencyOfCountry(country.value, ground.shipment.goodsValue.currency);
    const declared = declareLines(lines, { cargo: ground.cargo, currency });
    if (!declared.ok) return declared;
    const id = newId();
    const draft = { side, currency, lines: declared.value };
    const estimate = await estimateDraft(tx, ground, { ...draft, dealId: order.dealId, now });
    await insertDeclaration(tx, {
      ...{ id, orderId, number: declarations.length + 1, country: country.value, ...draft },
      ...{ state: "drafted", remarks, revision: 1, estimate, paidMinor: 0n, createdAt: now, version: 1 },
    });
    const by = { occurredAt: now, recordedAt: now, byUserId: actor.userId };
    await appendEntry(tx, { declarationId: id, event: "draft", ...by, words: "", fileIds: [] });
    publish({ type: "declaration.drafted", declarationId: id, side, ...orderFacts(order) });
    concerns(id);
    return accept({ id, orderId, state: "drafted", version: 1 });
  },
});
