import { WaybillGrid } from "@/components/ui/waybill-grid";
import { choicesIn } from "@/domain/services/member-list";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { warehousingFields, warehousingTermsFields } from "@/domain/services/warehousing/spec";
import { useListedBoxes } from "../listed-boxes";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";

function SpecView({ spec }: SpecViewProps<SpecOf<"warehousing">>) {
  const boxes = useListedBoxes("warehousing", { group: "spec", list: warehousingFields, of: spec });
  return <WaybillGrid boxes={boxes} isFlat />;
}

function TermsView({ terms }: TermsViewProps<TermsOf<"warehousing">>) {
  const boxes = useListedBoxes("warehousing", { group: "terms", list: warehousingTermsFields, of: terms });
  return <WaybillGrid boxes={boxes} isFlat />;
}

export const warehousingScreens: ServiceScreens<SpecOf<"warehousing">, TermsOf<"warehousing">> = {
  SpecView,
  TermsView,
  specChoices: choicesIn(warehousingFields),
};
