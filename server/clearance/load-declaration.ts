import type { Reader } from "../../db/database";
import { declarationsOfOrders, findDeclaration } from "../../db/repositories/declarations";
import type { Actor } from "../../domain/access/actor";
import type { Action } from "../../domain/access/policy";
import { accept, type Result, refuse } from "../../domain/shared/result";
import type { LoadedDeclaration } from "./move-declaration";
import { type LoadRefusal, loadOrder } from "../orders/load-order";

type Wanted = { readonly declarationId: string; readonly version?: number | undefined; readonly action: Action };

/** The declaration that a command is about with its order, to those who may do `action` to that order; a later version than the one that was seen is refused. */
export async function loadDeclaration(
  tx: Reader,
  actor: Actor,
  { declarationId, version, action }: Wanted,
): Promise<Result<LoadedDeclaration, LoadRefusal>> {
  const declaration = await findDeclaration(tx, declarationId);
  if (!declaration) return refuse("not_found");
  const order = await loadOrder(tx, actor, { orderId: declaration.orderId, action });
  if (!order.ok) return order;
  if (version !== undefined && version !== declaration.version)
    return refuse("stale_version", { version: declaration.version });
  const declarations = await declarationsOfOrders(tx, [declaration.orderId]);
  return accept({ declaration, order: order.value, declarations });
}
