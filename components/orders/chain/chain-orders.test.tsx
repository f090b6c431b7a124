import { expect, it } from "vitest";
import type { DealChain } from "@/views/chain";
import { drawn } from "@/test/drawn";
import { ChainOrders } from "./chain-orders";

const party = (id: string) => ({ id, nameOwn: id, nameLatin: id });

it.each([
  ["en", "buyer", "in dispute: Buyer Co moves next"],
  ["en", "provider", "in dispute: Carrier Co moves next"],
  ["en", null, "in dispute: the market decides"],
  ["zh-CN", "provider", "争议中：等待Carrier Co处理"],
  ["zh-CN", null, "争议中：由平台裁决"],
])("in %s a service in dispute says whose turn that is: %s", (locale, side, said) => {
  const order = {
    ...{ reference: "KO-1", milestones: [], turn: { holder: "dispute", side } },
  };
  const provider = party("Carrier Co");
  const orders = [{ service: "logistics", orderId: "o", state: "disputed", provider, late: [], request: null, order }];
  const view = { orders, gates: [], side: "buyer", deal: { id: "d", mode: "road", buyer: party("Buyer Co") } };
  const rooms = ["orders", "chain", "services", "service-logistics", "ui"];
  expect(drawn(<ChainOrders view={view as unknown as DealChain} />, { locale, rooms })).toContain(said);
});
