import { packingList } from "@/server/deals/visitors/start-from-file";

export const POST = packingList();
