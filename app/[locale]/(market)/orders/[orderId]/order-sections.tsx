import type { ReactNode } from "react";
import { InspectionPanel } from "@/components/inspections/inspection-panel";
import type { Service } from "@/domain/shared/vocabulary";
import { inspectionView } from "@/server/inspections/queries";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { ClearanceSection } from "./clearance-section";
import { OrderDelay, OrderSlots } from "./order-slots";
import { foldOf, type RoomSectionProps } from "./order-section";
import { RemittanceSection } from "./remittance-section";

/** The slots of a haul and its waits at the border. */
function CarriageSection({ order, viewer, zone, here, search }: RoomSectionProps) {
  return (
    <>
      <OrderSlots
        orderId={order.id}
        actor={viewer}
        isAsked={search.slot === "new"}
        wanted={search.system}
        fold={foldOf({ order, search })}
      />
      <OrderDelay order={order} actor={viewer} zone={zone} here={here} asked={search.delay ?? null} />
    </>
  );
}

/** The visits of an inspection. */
async function InspectionSection({ order, viewer, zone }: RoomSectionProps) {
  const { clock } = platform();
  const view = await inspectionView(pageReader(), order.id, { viewer, now: clock() });
  return view && <InspectionPanel view={view} zone={zone} />;
}

/** What a kind shows of its own work on the page of its order; a kind without records of its own is left out. */
const SECTIONS: Readonly<Partial<Record<Service, (props: RoomSectionProps) => ReactNode | Promise<ReactNode>>>> = {
  logistics: CarriageSection,
  payment: RemittanceSection,
  customs: ClearanceSection,
  inspection: InspectionSection,
};

export function KindSection(props: RoomSectionProps) {
  return SECTIONS[props.order.service]?.(props) ?? null;
}
