import { field } from "@/server/field/field-route";
import { reportCall } from "@/server/field/take-calls";

export const POST = field(reportCall);
