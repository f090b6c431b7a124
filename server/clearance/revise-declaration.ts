import { z } from "zod";
import { declareLines, type LinesRefusal, markChanged } from "../../domain/clearance/declare-lines";
import { currencyOfCountry } from "../../domain/clearance/sides";
import { type Result } from "../../domain/shared/result";
import { clearanceGround } from "../orders/kinds/clearance-ground";
import { estimateDraft } from "./estimate-draft";
import { type DeclarationReceipt, type MoveRefusal, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { DEED_REFUSALS, deedHttp, ofDeclaration } from "./deed-fields";
import { draftFields, EXAMPLE_LINE, LINE_REFUSALS } from "./draft-fields";
import { loadDeclaration } from "./load-declaration";

const input = z.strictObject({ ...ofDeclaration, ...draftFields });

/** The provider changes its draft before it is filed; an approval was of what the buyer had read, and falls with it. */
export const reviseDeclaration = command({
  name: "clearance.revise-declaration",
  action: "declaration.change",
  input,
  http: {
    ...deedHttp,
    path: "/declarations/{declarationId}/revision",
    summary: "The provider changes its draft; an approval falls with it",
    example: { lines: [EXAMPLE_LINE], remarks: "Line 1 by the maker's data sheet" },
    refusals: [...DEED_REFUSALS, ...LINE_REFUSALS],
  },
  async run(
    context,
    { declarationId, version, country: through, lines, remarks },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | LinesRefusal>> {
    const { tx, actor, now } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    const { declaration, order } = loaded.value;
    const ground = await clearanceGround(tx, order);
    const { side } = declaration;
    const country = side === "transit" ? (through ?? declaration.country) : declaration.country;
    const currency = currencyOfCountry(country, ground.shipment.goodsValue.currency);
    const declared = declareLines(lines, { cargo: ground.cargo, currency });
    if (!declared.ok) return declared;
    const changed = markChanged(declared.value, declaration, currency);
    const draft = { side, currency, lines: changed };
    const estimate = await estimateDraft(tx, ground, { ...draft, dealId: order.dealId, now });
    return moveDeclaration(context, loaded.value, {
      ...{ event: "revise", occurredAt: now, isAct: false },
      change: {
        ...{ country, currency, lines: changed, remarks, estimate },
        ...{ revision: declaration.revision + 1, approvedAt: null, approvedByUserId: null },
      },
    });
  },
});
