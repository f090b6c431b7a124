import { field } from "@/server/field/field-route";
import { photoCall } from "@/server/field/take-calls";

export const POST = field(photoCall);
