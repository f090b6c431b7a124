import { type Declaration, isBeforeCustoms } from "../clearance/declaration";
import type { Direction } from "../shared/direction";
import type { KeptEvidence } from "../orders/evidence/evidence";

/** A declaration that the customs have registered, as the paper of a deal that it is. */
export type FiledDeclaration = {
  readonly kind: "export_declaration" | "import_declaration";
  readonly country: string;
  readonly number: string;
};

type Kept = Pick<Declaration, "side" | "state"> & {
  readonly country: string;
  readonly registeredNumber: string | null;
};

/** Those of a clearance room that lie with the customs or were released, by their side; one that was refused, and transit, is no such paper. */
export const filedInRoom = (declarations: readonly Kept[]): FiledDeclaration[] =>
  declarations.flatMap((one): FiledDeclaration[] => {
    const { side, country, registeredNumber } = one;
    if (side === "transit" || registeredNumber === null || !isBeforeCustoms(one)) return [];
    return [{ kind: `${side}_declaration`, country, number: registeredNumber }];
  });

/**
 * Those whose number was told by hand beside a step: China's is the one of the side on which the deal leaves or enters China, another
 * country's that of the other side.
 */
export function filedByHand(evidence: readonly (KeptEvidence | null)[], direction: Direction): FiledDeclaration[] {
  if (direction !== "export" && direction !== "import") return [];
  const other = direction === "export" ? "import" : "export";
  return evidence.flatMap((one) =>
    (one?.declarations ?? []).map(({ country, number }): FiledDeclaration => {
      const kind = `${country === "CN" ? direction : other}_declaration` as const;
      return { kind, country, number };
    }),
  );
}
