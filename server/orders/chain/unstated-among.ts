import type { Reader } from "@/db/database";
import { unstatedServices } from "@/domain/orders/chain/unstated";
import type { Request } from "@/domain/requests/request";
import { readChains } from "./read-chain";

type Asked = Pick<Request, "id" | "dealId" | "service" | "fallback">;

/** Those of these requests whose service the buyer does itself and of which an order waits for its word now. Nothing is read where it does none. */
export async function unstatedAmong(read: Reader, requests: readonly Asked[]): Promise<ReadonlySet<string>> {
  const own = requests.filter(({ fallback }) => fallback === "self");
  if (own.length === 0) return new Set();
  const chains = await readChains(read, [...new Set(own.map(({ dealId }) => dealId))]);
  const isAwaited = ({ dealId, service }: Asked) => {
    const chain = chains.get(dealId);
    return chain !== undefined && unstatedServices(chain).includes(service);
  };
  return new Set(own.filter(isAwaited).map(({ id }) => id));
}
