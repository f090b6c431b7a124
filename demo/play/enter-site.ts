import type { Database } from "../../db/database";
import type { Actor } from "../../domain/access/policy";
import { dayOf, type Instant } from "../../domain/shared/time";
import { enterFee } from "../../server/about/enter-fee";
import { enterOperator } from "../../server/about/enter-operator";
import { randomFrom } from "../plan/random";
import { Stage } from "./stage";

const SEED = 7_500;

/** All say that they are invented, wherever they are shown. */
const INVENTED = {
  noteEn: "Invented for the demo.",
  noteZh: "演示用，纯属虚构。",
  noteRu: "Вымышлено для демонстрации.",
  noteVi: "Hư cấu, chỉ để minh họa.",
  noteKk: "Көрсету үшін ойдан шығарылған.",
};

const FEES = [
  { payer: "provider", basis: "order_price", percent: "0.8" },
  { payer: "provider", basis: "listing_month", amount: "199", currency: "CNY" },
  { payer: "buyer", basis: "order", amount: "30", currency: "CNY" },
] as const;

/** What the demo's operator says of itself: who it is and what it charges. It has dice of its own, so that the market is the same with and without it. */
export async function enterSite(
  database: Database,
  { administrator, at, now }: { readonly administrator: Actor; readonly at: Instant; readonly now: Instant },
): Promise<void> {
  const stage = new Stage(database, randomFrom(SEED), now);
  await stage.must(at, administrator, enterOperator, {
    nameEn: "Kouan Demo Operator (invented)",
    nameZh: "口岸演示运营方（虚构）",
    registration: "DEMO-0000000000",
    addressEn: "1 Invented Road, Nowhere (demo)",
    addressZh: "虚构路 1 号（演示）",
    email: "operator@kouan.example",
    phone: "",
  });
  for (const fee of FEES) await stage.must(at, administrator, enterFee, { ...fee, ...INVENTED, validFrom: dayOf(at) });
}
