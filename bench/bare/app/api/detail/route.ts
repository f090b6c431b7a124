import { constants } from "../../../constants";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return new Response(constants().apiDetail, { headers: { "content-type": "application/json" } });
}
