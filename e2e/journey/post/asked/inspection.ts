import type { Translate } from "@/server/platform/words/translate";
import { dayIn } from "../../../support/days-ahead";
import type { Lane } from "../../lanes/lane";
import type { Asked } from "./asked";

/** Two products that make a lot of 3,200 pieces, and a checklist of which one point has a sample of its own. */
export const askedInspection = ({ inspected, buyer, goods }: Lane, t: Translate): Asked => ({
  typed: {
    type: "pre_shipment",
    date: dayIn(9),
    factoryAddress: `${buyer.city}, Industry Road 18`,
    "products[0].name": `${goods} A`,
    "products[0].quantity": "1500",
    "products[1].name": `${goods} B`,
    "products[1].quantity": "1700",
    ...inspected.lot,
    alternativeDate: dayIn(10),
    madePercent: "100",
    packedPercent: "85",
    "specialTests[0].test": "carton_drop",
    "specialTests[0].level": "S-3",
    siteTests: ["barcode_scan", "weight"],
    "checklist[0].code": "workmanship",
    "checklist[0].method": "By eye, 60 cm",
    "checklist[0].isCritical": true,
    "checklist[1].code": "label",
    "checklist[1].text": "Labels of the country of destination",
    "checklist[1].tolerance": "1 cm",
    "checklist[1].level": "S-2",
    hasGoldenSample: true,
    photosWanted: ["defects", "marks"],
    reportLanguage: "en",
    secondReportLanguage: "zh-CN",
    holdRule: "hold_both",
  },
  saidAs: { "checklist[0].isCritical": t("service-inspection.checklist.critical") },
});
