import { startFromFile } from "@/server/deals/visitors/start-from-file";

export const POST = startFromFile;
