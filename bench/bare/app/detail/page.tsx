import type { Metadata } from "next";
import { constants } from "../../constants";
import { elementOf } from "../element-of";

export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return { title: constants().detail.title };
}

export default function DetailPage() {
  return constants().detail.body.map(elementOf);
}
