import { getLocale } from "next-intl/server";
import { ClearanceStart } from "@/components/clearance/clearance-start";
import { DeclarationPanel } from "@/components/clearance/declaration-panel";
import type { LineState } from "@/domain/shared/states";
import { platform } from "@/server/platform/platform";
import { clearancePage } from "@/server/clearance/queries";
import { chosenDeed } from "../parts/deeds/chosen-deed";
import type { RoomSectionProps } from "../parts/deeds/room-section";
import { ClearanceForm } from "./clearance-form";

const DONE: readonly LineState[] = ["delivered", "accepted", "completed"];

/** The declarations of a customs order, and the one form that was asked for. */
export async function ClearanceSection({ order, viewer, files, zone, chosen }: RoomSectionProps) {
  if (order.service !== "customs") return null;
  const { database, clock } = platform();
  const page = await clearancePage(database.read, viewer, { orderId: order.id, now: clock() });
  if (!page) return null;
  const here = `/${await getLocale()}/orders/${order.id}`;
  const asked = chosenDeed(chosen);
  return (
    <div id="clearance" className="stack">
      {asked && <ClearanceForm page={page} asked={asked} files={files} zone={zone} here={here} />}
      {page.declarations.map((declaration) => (
        <DeclarationPanel
          key={declaration.id}
          declaration={declaration}
          zone={zone}
          hub={order.hub}
          deedHref={(deed, id) => `${here}?do=${deed}.${id}#clearance-form`}
          fileName={(id) => files.find((file) => file.id === id)?.name ?? null}
        />
      ))}
      {order.line !== "cancelled" && (
        <ClearanceStart page={page} side={order.side} here={here} isDone={DONE.includes(order.line)} />
      )}
    </div>
  );
}
