import { field, reportCall } from "@/server/field/field-route";

export const POST = field(reportCall);
